/** Each update with a checksum, and a place for those that no longer agree with theirs. */
export const sql = `
ALTER TABLE log ADD COLUMN crc INTEGER;
UPDATE log SET crc = crc32(content);

CREATE TABLE quarantine (
  session TEXT NOT NULL,
  document TEXT NOT NULL,
  seq INTEGER NOT NULL,
  participant TEXT,
  content BLOB NOT NULL,
  crc INTEGER,
  found_at INTEGER NOT NULL
) STRICT;
`
