import { writeFileSync } from 'node:fs'
import { dossierJsonSchema } from '#server/statement/dossier.ts'

// Writes docs/dossier.schema.json anew, by the format of the dossier as the code has it.
const file = new URL('../docs/dossier.schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(dossierJsonSchema(), null, 2)}\n`)
