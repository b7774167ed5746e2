import type { SignView } from '#lib/protocol/requests.ts'
import { ask } from '#server/example/person.ts'
import { deciding, toTheStatement } from '#tests/hostile/deciding.ts'
import { signedBy } from './declaring.ts'
import type { TestServer } from './server.ts'

/** A session of two partners whose statement is fixed, over the public doors alone. */
export async function signingSession(server: Pick<TestServer, 'url'>) {
  const table = await deciding(server)
  await toTheStatement(table)
  await table.lead.command({ type: 'freezeStatement' })
  for (const person of [table.anna, table.bram, table.cees]) person.leave()
  const signatories = async () => (await table.lead.view()).signatories
  /** The API's path behind the link that the partner (0 or 1) has now. */
  const pathOf = async (index: number) =>
    (await signatories())[index]?.link?.replace('/sign/', '/api/sign/') ?? 'no link'
  const open = (path: string) => ask<SignView>(table.place, path)
  return {
    ...table,
    signatories,
    pathOf,
    open,
    /** Throws with the refusal's code. */
    give: async (path: string, decision: 'signs' | 'declines' | 'withdraws', seen?: SignView) =>
      ask<SignView>(table.place, path, {
        body: await signedBy(seen ?? (await open(path)), decision, Date.now()),
      }),
  }
}
