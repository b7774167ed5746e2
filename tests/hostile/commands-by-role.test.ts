import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '#lib/protocol/commands.ts'
import { person } from '#tests/contract/store-samples.ts'
import { deskSession, lead, session } from '#tests/harness/desk-session.ts'
import { rules, type Seat, seats } from './commands-by-role.ts'

const people: Record<Seat, string> = {
  lead,
  participant: 'person-anna',
  observer: 'person-kijker',
  removed: 'person-weg-nu',
  stranger: 'person-nobody',
}
/** What somebody is told who may not do it, whatever the moment. */
const told: Record<Seat, string> = {
  lead: 'role-forbids',
  participant: 'role-forbids',
  observer: 'role-forbids',
  removed: 'removed',
  stranger: 'no-identity',
}
const commands = Object.entries(rules).map(([type, { sample, by }]) => ({
  command: { type, ...sample } as Command,
  by,
}))

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([people.participant])
  await table.store.transaction(session, async tx => {
    await tx.addParticipant(person(people.observer, { role: 'observer' }))
    await tx.addParticipant(person(people.removed, { removed: true }))
  })
})
afterEach(() => table.stop())

const audit = () => table.store.transaction(session, tx => tx.audit())

describe('[P4] every command, from everybody', () => {
  it.each(commands)(
    '$command.type is refused to who may not, and leaves no trace',
    async ({ command, by }) => {
      const before = await table.view(lead)
      for (const seat of seats.filter(each => !by.includes(each)))
        expect([seat, await table.tell(people[seat], command)]).toEqual([seat, told[seat]])
      expect(await table.view(lead)).toEqual(before)
      expect(await audit()).toEqual([])
    },
  )

  it.each(commands)(
    '$command.type from who may is judged by its moment alone, and noted when done',
    async ({ command, by }) => {
      for (const seat of by) {
        const noted = (await audit()).length
        const refusal = await table.tell(people[seat], command)
        expect(['role-forbids', 'removed', 'no-identity']).not.toContain(refusal)
        const events = (await audit()).slice(noted)
        if (refusal !== null) expect(events).toEqual([])
        else expect(events).toMatchObject([{ type: command.type, actor: people[seat] }])
      }
    },
  )
})
