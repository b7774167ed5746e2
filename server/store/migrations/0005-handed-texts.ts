/** Texts that a document did not take and that their writers gave to the facilitator; ids are the writers' own making. */
export const sql = `
CREATE TABLE handed_texts (
  session TEXT NOT NULL,
  participant TEXT NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  handed_at INTEGER NOT NULL,
  handled_at INTEGER,
  PRIMARY KEY (session, participant, id),
  FOREIGN KEY (session, participant) REFERENCES participants (session, id)
) STRICT, WITHOUT ROWID;
`
