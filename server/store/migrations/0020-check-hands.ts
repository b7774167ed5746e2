/**
 * Answers to a check of people without a device: counted (JSON of lib/domain/check-hands.ts) for a partner, or for who speak for
 * themselves and for slips without a name (''); or filled in for a partner by who leads.
 */
export const sql = `
CREATE TABLE check_hands (
  session TEXT NOT NULL,
  check_id TEXT NOT NULL,
  partner TEXT NOT NULL,
  hands TEXT NOT NULL,
  PRIMARY KEY (session, check_id, partner),
  FOREIGN KEY (session, check_id) REFERENCES checks (session, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE check_answers ADD COLUMN by_lead INTEGER NOT NULL DEFAULT 0;
`
