import type { Participant } from '#lib/domain/participant.ts'
import type { SessionTransaction } from '../store.ts'
import type { Row, Statements } from './statements.ts'

export function participantOf(row: Row): Participant {
  return {
    id: row.id as string,
    name: row.name as string,
    partner: row.partner as string | null,
    role: row.role as Participant['role'],
    mayOrder: row.may_order === 1,
    removed: row.removed === 1,
    waiting: row.waiting === 1,
    ...(row.made_up === 1 ? { madeUp: true as const } : {}),
  }
}

export async function insertParticipant(
  sql: Statements,
  session: string,
  participant: Participant,
): Promise<void> {
  await sql.run(
    `INSERT INTO participants (session, id, name, partner, role, may_order, removed, waiting, made_up)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    session,
    participant.id,
    participant.name,
    participant.partner,
    participant.role,
    Number(participant.mayOrder),
    Number(participant.removed),
    Number(participant.waiting),
    Number(participant.madeUp ?? false),
  )
}

/** What is not named stays as it was. Throws when there is nobody of this id. */
export async function changeParticipant(
  sql: Statements,
  session: string,
  id: string,
  { name, mayOrder, removed, waiting, role }: Parameters<SessionTransaction['updateParticipant']>[1],
): Promise<void> {
  const flag = (value: boolean | undefined) => (value === undefined ? null : Number(value))
  const changed = await sql.run(
    `UPDATE participants SET name = coalesce(?, name), may_order = coalesce(?, may_order), removed = coalesce(?, removed),
       waiting = coalesce(?, waiting), role = coalesce(?, role)
     WHERE session = ? AND id = ?`,
    name ?? null,
    flag(mayOrder),
    flag(removed),
    flag(waiting),
    role ?? null,
    session,
    id,
  )
  if (changed !== 1) throw new Error(`no participant ${id} in session ${session}`)
}
