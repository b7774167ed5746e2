import { expect, test } from 'vitest'
import { migrations } from '#server/store/postgres-migrations.ts'

/** From this step on another version may be at work on the same database; those before were never beside another. */
const BESIDE_OTHERS_FROM = 26

/** What takes from a version before something that it reads or writes (docs/decisions/0021). */
const takesAway = [
  /\bDROP\s+(TABLE|COLUMN|VIEW|FUNCTION|SCHEMA)\b/i,
  /\bRENAME\b/i,
  /\bALTER\s+(COLUMN\s+)?"?\w+"?\s+(SET\s+DATA\s+)?TYPE\b/i,
  /\bSET\s+NOT\s+NULL\b/i,
  /\bADD\s+(CONSTRAINT|PRIMARY|UNIQUE|FOREIGN|CHECK)\b/i,
  /\bCREATE\s+UNIQUE\s+INDEX\b/i,
  /\b(DELETE\s+FROM|TRUNCATE)\b/i,
]

/** What of a step's statements the version before can't live with. */
function breaches(sql: string): string[] {
  const statements = sql.split(';').map(each => each.trim().replace(/\s+/g, ' '))
  return statements.filter(each => {
    const needsValue = /\bADD\s+(COLUMN\s+)?.*\bNOT\s+NULL\b/i.test(each) && !/\bDEFAULT\b/i.test(each)
    return needsValue || takesAway.some(pattern => pattern.test(each))
  })
}

test('each step of the database leaves what the version before it needs', () => {
  const steps = migrations.filter(({ number }) => number >= BESIDE_OTHERS_FROM)
  expect(steps.flatMap(({ number, sql }) => breaches(sql).map(each => `${number}: ${each}`))).toEqual([])
})

test.each([
  'ALTER TABLE sessions ADD COLUMN epoch BIGINT NOT NULL',
  'ALTER TABLE sessions DROP COLUMN epoch',
  'ALTER TABLE sessions RENAME COLUMN epoch TO era',
  'ALTER TABLE sessions ALTER COLUMN epoch TYPE TEXT',
  'ALTER TABLE sessions ALTER COLUMN epoch SET NOT NULL',
  'ALTER TABLE sessions ADD CONSTRAINT early CHECK (epoch < 9)',
  'DROP TABLE sessions',
])('a step is found that does not: %s', sql => {
  expect(breaches(`CREATE TABLE fine (id TEXT);\n${sql};`)).toEqual([sql])
})

test('a step that adds is taken for what it is', () => {
  const adds = `
    CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY, UNIQUE (id));
    ALTER TABLE sessions ADD COLUMN era BIGINT NOT NULL DEFAULT 0;
    ALTER TABLE sessions ADD COLUMN note TEXT;
    CREATE INDEX more_by_era ON sessions (era);
    UPDATE sessions SET era = epoch;`
  expect(breaches(adds)).toEqual([])
})
