/**
 * Checks what was agreed, without the server: `npm run verify` the record of every session of the installation (DATABASE_URL, else DATA_DIR),
 * `npm run verify -- <file>` a PDF or JSON that left one. `--data <folder>` names a folder, `--certificate <file>` whose seal the file should
 * bear (PEM or DER; else that of the installation). Exit code 1, and a sentence, where something is not as it was kept; 2 when it can't be read.
 */

import { webcrypto, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '#server/config.ts'
import { checkRecord } from '#server/session/check-record.ts'
import { readKeyFile } from '#server/statement/pkcs12.ts'
import { readCertificate } from '#server/statement/seal-key.ts'
import { type Sealers, verifyFile } from '#server/statement/verify.ts'
import { readPostgresRecords, readPostgresValue } from '#server/store/postgres-reading.ts'
import type { RawRecord } from '#server/store/records/raw-record.ts'
import { DATABASE } from '#server/store/sqlite-backup.ts'
import { readRecords } from '#server/store/sqlite-reading.ts'

/** Where an installation keeps its record: in a PostgreSQL, else in a folder. */
type Place = { databaseUrl: string | null; folder: string }

const say = (line: string) => process.stdout.write(`${line}\n`)

async function verifyRecords(records: readonly RawRecord[]): Promise<boolean> {
  let whole = true
  for (const record of records) {
    const { broken, events, snapshots, signatures } = await checkRecord(
      record,
      webcrypto.subtle as SubtleCrypto,
    )
    say(`${broken.length === 0 ? 'whole ' : 'BROKEN'}  ${record.session}  ${record.network}`)
    say(`        ${events} events, ${snapshots} snapshots, ${signatures} signatures`)
    for (const sentence of broken) say(`        ${sentence}`)
    if (broken.length > 0) whole = false
  }
  const count = `${records.length} session${records.length === 1 ? '' : 's'}`
  say(whole ? `${count}: everything is as it was kept.` : `${count}: not everything is as it was kept.`)
  return whole
}

const meaning = {
  intact: 'This is exactly what was fixed, sealed by this installation.',
  changed: 'Something in this file is not as it was sealed. Do not trust it.',
  'not-ours': 'This file was not sealed by this installation.',
  unreadable: 'This is no statement of a Mozaïekbord.',
}
const looked: Record<string, string> = {
  seal: 'the seal is whole',
  installation: 'the seal is of this installation',
  'statement-hash': 'the text belongs to its hash',
  'board-hash': 'the board belongs to its hash, and the statement to the board',
  signatures: 'the signatures hold, and follow on each other',
  'given-certificate': 'the seal is of the certificate that was named',
  'earlier-seals': 'the earlier seals are whole too',
  attached: 'the data in the file belong to its seal',
  trail: 'the chain of events is whole',
}

const standing = {
  ...{ open: 'no answer yet', partly: 'not all have signed', signed: 'has signed' },
  ...{ declined: 'does not sign', withdrawn: 'withdrew' },
}

async function verifyOne(path: string, sealers: Sealers): Promise<boolean> {
  const { verdict, checks, statement, partners, signatures } = await verifyFile(readFileSync(path), sealers)
  if (statement) {
    say(`${statement.network}: ${statement.title}, version ${statement.version}`)
    say(`fixed ${new Date(statement.frozenAt).toISOString()} as ${statement.hash}`)
    if (statement.reservedBy.length > 0) say(`with reservations of ${statement.reservedBy.join(', ')}`)
  }
  for (const { id, passed, place } of checks)
    say(
      `${passed ? 'yes' : 'NO '}  ${looked[id] ?? id}${place === undefined ? '' : ` (breaks at event ${place})`}`,
    )
  for (const { name, state, signed, of } of partners)
    say(`${name}: ${standing[state]}${of > 1 ? `, ${signed} of ${of} who sign together` : ''}`)
  for (const { name, partner, decision, at, valid, withdrawn } of signatures) {
    const state = `${valid ? 'holds' : 'DOES NOT HOLD'}${withdrawn ? ', withdrawn later' : ''}`
    say(`${partner}: ${name} ${decision}, ${new Date(at).toISOString()} (${state})`)
  }
  say(meaning[verdict])
  return verdict === 'intact'
}

/** By the certificate that is named; else by that of the installation, and of the operator's own key where that is set. */
async function sealersOf(
  given: string | undefined,
  { databaseUrl, folder }: Place,
  sealFile: Config['sealFile'],
): Promise<Sealers> {
  if (given !== undefined) return { own: [], given: new X509Certificate(readFileSync(given)).raw }
  const file = join(folder, 'seal.json')
  const seal = databaseUrl === null ? file : 'the seal in the database of DATABASE_URL'
  const inFile = existsSync(file) ? readFileSync(file, 'utf8') : null
  const text = databaseUrl === null ? inFile : await readPostgresValue(databaseUrl, 'seal')
  const kept = text === null ? [] : [readCertificate(text, seal)]
  const operators = sealFile ? [readKeyFile(readFileSync(sealFile.path), sealFile.password).certificate] : []
  if (kept.length + operators.length === 0)
    throw new Error(`${seal} is not there: name the certificate with --certificate <file>.`)
  return { own: [...operators, ...kept], given: null }
}

try {
  const options = { data: { type: 'string' }, certificate: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const config = readConfig()
  const folder = values.data ?? config.dataDir
  const databaseUrl = values.data === undefined ? config.databaseUrl : null
  const [file] = positionals
  const whole = file
    ? await verifyOne(file, await sealersOf(values.certificate, { databaseUrl, folder }, config.sealFile))
    : await verifyRecords(
        databaseUrl === null
          ? await readRecords(join(folder, DATABASE))
          : await readPostgresRecords(databaseUrl),
      )
  process.exitCode = whole ? 0 : 1
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
}
