import type { SessionView } from '#lib/protocol/session-view.ts'
import { keep, under } from './database.ts'
import { forgetDrafts } from './drafts.ts'
import type { Person } from './tabs.ts'

/** `at`: when the server last showed it, in ms since 1970. */
export type KeptView = { view: SessionView; at: number }

/** Who this device is in the session, by the cookie that comes with the token; null when that is not known. */
export function personHere(session: string): string | null {
  const name = `person-${session}=`
  const found = document.cookie.split('; ').find(each => each.startsWith(name))
  return found?.slice(name.length) ?? null
}

/** The session as this person last saw it; null when nothing is kept. */
export async function keptView({ session, id }: Person): Promise<KeptView | null> {
  const rows = await keep(['views'], kept => kept.all<KeptView>('views', under(session, id))).catch(() => [])
  return rows[0]?.value ?? null
}

export async function keepView(view: SessionView, at: number): Promise<void> {
  const key = [view.session.id, view.me.id]
  await keep(['views'], async kept => kept.put('views', key, { view: withoutSecrets(view), at })).catch(
    () => {},
  )
}

/** What opens a door, and what somebody votes, is never kept on a device. */
function withoutSecrets(view: SessionView): SessionView {
  return {
    ...view,
    invitation: null,
    handed: null,
    signatories: view.signatories.map(each => ({ ...each, link: null })),
    ballots: view.ballots
      .filter(({ state }) => state === 'revealed')
      .map(each => ({ ...each, myChoice: null })),
  }
}

const all = ['views', 'copies', 'unsent', 'tray'] as const

/** Wipes everything of a session from this device: this person is not, or no longer, in it. */
export async function forgetSession(session: string): Promise<void> {
  forgetDrafts(session, '')
  await keep(all, async kept => {
    for (const store of all) kept.remove(store, under(session))
  }).catch(() => {})
}

/**
 * Wipes what others left here of this session. Only the facilitator's stays: they come back by their link, and nobody else can
 * become who they were once another joined in their place.
 */
export async function forgetOthers(me: Person): Promise<void> {
  await keep(all, async kept => {
    for (const { key, value } of await kept.all<KeptView>('views', under(me.session))) {
      const person = key[1] ?? ''
      if (person === me.id || value.view.me.role === 'facilitator') continue
      for (const store of all) kept.remove(store, under(me.session, person))
      forgetDrafts(me.session, String(person))
    }
  }).catch(() => {})
}
