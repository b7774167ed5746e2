import type { Programme } from '#lib/domain/programme.ts'
import { emptyRoom, type RoomState } from '#lib/domain/room-state.ts'
import type { Statements } from './sqlite-statements.ts'
import type { SessionTransaction } from './store.ts'

/** One row of JSON holds both, each key once. Rows of before there was more of a room lack some of its keys. */
type Body = Partial<Programme & RoomState>

function read(sql: Statements, session: string): Body | null {
  const text = sql.one('SELECT body FROM programmes WHERE session = ?', session)?.body
  return text === undefined ? null : (JSON.parse(text as string) as Body)
}

function write(sql: Statements, session: string, body: Body): void {
  const text =
    'INSERT INTO programmes (session, body) VALUES (?, ?) ON CONFLICT (session) DO UPDATE SET body = excluded.body'
  sql.run(text, session, JSON.stringify(body))
}

const programmeIn = ({ steps = [], version = 0, at = null, since = null }: Body): Programme => ({
  ...{ steps, version, at, since },
})

function roomIn({ steps, version, at, since, ...room }: Body): RoomState {
  return { ...emptyRoom, ...room, leading: { ...emptyRoom.leading, ...room.leading } }
}

/** Puts down the programme that a session begins with. */
export function beginProgramme(sql: Statements, session: string, programme: Programme): void {
  write(sql, session, programme)
}

export type Programmes = Pick<SessionTransaction, 'programme' | 'room' | 'saveProgramme' | 'saveRoom'>

/** A session's programme, and what goes on in its room, through `sql`. */
export function programmesIn(sql: Statements, session: string): Programmes {
  return {
    async programme() {
      const body = read(sql, session)
      return body && programmeIn(body)
    },
    room: async () => roomIn(read(sql, session) ?? {}),
    saveProgramme: async programme => write(sql, session, { ...read(sql, session), ...programme }),
    saveRoom: async room => {
      const body = read(sql, session) ?? {}
      write(sql, session, { ...programmeIn(body), ...room })
    },
  }
}
