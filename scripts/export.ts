/**
 * Writes what the product exports of sessions to a folder: `npm run export -- --to <folder> [--session <id or code>]… [--from <backup>]`. All
 * sessions when none is named; of a backup when one is, else of this installation (DATABASE_URL or DATA_DIR), which goes on meanwhile. What is written is
 * what who leads a session can get. Exit code 1, with a sentence, when it could not be done.
 */
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { boardFiles, statementFiles } from '#lib/protocol/files.ts'
import { createApp } from '#server/app.ts'
import { type Config, readConfig } from '#server/config.ts'
import { createLog } from '#server/log.ts'
import { openSeal } from '#server/opened-seal.ts'
import { auditHash } from '#server/session/audit.ts'
import { readCode, tokenOf } from '#server/session/identity.ts'
import { fileStem } from '#server/statement/names.ts'
import { openStore } from '#server/store/open-store.ts'
import { listPostgresSessions } from '#server/store/postgres-reading.ts'
import type { ListedSession } from '#server/store/records/listed.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import { BackupRefused, DATABASE, makeBackup, restoreBackup } from '#server/store/sqlite-backup.ts'
import { listSessions } from '#server/store/sqlite-reading.ts'
import type { Store } from '#server/store/store.ts'
import { asAsked } from './told.ts'

/** What the product gives of a session, below `/api/sessions/<session>/`, with a name for what has none. */
const exports = [
  ...statementFiles.map(ending => `export.${ending}`),
  ...boardFiles,
  'digest.pdf',
  'digest.txt',
]

type Served = { url: string; key: string; sessions: ListedSession[]; close(): Promise<void> }

/** A server that only this process knows of, which changes nothing by itself. */
async function serverOn(store: Store, config: Config): Promise<Omit<Served, 'sessions'>> {
  const key = await store.installation('token-key', async () => '')
  const app = await createApp({
    store,
    log: createLog('error', line => process.stderr.write(`${line}\n`)),
    seal: await openSeal(config, store),
    publicUrl: config.publicUrl,
    dev: false,
    pages: null,
    metricsToken: null,
    sessionsPerHour: 1,
    // There may be what has had its time; whoever asks for it by name has a reason.
    sweeps: false,
  })
  app.server.listen(0, '127.0.0.1')
  await once(app.server, 'listening')
  const { port } = app.server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, key, close: () => app.stop({ notice: 0, answers: 1000 }) }
}

/** On a copy of the installation that nobody else uses. */
async function servedCopy(config: Config, backup: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-export-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const asked = { chained: auditHash, overwrite: false, at: Date.now() }
    const file = backup || join(folder, 'backup')
    if (!backup) await makeBackup(config.dataDir, file, auditHash, Date.now())
    const data = join(folder, 'data')
    await restoreBackup(file, data, asked)
    const database = join(data, DATABASE)
    const served = await serverOn(await createSqliteStore(database), {
      ...config,
      databaseUrl: null,
      dataDir: data,
    })
    const close = () => served.close().finally(remove)
    return { ...served, sessions: await listSessions(database), close }
  } catch (error) {
    remove()
    throw error
  }
}

/** On the database itself, as one node more: a PostgreSQL is not copied in a moment. A PDF that it makes counts as one that went out. */
async function servedPostgres(config: Config, url: string): Promise<Served> {
  const sessions = await listPostgresSessions(url)
  return { ...(await serverOn(await openStore(config), config)), sessions }
}

/** The names of files that were written, and what can't be made on this machine. */
type Made = { files: string[]; missing: string[] }

/** Writes what there is of one session. */
async function write(
  session: ListedSession,
  { url, key }: { url: string; key: string },
  folder: string,
): Promise<Made> {
  const headers = { authorization: `Bearer ${tokenOf(key, session.id, session.lead)}` }
  const files: string[] = []
  const missing: string[] = []
  for (const each of exports) {
    const answer = await fetch(`${url}/api/sessions/${session.id}/${each}`, { headers })
    if (!answer.ok) {
      const { code } = (await answer.json()) as { code: string }
      if (code === 'no-typesetter') missing.push(each)
      // Without a statement there is no such file.
      if (code === 'no-typesetter' || code === 'not-frozen') continue
      throw new BackupRefused(`${each} of session ${session.id} could not be made (${code}).`)
    }
    const name = /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? each
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(join(folder, name), Buffer.from(await answer.arrayBuffer()), { mode: 0o600 })
    files.push(name)
  }
  return { files, missing }
}

const usage = 'npm run export -- --to <folder> [--session <id or code>]… [--from <backup>]'
await asAsked(usage, async () => {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      from: { type: 'string', default: '' },
      session: { type: 'string', multiple: true, default: [] },
    },
  })
  if (!values.to) return null
  const to = resolve(values.to)
  if (existsSync(to) && readdirSync(to).length > 0) throw new BackupRefused(`${to} is not empty.`)
  const config = readConfig()
  const { databaseUrl } = config
  const server =
    databaseUrl === null || values.from
      ? await servedCopy(config, values.from)
      : await servedPostgres(config, databaseUrl)
  try {
    const is =
      (asked: string) =>
      ({ id, code, watchCode }: ListedSession) =>
        [id, code, watchCode].includes(asked) || [code, watchCode].includes(readCode(asked))
    const unknown = values.session.find(asked => !server.sessions.some(is(asked)))
    if (unknown !== undefined) throw new BackupRefused(`There is no session ${unknown}.`)
    const named = server.sessions.filter(
      each => values.session.length === 0 || values.session.some(asked => is(asked)(each)),
    )
    const index: ({ session: string; network: string; title: string; folder: string } & Made)[] = []
    for (const session of named) {
      const day = new Date(session.createdAt).toISOString().slice(0, 10)
      const folder = `${fileStem(day, session.network)}-${session.id}`
      const made = await write(session, server, join(to, folder))
      index.push({ session: session.id, network: session.network, title: session.title, folder, ...made })
    }
    mkdirSync(to, { recursive: true, mode: 0o700 })
    writeFileSync(join(to, 'sessions.json'), `${JSON.stringify(index, null, 2)}\n`, { mode: 0o600 })
    const all = (of: 'files' | 'missing') => index.reduce((sum, each) => sum + each[of].length, 0)
    const lacks = all('missing') > 0 ? ` ${all('missing')} could not be made on this machine.` : ''
    const sessions = `${index.length} session${index.length === 1 ? '' : 's'}`
    return `Written to ${to}: ${all('files')} files of ${sessions}; sessions.json says which.${lacks}`
  } finally {
    await server.close()
  }
})
