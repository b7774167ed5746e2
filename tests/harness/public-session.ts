import type { CreateAnswer, JoinAnswer } from '#lib/protocol/requests.ts'
import { ask, Person } from '#server/example/person.ts'

/** A session without partners on a running server, made and joined through the public API. */
export async function publicSession(url: string) {
  const place = { url, origin: url }
  const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
  const created = await ask<CreateAnswer>(place, '/api/sessions', { body })
  const join = async (name: string) => {
    const joining = { code: created.code, name, partner: null }
    return new Person(place, await ask<JoinAnswer>(place, '/api/join', { body: joining }), null)
  }
  return { session: created.session, lead: new Person(place, created, null), join }
}
