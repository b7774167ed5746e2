import { expect, test } from 'vitest'
import { dossierJsonSchema } from '#server/statement/dossier.ts'
import { read } from './files.ts'

test('docs/dossier.schema.json is the schema that the server publishes; after a change of the format write it anew: node scripts/schema.ts', () => {
  expect(JSON.parse(read('docs/dossier.schema.json'))).toEqual(
    JSON.parse(JSON.stringify(dossierJsonSchema())),
  )
})
