/**
 * The same as on SQLite (0022): several people may sign for one partner. While nodes are replaced one by one those of before add places without
 * an id, which get their partner's, as they always meant.
 */
export const sql = `
ALTER TABLE signatories ADD COLUMN id TEXT COLLATE "C";
UPDATE signatories SET id = partner;
CREATE FUNCTION first_place() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN NEW.id := coalesce(NEW.id, NEW.partner); RETURN NEW; END $$;
CREATE TRIGGER signatories_first BEFORE INSERT ON signatories FOR EACH ROW EXECUTE FUNCTION first_place();
ALTER TABLE signatories ALTER COLUMN id SET NOT NULL;
ALTER TABLE signatories DROP CONSTRAINT signatories_pkey;
ALTER TABLE signatories ADD PRIMARY KEY (session, id);
`
