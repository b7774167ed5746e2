/**
 * What was fixed is changed by nobody, this application included. A second row in the place of a first is caught at inserting: REPLACE
 * passes by what guards deleting. `erasures` is the one way to take something away, for as long as a row of it stands within a transaction:
 * `content` for a session that nothing was fixed in to sign, `session` for one that goes as a whole, with its audit trail.
 */
export const sql = `
CREATE TABLE erasures (
  session TEXT PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('content', 'session'))
) STRICT;

CREATE TRIGGER erasures_ask BEFORE INSERT ON erasures
  WHEN NEW.what = 'content' AND (SELECT statement FROM sessions WHERE id = NEW.session) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a fixed statement is never taken away'); END;
CREATE TRIGGER erasures_stay BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'an erasure is never changed'); END;

CREATE TRIGGER snapshots_keep BEFORE DELETE ON snapshots
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE session = OLD.session)
  BEGIN SELECT RAISE(ABORT, 'a snapshot is never taken away'); END;
CREATE TRIGGER snapshots_once BEFORE INSERT ON snapshots
  WHEN EXISTS (SELECT 1 FROM snapshots WHERE session = NEW.session AND hash = NEW.hash AND canonical <> NEW.canonical)
  BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END;

CREATE TRIGGER signatories_keep BEFORE DELETE ON signatories
  WHEN OLD.signature IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasures WHERE session = OLD.session AND what = 'session')
  BEGIN SELECT RAISE(ABORT, 'a signature is never taken away'); END;
CREATE TRIGGER signatories_once BEFORE INSERT ON signatories
  WHEN EXISTS (SELECT 1 FROM signatories WHERE session = NEW.session AND partner = NEW.partner)
  BEGIN SELECT RAISE(ABORT, 'a signature is never changed'); END;

DROP TRIGGER audit_keeps;
CREATE TRIGGER audit_keeps BEFORE DELETE ON audit
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE session = OLD.session AND what = 'session')
  BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_grows BEFORE INSERT ON audit
  WHEN NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM audit WHERE session = NEW.session)
  BEGIN SELECT RAISE(ABORT, 'the audit trail grows at its end'); END;

CREATE TRIGGER editions_keep BEFORE DELETE ON editions
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE session = OLD.session AND what = 'session')
  BEGIN SELECT RAISE(ABORT, 'a former edition is never taken away'); END;
CREATE TRIGGER editions_once BEFORE INSERT ON editions
  WHEN EXISTS (SELECT 1 FROM editions WHERE session = NEW.session OR former = NEW.former)
  BEGIN SELECT RAISE(ABORT, 'a former edition is never changed'); END;
`
