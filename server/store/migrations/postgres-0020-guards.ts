/** On PostgreSQL: what was fixed is changed by nobody, as migrations/0012 and what came after it say; `erasures` is the one way here too. */
export const sql = `
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $refuse$;
CREATE FUNCTION refuse_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN
  IF NOT EXISTS (SELECT FROM erasures WHERE session = OLD.session AND (what = 'session' OR what = TG_ARGV[1])) THEN
    RAISE EXCEPTION '%', TG_ARGV[0];
  END IF;
  RETURN OLD;
END $refuse$;
CREATE FUNCTION refuse_unless_next() RETURNS trigger LANGUAGE plpgsql AS $refuse$
DECLARE last BIGINT;
BEGIN
  EXECUTE format('SELECT coalesce(max(sequence), 0) FROM %I.%I WHERE session = $1', TG_TABLE_SCHEMA, TG_TABLE_NAME)
    INTO last USING NEW.session;
  IF NEW.sequence <> last + 1 THEN
    RAISE EXCEPTION '%', TG_ARGV[0];
  END IF;
  RETURN NEW;
END $refuse$;
CREATE FUNCTION refuse_other_snapshot() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN
  IF EXISTS (SELECT FROM snapshots WHERE session = NEW.session AND hash = NEW.hash AND canonical <> NEW.canonical) THEN
    RAISE EXCEPTION 'a snapshot is never changed';
  END IF;
  RETURN NEW;
END $refuse$;
CREATE FUNCTION refuse_wiping_what_was_fixed() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN
  IF NEW.what = 'content'
    AND EXISTS (SELECT FROM sessions WHERE id = NEW.session AND coalesce(statement, reopened) IS NOT NULL) THEN
    RAISE EXCEPTION 'a fixed statement is never taken away';
  END IF;
  RETURN NEW;
END $refuse$;

CREATE TRIGGER snapshots_stay BEFORE UPDATE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse('a snapshot is never changed');
CREATE TRIGGER audit_stay BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION refuse('the audit trail is never changed');
CREATE TRIGGER signatures_stay BEFORE UPDATE ON signatures FOR EACH ROW EXECUTE FUNCTION refuse('a signature is never changed');
CREATE TRIGGER editions_stay BEFORE UPDATE ON editions FOR EACH ROW EXECUTE FUNCTION refuse('a former edition is never changed');
CREATE TRIGGER archives_stay BEFORE UPDATE ON archives FOR EACH ROW EXECUTE FUNCTION refuse('an archive is never changed');
CREATE TRIGGER drafts_stay BEFORE UPDATE ON drafts FOR EACH ROW EXECUTE FUNCTION refuse('a kept version is never changed');
CREATE TRIGGER erasures_stay BEFORE UPDATE ON erasures FOR EACH ROW EXECUTE FUNCTION refuse('an erasure is never changed');
CREATE TRIGGER snapshots_keep BEFORE DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_unless_erased('a snapshot is never taken away', 'content');
CREATE TRIGGER snapshots_keep_all BEFORE TRUNCATE ON snapshots EXECUTE FUNCTION refuse('a snapshot is never taken away');
CREATE TRIGGER audit_keep BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_unless_erased('the audit trail is never changed', 'session');
CREATE TRIGGER audit_keep_all BEFORE TRUNCATE ON audit EXECUTE FUNCTION refuse('the audit trail is never changed');
CREATE TRIGGER signatures_keep BEFORE DELETE ON signatures FOR EACH ROW EXECUTE FUNCTION refuse_unless_erased('a signature is never taken away', 'session');
CREATE TRIGGER signatures_keep_all BEFORE TRUNCATE ON signatures EXECUTE FUNCTION refuse('a signature is never taken away');
CREATE TRIGGER editions_keep BEFORE DELETE ON editions FOR EACH ROW EXECUTE FUNCTION refuse_unless_erased('a former edition is never taken away', 'session');
CREATE TRIGGER editions_keep_all BEFORE TRUNCATE ON editions EXECUTE FUNCTION refuse('a former edition is never taken away');
CREATE TRIGGER snapshots_once BEFORE INSERT ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_other_snapshot();
CREATE TRIGGER audit_grows BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION refuse_unless_next('the audit trail grows at its end');
CREATE TRIGGER signatures_grow BEFORE INSERT ON signatures FOR EACH ROW EXECUTE FUNCTION refuse_unless_next('the list of signatures grows at its end');
CREATE TRIGGER erasures_ask BEFORE INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION refuse_wiping_what_was_fixed();
CREATE TRIGGER printed_grows BEFORE UPDATE ON printed FOR EACH ROW
  WHEN (NEW.statement = OLD.statement AND substr(NEW.file, 1, length(OLD.file)) <> OLD.file)
  EXECUTE FUNCTION refuse('a file that went out is only added to');
`
