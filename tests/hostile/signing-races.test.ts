import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditAnswer, SignView } from '#lib/protocol/requests.ts'
import { ask } from '#server/example/person.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { signingSession } from '#tests/harness/signing-session.ts'
import { deciding, toTheStatement } from './deciding.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

/** How often a race is run, for either may win. */
const ROUNDS = Number(process.env.RACES ?? 5)
const rounds = Array.from({ length: ROUNDS }, (_, round) => round)

/** What came of things that were done at once: null where it was done, else the code of why not. */
async function outcomes(acts: readonly Promise<unknown>[]): Promise<(string | null)[]> {
  const settled = await Promise.allSettled(acts)
  return settled.map(one =>
    one.status === 'fulfilled' ? null : (/"code":"([a-z-]+)"/.exec(String(one.reason))?.[1] ?? 'unknown'),
  )
}

type Table = Awaited<ReturnType<typeof signingSession>>
const trailOf = async ({ place, lead }: Pick<Table, 'place' | 'lead'>) => {
  const { session } = await lead.view()
  return ask<AuditAnswer>(place, `/api/sessions/${session.id}/audit`, { token: lead.token })
}
const signedOf = async (table: Table) => {
  const { events, brokenAt } = await trailOf(table)
  expect(brokenAt).toBeNull()
  return events.filter(({ type }) => type === 'sign').map(({ detail }) => detail.decision)
}

describe('[S14] at one moment', () => {
  test('eight signatures by one link: one is taken, the others are told so, and the trail has one', async () => {
    const table = await signingSession(server)
    const path = await table.pathOf(0)
    const seen = await table.open(path)
    const acts = rounds
      .slice(0, 4)
      .flatMap(() => [table.give(path, 'signs', seen), table.give(path, 'declines', seen)])
    const came = await outcomes(acts)
    expect(came.filter(code => code === null)).toHaveLength(1)
    expect(came.filter(code => code === 'signed-already')).toHaveLength(acts.length - 1)
    expect((await table.open(path)).signatures).toHaveLength(1)
    expect(await signedOf(table)).toHaveLength(1)
  })

  test('both partners: both are taken', async () => {
    const table = await signingSession(server)
    const paths = [await table.pathOf(0), await table.pathOf(1)]
    expect(await outcomes(paths.map(path => table.give(path, 'signs')))).toEqual([null, null])
    for (const path of paths)
      expect(await table.open(path)).toMatchObject({ complete: true, signatures: [{}] })
    expect(await signedOf(table)).toEqual(['signs', 'signs'])
  })

  test.each(rounds)(
    'a withdrawal and the last signature (%i): never is one withdrawn of what all signed',
    async round => {
      const table = await signingSession(server)
      const [first, second] = [await table.pathOf(0), await table.pathOf(1)]
      await table.give(first, 'signs')
      const seen = [await table.open(first), await table.open(second)] as [SignView, SignView]
      const acts = [() => table.give(first, 'withdraws', seen[0]), () => table.give(second, 'signs', seen[1])]
      const came = await outcomes((round % 2 ? acts : acts.toReversed()).map(act => act()))
      const withdrawn = round % 2 ? came[0] : came[1]
      expect(round % 2 ? came[1] : came[0], 'the last signature is taken anyhow').toBeNull()
      const { complete, signatures } = await table.open(first)
      if (withdrawn === null) expect([complete, signatures.length]).toEqual([false, 2])
      else expect([withdrawn, complete, signatures.length]).toEqual(['signed-by-all', true, 1])
    },
  )

  test.each(rounds)(
    'a signature and one more signatory (%i): nobody signs alone by a sentence of one',
    async round => {
      const table = await signingSession(server)
      const path = await table.pathOf(0)
      const partner = (await table.signatories())[0]?.partner ?? ''
      const seen = await table.open(path)
      const bo = { name: 'Bo', function: 'Bestuurder', email: '' }
      const add = () => table.lead.command({ type: 'addSignatory', partner, ...bo })
      const acts = [add, () => table.give(path, 'signs', seen)]
      const came = await outcomes((round % 2 ? acts : acts.toReversed()).map(act => act()))
      const [added, signed] = round % 2 ? came : came.toReversed()
      expect(added).toBeNull()
      const { signatures, others } = await table.open(path)
      expect(others).toHaveLength(1)
      const [code, count] = signed === null ? [null, 1] : ['signatories-changed', 0]
      expect([signed, signatures.length]).toEqual([code, count])
    },
  )

  test.each(rounds)('a signature and another link (%i): it is taken before, or refused after', async () => {
    const table = await signingSession(server)
    const path = await table.pathOf(0)
    const partner = (await table.signatories())[0]?.partner ?? ''
    const seen = await table.open(path)
    const renew = { type: 'renewSignLink', partner } as const
    const [renewed, signed] = await outcomes([table.lead.command(renew), table.give(path, 'signs', seen)])
    expect(renewed).toBeNull()
    const { signatures } = await table.open(await table.pathOf(0))
    expect([signed, signatures.length]).toEqual(signed === null ? [null, 1] : ['link-renewed', 0])
  })

  test.each(rounds)(
    'a signature and the end of signing (%i): it is taken before, or refused after',
    async () => {
      const table = await signingSession(server)
      const path = await table.pathOf(0)
      const seen = await table.open(path)
      const close = { type: 'movePhase', to: 'closed' } as const
      const [closed, signed] = await outcomes([table.lead.command(close), table.give(path, 'signs', seen)])
      expect(closed).toBeNull()
      const { signatures } = await table.open(path)
      expect([signed, signatures.length]).toEqual(signed === null ? [null, 1] : ['signing-closed', 0])
    },
  )
})

describe('[F9] at one moment', () => {
  test.each(['freezeBoard', 'freezeStatement'] as const)(
    'two of %s: one thing is fixed, and both are told which',
    async type => {
      const table = await deciding(server)
      await toTheStatement(table, type === 'freezeStatement')
      const answers = await Promise.all(Array.from({ length: 4 }, () => table.lead.command({ type })))
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
      const view = await table.lead.view()
      const fixed = type === 'freezeBoard' ? view.board : view.statement
      expect(fixed?.hash).toBe(answers[0]?.id)
      expect(view.signatories).toHaveLength(type === 'freezeStatement' ? 2 : 0)
      expect(new Set(view.signatories.map(({ link }) => link)).size).toBe(view.signatories.length)
      expect((await trailOf(table)).brokenAt).toBeNull()
      for (const person of [table.anna, table.bram, table.cees]) person.leave()
    },
  )
})
