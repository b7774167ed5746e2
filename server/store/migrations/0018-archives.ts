/**
 * Sessions that were brought back from their file, which is kept as it came. `outcomes`: JSON of the votes' outcomes, for the votes themselves
 * are in no file.
 */
export const sql = `
CREATE TABLE archives (
  session TEXT PRIMARY KEY REFERENCES sessions (id),
  brought_at INTEGER NOT NULL,
  sealed_by TEXT NOT NULL,
  ours INTEGER NOT NULL,
  outcomes TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT;

CREATE TRIGGER archives_stay BEFORE UPDATE ON archives BEGIN SELECT RAISE(ABORT, 'an archive is never changed'); END;
`
