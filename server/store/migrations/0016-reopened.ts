/**
 * The version of the statement that was opened again and is written on (as `statement`; null: none is). It stays as it was fixed, with what was
 * declared about it, so nothing is wiped meanwhile either.
 */
export const sql = `
ALTER TABLE sessions ADD COLUMN reopened TEXT;

DROP TRIGGER erasures_ask;
CREATE TRIGGER erasures_ask BEFORE INSERT ON erasures
  WHEN NEW.what = 'content' AND (SELECT coalesce(statement, reopened) FROM sessions WHERE id = NEW.session) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a fixed statement is never taken away'); END;
`
