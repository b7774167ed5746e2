/**
 * What a session that is a new edition keeps of the one before it (JSON of lib/domain/edition.ts). `former` refers to no row: that
 * session may be gone. It is begun anew once.
 */
export const sql = `
CREATE TABLE editions (
  session TEXT PRIMARY KEY REFERENCES sessions (id),
  former TEXT NOT NULL UNIQUE,
  kept TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER editions_stay BEFORE UPDATE ON editions BEGIN SELECT RAISE(ABORT, 'a former edition is never changed'); END;
`
