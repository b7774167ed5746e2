/**
 * The PDF of each statement that went out last, by the address in it. What is signed later is added behind it, so that it begins with every
 * file of it that went out before.
 */
export const sql = `
CREATE TABLE printed (
  session TEXT NOT NULL REFERENCES sessions (id),
  address TEXT NOT NULL,
  statement TEXT NOT NULL,
  signatures INTEGER NOT NULL,
  events INTEGER NOT NULL,
  file BLOB NOT NULL,
  PRIMARY KEY (session, address)
) STRICT;

CREATE TRIGGER printed_grows BEFORE UPDATE ON printed
  WHEN NEW.statement = OLD.statement AND substr(NEW.file, 1, length(OLD.file)) <> OLD.file
  BEGIN SELECT RAISE(ABORT, 'a file that went out is only added to'); END;
`
