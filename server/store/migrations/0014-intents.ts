/** What partners mean to do, as somebody of theirs said in the room: the latest word of each. */
export const sql = `
CREATE TABLE intents (
  session TEXT NOT NULL,
  partner TEXT NOT NULL,
  intends INTEGER NOT NULL,
  reason TEXT NOT NULL,
  participant TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (session, partner),
  FOREIGN KEY (session, partner) REFERENCES partners (session, id)
) STRICT;
`
