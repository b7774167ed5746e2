import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shipped } from '#tests/harness/shipped.ts'
import { SERVER_CORE } from './machine.ts'

/**
 * A server under test. `open`: ours with the gate and the log off, for the price of trust. `bare`: ws alone, the limit; `keeping`: the same
 * with each update applied by Yjs and kept in a durable transaction, the limit for who has a document and keeps it.
 */
export const subjects = ['ours', 'open', 'y-websocket', 'hocuspocus', 'keeping', 'bare'] as const
export type SubjectName = (typeof subjects)[number]
/** In whose file a subject is, where that isn't its own. */
const programs: Partial<Record<SubjectName, SubjectName>> = { open: 'ours', keeping: 'bare' }

/** What a subject must have ready before it listens. `seed`: a file with the state that its first room's board holds. */
export type Task = { folder: string; rooms: number; people: number; seed: string | null }
/** Where one person of a room connects to, and as whom. `room`: the document's name, for protocols that repeat it. */
export type Seating = { path: string; room: string; person: string }
/** What a subject says when it listens: its port, and for each room who may come. */
export type Ready = { port: number; rooms: Seating[][] }

export type Subject = {
  name: SubjectName
  pid: number
  ready: Ready
  /** Starts the process anew on the same folder: nothing is in memory. */
  restart(): Promise<void>
  end(): Promise<void>
}

/** Starts a server in a process of its own, on its own core. */
export async function startSubject(name: SubjectName, task: Omit<Task, 'folder'>): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-bench-'))
  const program = programs[name] ?? name
  const file = new URL(`subjects/${program}.ts`, import.meta.url).pathname
  let child: ChildProcess | undefined
  const start = async (): Promise<Ready> => {
    const own = program === 'ours' ? shipped() : { settings: [], flags: [] }
    const command = ['env', ...own.settings, process.execPath, ...own.flags, file]
    const args = ['-c', String(SERVER_CORE), ...command, name, JSON.stringify({ ...task, folder })]
    const started = spawn('taskset', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child = started
    const ended = once(started, 'exit').then(([code]) => {
      throw new Error(`${name} ended with ${code}`)
    })
    const [ready] = (await Promise.race([once(started, 'message'), ended])) as [Ready]
    ended.catch(() => {})
    return ready
  }
  const end = async () => {
    if (!child) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  // Our first start makes the installation's seal, once in its life and in 15 MB of its own: it is measured as it starts on any other day.
  if (program === 'ours') await start().then(end)
  const subject: Subject = {
    name,
    ready: await start(),
    // taskset becomes the server itself, so its id is the server's.
    pid: child?.pid as number,
    async restart() {
      await end()
      subject.ready = await start()
      subject.pid = child?.pid as number
    },
    async end() {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return subject
}

/** In a subject's own process: the task that it was given. */
export function givenTask(): { name: SubjectName; task: Task } {
  const [name, task = ''] = process.argv.slice(2)
  return { name: name as SubjectName, task: JSON.parse(task) as Task }
}

/** In a subject's own process: says that it listens. */
export function sayReady(ready: Ready): void {
  process.send?.(ready)
}

/** Rooms of a server that knows nobody: all go to one path. */
export function openRooms({ rooms, people }: Task): Seating[][] {
  return Array.from({ length: rooms }, (_, room) =>
    Array.from({ length: people }, (_, index) => ({
      path: `/room-${room}`,
      room: `room-${room}`,
      person: personOf(room, index),
    })),
  )
}

export const personOf = (room: number, index: number): string =>
  `person-${String(room).padStart(4, '0')}-${String(index).padStart(4, '0')}`
