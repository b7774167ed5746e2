import type { CreateAnswer, JoinAnswer } from '#lib/protocol/requests.ts'
import { ask, Person } from '#server/example/person.ts'

/**
 * A session on a running server, made and joined through the public API, with partners of these names. `join` takes a partner's id, and
 * another address of the server where that has moved; `again` gives somebody another device.
 */
export async function publicSession(url: string, names: readonly string[] = []) {
  const place = { url, origin: url }
  const asked = names.map(name => ({ name, kind: '' }))
  const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: asked }
  const created = await ask<CreateAnswer>(place, '/api/sessions', { body })
  const lead = new Person(place, created, null)
  const { code, session } = created
  const join = async (name: string, partner: string | null = null, where = place) => {
    const identity = await ask<JoinAnswer>(where, '/api/join', { body: { code, name, partner } })
    return new Person(where, identity, partner)
  }
  const again = ({ id, token, partner }: Person) =>
    new Person(place, { session, participant: id, token }, partner)
  const partners = names.length > 0 ? (await lead.view()).partners : []
  return { place, session, code, lead, partners, join, again }
}
