/**
 * Ballots say what they ask beforehand; those of before asked nothing and had no order, meaning or secrecy of their own. A vote keeps
 * who cast and changed it (JSON of lib/domain/ballot.ts). Votes of an anonymous ballot lie together in one box, which is written as a
 * whole; who has voted stands in a table of its own. Hands are counted for a partner, or for who speak for themselves ('').
 */
export const sql = `
UPDATE ballots SET body = json_set(body,
  '$.by', json_extract(body, '$.per'),
  '$.quorum', NULL,
  '$.threshold', NULL,
  '$.shuffled', json('false'),
  '$.anonymous', json('false'),
  '$.entitled', NULL,
  '$.options', json((SELECT json_group_array(json_set(value, '$.meaning', '')) FROM json_each(body, '$.options'))));

ALTER TABLE votes ADD COLUMN trail TEXT NOT NULL DEFAULT '[]';

CREATE TABLE ballot_boxes (
  session TEXT NOT NULL,
  ballot TEXT NOT NULL,
  box TEXT NOT NULL,
  PRIMARY KEY (session, ballot),
  FOREIGN KEY (session, ballot) REFERENCES ballots (session, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot_voted (
  session TEXT NOT NULL,
  ballot TEXT NOT NULL,
  participant TEXT NOT NULL,
  PRIMARY KEY (session, ballot, participant),
  FOREIGN KEY (session, ballot) REFERENCES ballots (session, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot_hands (
  session TEXT NOT NULL,
  ballot TEXT NOT NULL,
  partner TEXT NOT NULL,
  hands TEXT NOT NULL,
  PRIMARY KEY (session, ballot, partner),
  FOREIGN KEY (session, ballot) REFERENCES ballots (session, id)
) STRICT, WITHOUT ROWID;
`
