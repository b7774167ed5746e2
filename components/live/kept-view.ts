import type { SessionView } from '#lib/protocol/session-view.ts'
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts'
import { type Key, keep, under } from './database.ts'
import { forgetDrafts } from './drafts.ts'
import type { Edit } from './local-copy.ts'
import { type Person, tellTabs } from './tabs.ts'
import { putInTray, textsOf } from './tray.ts'

/** `at`: when the server last showed it, in ms since 1970. */
export type KeptView = { view: SessionView; at: number }

/** Who this device is in the session, by the cookie that comes with the token; null when that is not known. */
export function personHere(session: string): string | null {
  const name = `person-${session}=`
  const found = document.cookie.split('; ').find(each => each.startsWith(name))
  return found?.slice(name.length) ?? null
}

/** The session as this person last saw it; null when nothing is kept, or by a page of before that knew less of it. */
export async function keptView({ session, id }: Person): Promise<KeptView | null> {
  const rows = await keep(['views'], kept => kept.all<KeptView>('views', under(session, id))).catch(() => [])
  const kept = rows[0]?.value
  return kept?.view.protocol === PROTOCOL_VERSION ? kept : null
}

export async function keepView(view: SessionView, at: number): Promise<void> {
  const key = [view.session.id, view.me.id]
  await keep(['views'], async kept => kept.put('views', key, { view: withoutSecrets(view), at })).catch(
    () => {},
  )
}

/** What opens a door, and what somebody votes or answers, is never kept on a device. */
function withoutSecrets(view: SessionView): SessionView {
  return {
    ...view,
    invitation: null,
    handed: null,
    checks: view.checks
      .filter(({ state }) => state === 'closed')
      .map(each => ({ ...each, answer: null, told: null })),
    lobby: null,
    signatories: view.signatories.map(each => ({ ...each, link: null, named: null, letters: [] })),
    ballots: view.ballots
      .filter(({ state }) => state === 'revealed')
      .map(each => ({ ...each, myChoice: null, stood: [], hands: [] })),
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

/** How long a session that nobody opens stays on a device, in ms. */
const STALE_AFTER = 60 * 24 * 60 * 60 * 1000

/** Wipes the sessions that nobody opened here for long. */
export async function forgetStale(now: number): Promise<void> {
  const views = await keep(['views'], kept => kept.all<KeptView>('views', under())).catch(() => [])
  for (const { key, value } of views) if (now - value.at > STALE_AFTER) await forgetSession(String(key[0]))
}

/**
 * Wipes the desks of former rounds: what was written on them lies on the board by now, perhaps without a name. What the server
 * never got comes into the tray.
 */
export async function forgetDesks(person: Person, round: number | null): Promise<void> {
  const isFormer = ([, , document]: Key) =>
    String(document).startsWith('desk/') && document !== `desk/${round}`
  const all = under(person.session, person.id)
  await keep(['copies', 'unsent', 'tray'], async kept => {
    const copies = (await kept.all('copies', all)).filter(({ key }) => isFormer(key))
    const unsent = (await kept.all<Omit<Edit, 'key'>>('unsent', all)).filter(({ key }) => isFormer(key))
    for (const desk of new Set(unsent.map(({ key }) => String(key[2])))) {
      const edits = unsent.filter(({ key }) => key[2] === desk).map(({ value }) => value)
      await putInTray(kept, person, textsOf(edits, desk, 'desk-closed'))
    }
    for (const { key } of copies) kept.remove('copies', key)
    for (const { key } of unsent) kept.remove('unsent', key)
  }).catch(() => {})
  tellTabs(person, { tray: true })
}

/**
 * Wipes what others left here of this session. Only that of whom the facilitator's link opens as stays: they come back by it, and nobody else can
 * become who they were once another joined in their place.
 */
export async function forgetOthers(me: Person): Promise<void> {
  await keep(all, async kept => {
    for (const { key, value } of await kept.all<KeptView>('views', under(me.session))) {
      const person = key[1] ?? ''
      if (person === me.id || value.view.lead === person) continue
      for (const store of all) kept.remove(store, under(me.session, person))
      forgetDrafts(me.session, String(person))
    }
  }).catch(() => {})
}
