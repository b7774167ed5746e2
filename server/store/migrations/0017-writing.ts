/**
 * What goes on while the statement is written. `consents`: what partners answer to its sections, one answer each (JSON of
 * lib/domain/consent.ts). `drafts`: versions of the draft that were kept, in the order in which they were; their text lies in
 * `snapshots`. `comments`: what is said of its passages, in the order in which it came (JSON of lib/domain/comment.ts); `changes`: how
 * often one was written.
 */
export const sql = `
CREATE TABLE consents (
  session TEXT NOT NULL REFERENCES sessions (id),
  section TEXT NOT NULL,
  partner TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session, section, partner)
) STRICT;

CREATE TABLE drafts (
  session TEXT NOT NULL REFERENCES sessions (id),
  hash TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session, hash)
) STRICT;

CREATE TRIGGER drafts_stay BEFORE UPDATE ON drafts BEGIN SELECT RAISE(ABORT, 'a kept version is never changed'); END;

CREATE TABLE comments (
  session TEXT NOT NULL REFERENCES sessions (id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (session, id)
) STRICT;
`
