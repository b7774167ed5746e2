/**
 * What several nodes over one database need to know: how often a session was changed (`epoch`), how often a document began anew (`life`),
 * and with which update a Yjs client id came (`place`).
 */
export const sql = `
ALTER TABLE sessions ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN life INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clients ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
`
