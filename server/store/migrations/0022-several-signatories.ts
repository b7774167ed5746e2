/**
 * Several people may sign for one partner, each at a place with a link of its own. Who signed until now did so at the one place of
 * their partner, which has the partner's id.
 */
export const sql = `
CREATE TABLE signing_places (
  session TEXT NOT NULL,
  id TEXT NOT NULL,
  partner TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  named TEXT,
  letters TEXT NOT NULL DEFAULT '[]',
  opened_at INTEGER,
  PRIMARY KEY (session, id),
  FOREIGN KEY (session, partner) REFERENCES partners (session, id)
) STRICT;

INSERT INTO signing_places (session, id, partner, token, named, letters, opened_at)
  SELECT session, partner, partner, token, named, letters, opened_at FROM signatories ORDER BY rowid;

DROP TABLE signatories;
ALTER TABLE signing_places RENAME TO signatories;
`
