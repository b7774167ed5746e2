import type { Participant } from '#lib/domain/participant.ts'
import { pseudonym } from '#lib/domain/pseudonym.ts'
import { signalled } from '#lib/domain/signals.ts'
import type { SessionRecord, SessionTransaction } from '#server/store/store.ts'

/**
 * Takes somebody out of the session, with their name and what they gave to who leads alone. All else refers to them by an id that is nobody's any
 * more: what the group made of it, votes that were counted, the audit trail, whose chain would break. What was signed keeps what it says.
 */
export async function forget(
  tx: SessionTransaction,
  { language }: SessionRecord,
  { id }: Pick<Participant, 'id'>,
): Promise<void> {
  const others = (await tx.participants()).flatMap(each => (each.id === id ? [] : each.name))
  const name = pseudonym(language, others)
  await tx.updateParticipant(id, { name, removed: true, mayOrder: false })
  await tx.dropHandedTexts(id)
  const { hosted: onDevices, ...room } = await tx.room()
  const hosted = Object.fromEntries(
    Object.entries(onDevices).flatMap(([person, device]) =>
      person === id ? [] : [[person, device === id ? null : device]],
    ),
  )
  const without = <T extends { by: string }>(all: readonly T[]) => all.filter(({ by }) => by !== id)
  await tx.saveRoom({
    ...room,
    hosted,
    missing: without(room.missing),
    appeals: without(room.appeals),
    signals: signalled(room.signals, id, { ready: false, hand: false }),
  })
}
