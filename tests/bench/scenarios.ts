import { herd, seedFile } from './herd.ts'
import { type Figures, moving, type Span, typing } from './load.ts'
import { seatAll } from './seat.ts'
import { type Subject, type SubjectName, startSubject } from './subject.ts'

/** `limit`: no server that reads what it passes on can do it in less, so it is shown and not called a peer. */
export type Scenario = {
  name: string
  title: string
  subjects: readonly SubjectName[]
  run(subject: SubjectName, span: Span): Promise<Figures>
}

const all = ['ours', 'y-websocket', 'hocuspocus', 'bare'] as const
/** Where edits are what is measured. */
const writing = ['ours', 'y-websocket', 'hocuspocus', 'keeping', 'bare'] as const

async function withSubject<T>(
  name: SubjectName,
  task: { rooms: number; people: number; seed?: string },
  work: (subject: Subject) => Promise<T>,
): Promise<T> {
  const subject = await startSubject(name, { seed: null, ...task })
  try {
    return await work(subject)
  } finally {
    await subject.end()
  }
}

/** `writers` people write ten times a second in a room where `readers` more read. */
function room(
  name: string,
  title: string,
  people: { writers: number; readers: number; hz: number },
): Scenario {
  const { writers, readers, hz } = people
  return {
    name,
    title,
    subjects: writing,
    run: (subject, span) =>
      withSubject(subject, { rooms: 1, people: writers + readers }, async running => {
        const seats = await seatAll(subject, running.ready.port, running.ready.rooms[0] ?? [])
        return typing(running, seats, seats.slice(0, writers), hz, span)
      }),
  }
}

function presence(people: number): Scenario {
  return {
    name: `presence-${people}`,
    title: `presence: ${people} people move a cursor 10 times a second`,
    // Past 400 the others have broken down already.
    subjects: people > 400 ? ['ours', 'hocuspocus'] : all,
    run: (subject, span) =>
      withSubject(subject, { rooms: 1, people }, async running => {
        const seats = await seatAll(subject, running.ready.port, running.ready.rooms[0] ?? [])
        return moving(running, seats, 10, span)
      }),
  }
}

function herdOf(clients: number, restarted: boolean): Scenario {
  return {
    name: restarted ? 'herd-cold' : 'herd-warm',
    title: `herd: ${clients} people open a board of 5,000 notes at once${restarted ? ', straight after a restart' : ''}`,
    subjects: all,
    async run(subject) {
      const seed = seedFile()
      try {
        return await withSubject(subject, { rooms: 1, people: clients, seed: seed.file }, async running => {
          if (restarted) await running.restart()
          // Warm: the code has run and the board is in memory, because it was opened a moment ago.
          else for (let turn = 0; turn < 3; turn++) await herd(running, clients)
          return herd(running, clients)
        })
      } finally {
        seed.remove()
      }
    },
  }
}

/** So few edits a second have what is used compiled only by then, in s: before, a sixth of the server's time goes to that. */
const MANY_ROOMS_WARM_UP = 30

const manyRooms: Scenario = {
  name: 'rooms',
  title: 'many rooms: 200 rooms of 10 people, one of each writes twice a second',
  subjects: writing,
  run: (subject, span) =>
    withSubject(subject, { rooms: 200, people: 10 }, async running => {
      const { port, rooms } = running.ready
      const seats = await seatAll(subject, port, rooms.flat())
      return typing(
        running,
        seats,
        seats.filter((_, index) => index % 10 === 0),
        2,
        { ...span, warmUp: MANY_ROOMS_WARM_UP },
        10,
      )
    }),
}

const typists = room('typing', 'typing: 30 typists and 100 readers', { writers: 30, readers: 100, hz: 10 })

export const scenarios: readonly Scenario[] = [
  room('fan-out-100', 'fan-out: 10 writers, 100 readers', { writers: 10, readers: 100, hz: 10 }),
  room('fan-out-400', 'fan-out: 10 writers, 400 readers', { writers: 10, readers: 400, hz: 10 }),
  presence(200),
  presence(400),
  presence(800),
  herdOf(100, false),
  herdOf(100, true),
  typists,
  manyRooms,
  {
    ...typists,
    name: 'trust',
    title: 'price of trust: typing, gate and log on and off',
    subjects: ['ours', 'open'],
  },
]
