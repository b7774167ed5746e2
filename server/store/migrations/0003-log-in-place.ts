/**
 * The log lies in the order in which it is read: a room's rows next to each other, and an update is one page written instead of
 * three. An update's place follows from the one before it, so documents need not count.
 */
export const sql = `
CREATE TABLE log_in_place (
  session TEXT NOT NULL,
  document TEXT NOT NULL,
  seq INTEGER NOT NULL,
  participant TEXT,
  content BLOB NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (session, document, seq),
  FOREIGN KEY (session, document) REFERENCES documents (session, document)
) STRICT, WITHOUT ROWID;
INSERT INTO log_in_place SELECT session, document, seq, participant, content, crc FROM log;
DROP TABLE log;
ALTER TABLE log_in_place RENAME TO log;
ALTER TABLE documents DROP COLUMN last;
`
