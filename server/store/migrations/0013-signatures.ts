/**
 * All that partners declared, each in a row of its own (JSON of lib/domain/signature.ts) in the order in which it came: a signature, a
 * refusal, and what takes one back. `at` is when it came in.
 */
export const sql = `
CREATE TABLE signatures (
  session TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  partner TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session, sequence),
  FOREIGN KEY (session, partner) REFERENCES partners (session, id)
) STRICT;

INSERT INTO signatures (session, sequence, partner, at, body)
  SELECT session, row_number() OVER (PARTITION BY session ORDER BY at, partner), partner, at, signature
  FROM (SELECT session, partner, signature, json_extract(signature, '$.declaration.signedAt') AS at
        FROM signatories WHERE signature IS NOT NULL);

CREATE TRIGGER signatures_stay BEFORE UPDATE ON signatures BEGIN SELECT RAISE(ABORT, 'a signature is never changed'); END;
CREATE TRIGGER signatures_keep BEFORE DELETE ON signatures
  WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE session = OLD.session AND what = 'session')
  BEGIN SELECT RAISE(ABORT, 'a signature is never taken away'); END;
CREATE TRIGGER signatures_grow BEFORE INSERT ON signatures
  WHEN NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM signatures WHERE session = NEW.session)
  BEGIN SELECT RAISE(ABORT, 'the list of signatures grows at its end'); END;

DROP TRIGGER signature_stays;
DROP TRIGGER signatories_keep;
DROP TRIGGER signatories_once;
ALTER TABLE signatories DROP COLUMN signature;
`
