import { execFile, execFileSync } from 'node:child_process'
import { appendFileSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import { Program, program } from './program.ts'

/** A PostgreSQL of a test's own, on a free port, with its data in a folder of its own. */
export type TestPostgres = {
  /** Of an empty database. */
  url: string
  port: number
  /** Of the process that all its others come from. */
  pid(): number
  /** Makes another empty database; gives its URL. */
  database(): Promise<string>
  /** Ends it in order, but waits for nobody: connections are closed. The data stays. */
  stop(): Promise<void>
  /** `kill -9` of all of it. */
  kill(): Promise<void>
  /** Starts it on the same port and data; one that runs is stopped first. */
  restart(): Promise<void>
  /** Ends it and throws its data away. */
  remove(): Promise<void>
}

const run = promisify(execFile)
const HOST = '127.0.0.1'
const USER = 'postgres'

/** It refuses to run as root; then it runs as the user that its package made. */
function ownUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (option: string) => Number(execFileSync('id', [option, USER], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/**
 * `settings`: of postgresql.conf. It does not wait for the disk unless they say so: what it was told to keep survives the end of any
 * process, and the machine does not fail in a test. `also`: an address of this machine that it is reached by besides.
 */
export async function startPostgres(
  settings: Record<string, string> = {},
  also?: string,
): Promise<TestPostgres> {
  const as = ownUser()
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-postgres-'))
  if (as) chownSync(folder, as.uid, as.gid)
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, ...as }
  const data = join(folder, 'data')
  await run(
    program('initdb', 'initdb'),
    ['-D', data, '-U', USER, '--auth=trust', '--no-sync', '--no-instructions', '-E', 'UTF8'],
    options,
  )
  if (also) appendFileSync(join(data, 'pg_hba.conf'), `host all all ${also}/24 trust\n`)
  const port = await freePort()
  const addresses = [HOST, ...(also ? [also] : [])].join()
  const conf = { fsync: 'off', max_connections: '200', listen_addresses: addresses, ...settings }
  const server = new Program(
    program('postgres', 'initdb'),
    [
      ...['-D', data, '-p', String(port), '-k', folder],
      ...Object.entries(conf).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    /ready to accept connections/,
    options,
  )
  await server.start()
  let made = 0
  const database = async () => {
    made += 1
    const name = `board_${made}`
    await run(program('createdb', 'initdb'), ['-h', HOST, '-p', String(port), '-U', USER, name], options)
    return `postgres://${USER}@${HOST}:${port}/${name}`
  }
  return {
    url: await database(),
    port,
    pid: () => server.pid,
    database,
    stop: async () => void (await server.end('SIGINT')),
    kill: async () => void (await server.end('SIGKILL')),
    restart: async () => {
      await server.end('SIGINT')
      await again(() => server.start())
    },
    remove: async () => {
      await server.end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What was killed leaves a file that says it still runs, and processes that are on their way out. */
async function again(start: () => Promise<void>, tries = 50): Promise<void> {
  try {
    await start()
  } catch (error) {
    if (tries === 0 || !/postmaster\.pid|shared memory/.test(String(error))) throw error
    await again(start, tries - 1)
  }
}
