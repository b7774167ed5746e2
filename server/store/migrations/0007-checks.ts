/**
 * Checks (JSON of lib/domain/check.ts). Answers in a name have a row each. Those of an anonymous check lie together in one box, which
 * is written as a whole; who has answered it stands in a table of its own.
 */
export const sql = `
CREATE TABLE checks (
  session TEXT NOT NULL REFERENCES sessions (id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session, id)
) STRICT;

CREATE TABLE check_answers (
  session TEXT NOT NULL,
  check_id TEXT NOT NULL,
  answerer TEXT NOT NULL,
  participant TEXT NOT NULL,
  partner TEXT,
  answer TEXT NOT NULL,
  PRIMARY KEY (session, check_id, answerer),
  FOREIGN KEY (session, check_id) REFERENCES checks (session, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_boxes (
  session TEXT NOT NULL,
  check_id TEXT NOT NULL,
  box TEXT NOT NULL,
  PRIMARY KEY (session, check_id),
  FOREIGN KEY (session, check_id) REFERENCES checks (session, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_answered (
  session TEXT NOT NULL,
  check_id TEXT NOT NULL,
  participant TEXT NOT NULL,
  PRIMARY KEY (session, check_id, participant),
  FOREIGN KEY (session, check_id) REFERENCES checks (session, id)
) STRICT, WITHOUT ROWID;
`
