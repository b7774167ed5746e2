import type { Programme } from '#lib/domain/programme.ts'
import { emptyRoom, type RoomState } from '#lib/domain/room-state.ts'
import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

/** One row of JSON holds both, each key once. Rows of before there was more of a room lack some of its keys. */
type Body = Partial<Programme & RoomState>

async function read(sql: Statements, session: string): Promise<Body | null> {
  const text = (await sql.one('SELECT body FROM programmes WHERE session = ?', session))?.body
  return text === undefined ? null : (JSON.parse(text as string) as Body)
}

async function write(sql: Statements, session: string, body: Body): Promise<void> {
  const text =
    'INSERT INTO programmes (session, body) VALUES (?, ?) ON CONFLICT (session) DO UPDATE SET body = excluded.body'
  await sql.run(text, session, JSON.stringify(body))
}

const programmeIn = ({ steps = [], version = 0, at = null, since = null }: Body): Programme => ({
  ...{ steps, version, at, since },
})

function roomIn({ steps, version, at, since, ...room }: Body): RoomState {
  return { ...emptyRoom, ...room, leading: { ...emptyRoom.leading, ...room.leading } }
}

/** Puts down the programme that a session begins with. */
export async function beginProgramme(sql: Statements, session: string, programme: Programme): Promise<void> {
  await write(sql, session, programme)
}

export type Programmes = Pick<SessionTransaction, 'programme' | 'room' | 'saveProgramme' | 'saveRoom'>

/** A session's programme, and what goes on in its room, through `sql`. */
export function programmesIn(sql: Statements, session: string): Programmes {
  return {
    async programme() {
      const body = await read(sql, session)
      return body && programmeIn(body)
    },
    room: async () => roomIn((await read(sql, session)) ?? {}),
    saveProgramme: async programme => write(sql, session, { ...(await read(sql, session)), ...programme }),
    saveRoom: async room => {
      const body = (await read(sql, session)) ?? {}
      await write(sql, session, { ...programmeIn(body), ...room })
    },
  }
}
