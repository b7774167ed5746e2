/** The steps of a session and where it is in them, as JSON: read and written whole. */
export const sql = `
CREATE TABLE programmes (
  session TEXT PRIMARY KEY REFERENCES sessions (id),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
