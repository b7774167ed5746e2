/**
 * Whom each partner has sign, what was sent to them (JSON of lib/domain/signatory.ts) and when they opened their link; links that were
 * renewed, so that who comes by one is told so; and the day to sign by.
 */
export const sql = `
ALTER TABLE signatories ADD COLUMN named TEXT;
ALTER TABLE signatories ADD COLUMN letters TEXT NOT NULL DEFAULT '[]';
ALTER TABLE signatories ADD COLUMN opened_at INTEGER;

CREATE TABLE former_links (
  token TEXT PRIMARY KEY,
  session TEXT NOT NULL,
  partner TEXT NOT NULL,
  FOREIGN KEY (session, partner) REFERENCES partners (session, id)
) STRICT;

CREATE TABLE signing (
  session TEXT PRIMARY KEY REFERENCES sessions (id),
  sign_by TEXT
) STRICT;
`
