/**
 * Desks: whether notes are collected on them (JSON of lib/domain/desk.ts, or null) and how often they were. A document may be
 * somebody's desk, `desk/<round>/<participant>`; the table is made anew, for that was not among the names it took.
 */
export const sql = `
ALTER TABLE sessions ADD COLUMN desks TEXT;
ALTER TABLE sessions ADD COLUMN desk_rounds INTEGER NOT NULL DEFAULT 0;

PRAGMA defer_foreign_keys = ON;
CREATE TABLE former AS SELECT * FROM documents;
DROP TABLE documents;
CREATE TABLE documents (
  session TEXT NOT NULL REFERENCES sessions (id),
  document TEXT NOT NULL,
  frozen TEXT,
  PRIMARY KEY (session, document)
) STRICT, WITHOUT ROWID;
INSERT INTO documents SELECT session, document, frozen FROM former;
DROP TABLE former;
`
