/** Who the facilitator's link opens as, a code of its own for who only looks on, and who waits to be let in. */
export const sql = `
ALTER TABLE sessions ADD COLUMN lead TEXT;
UPDATE sessions SET lead =
  (SELECT id FROM participants WHERE session = sessions.id AND role = 'facilitator' ORDER BY participants.rowid LIMIT 1);
ALTER TABLE sessions ADD COLUMN watch_code TEXT;
UPDATE sessions SET watch_code = upper(hex(randomblob(8)));
CREATE UNIQUE INDEX sessions_by_watch_code ON sessions (watch_code);
ALTER TABLE participants ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
`
