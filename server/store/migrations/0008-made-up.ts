/** Participants who were made up to rehearse with, and are no people. */
export const sql = `
ALTER TABLE participants ADD COLUMN made_up INTEGER NOT NULL DEFAULT 0;
`
