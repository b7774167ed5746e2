/** The first tables. A row belongs to one session and its key starts with that session's id; JSON columns hold lib/domain shapes. */
export const sql = `
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  network TEXT NOT NULL,
  title TEXT NOT NULL,
  dates TEXT NOT NULL,
  language TEXT NOT NULL,
  phase TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE,
  secret_hash TEXT NOT NULL,
  definition TEXT,
  board TEXT,
  statement TEXT
) STRICT;

CREATE TABLE partners (
  session TEXT NOT NULL REFERENCES sessions (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (session, id)
) STRICT;

CREATE TABLE participants (
  session TEXT NOT NULL REFERENCES sessions (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  partner TEXT,
  role TEXT NOT NULL,
  may_order INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  PRIMARY KEY (session, id),
  FOREIGN KEY (session, partner) REFERENCES partners (session, id)
) STRICT;

CREATE TABLE ballots (
  session TEXT NOT NULL REFERENCES sessions (id),
  id TEXT NOT NULL,
  round INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session, id)
) STRICT;

CREATE TABLE votes (
  session TEXT NOT NULL,
  ballot TEXT NOT NULL,
  voter TEXT NOT NULL,
  participant TEXT NOT NULL,
  partner TEXT,
  choice TEXT NOT NULL,
  PRIMARY KEY (session, ballot, voter),
  FOREIGN KEY (session, ballot) REFERENCES ballots (session, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE signatories (
  session TEXT NOT NULL,
  partner TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  signature TEXT,
  PRIMARY KEY (session, partner),
  FOREIGN KEY (session, partner) REFERENCES partners (session, id)
) STRICT;

CREATE TABLE snapshots (
  session TEXT NOT NULL REFERENCES sessions (id),
  hash TEXT NOT NULL,
  canonical TEXT NOT NULL,
  PRIMARY KEY (session, hash)
) STRICT;
CREATE INDEX snapshots_by_hash ON snapshots (hash);

CREATE TABLE audit (
  session TEXT NOT NULL REFERENCES sessions (id),
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  type TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (session, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  session TEXT NOT NULL REFERENCES sessions (id),
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (session, actor, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  session TEXT NOT NULL REFERENCES sessions (id),
  document TEXT NOT NULL CHECK (document IN ('board', 'statement')),
  last INTEGER NOT NULL DEFAULT 0,
  frozen TEXT,
  PRIMARY KEY (session, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  session TEXT NOT NULL,
  document TEXT NOT NULL,
  seq INTEGER NOT NULL,
  participant TEXT,
  content BLOB NOT NULL,
  PRIMARY KEY (session, document, seq),
  FOREIGN KEY (session, document) REFERENCES documents (session, document)
) STRICT;

CREATE TABLE clients (
  session TEXT NOT NULL,
  document TEXT NOT NULL,
  client INTEGER NOT NULL,
  participant TEXT NOT NULL,
  PRIMARY KEY (session, document, client),
  FOREIGN KEY (session, document) REFERENCES documents (session, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE installation (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TRIGGER snapshots_stay BEFORE UPDATE ON snapshots BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_keeps BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER signature_stays BEFORE UPDATE OF signature ON signatories WHEN OLD.signature IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a signature is never changed'); END;
`
