/**
 * What a session that is a new edition keeps of the one before it: its number, its statement in canonical form, and its signatures as JSON
 * of lib/domain/signature.ts. `former` refers to no row: that session may be gone. It is begun anew once.
 */
export const sql = `
CREATE TABLE editions (
  session TEXT PRIMARY KEY REFERENCES sessions (id),
  former TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL,
  canonical TEXT NOT NULL,
  signatures TEXT NOT NULL
) STRICT;

CREATE TRIGGER editions_stay BEFORE UPDATE ON editions BEGIN SELECT RAISE(ABORT, 'a former edition is never changed'); END;
`
