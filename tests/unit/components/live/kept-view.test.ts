import { beforeEach, expect, it, vi } from 'vitest'
import { type Key, keep, under } from '#components/live/database.ts'
import { forgetDesks, forgetOthers, forgetStale, keepView, keptView } from '#components/live/kept-view.ts'
import { readTray } from '#components/live/tray.ts'
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts'

const device = vi.hoisted(() => ({ clear: () => {} }))
vi.mock('#components/live/database.ts', async () => {
  const { deviceInMemory } = await import('#tests/harness/device.ts')
  return Object.assign(device, deviceInMemory())
})
beforeEach(() => device.clear())

const session = 'session-1'
const anna = { session, id: 'anna' }
const stores = ['views', 'copies', 'unsent', 'tray'] as const
const put = (store: (typeof stores)[number], key: Key, value: unknown) =>
  keep(stores, async kept => kept.put(store, key, value))
const view = (id: string, at: number, role = 'participant') =>
  put('views', [session, id], { view: { me: { id, role }, lead: role === 'facilitator' ? id : null }, at })
const edit = (text: string, since = 5) => ({
  update: new Uint8Array(),
  since,
  touches: [{ root: 'notes', id: text, made: true, typed: true, text }],
})
/** What is kept of whom, as `<store> <person>`. */
const kept = () =>
  keep(stores, async rows => {
    const found: string[] = []
    for (const store of stores)
      for (const { key } of await rows.all(store, under())) found.push(`${store} ${key[1]}`)
    return found
  })

it('[N13] a desk of a former round leaves the device; what the server never got of it comes into the tray', async () => {
  for (const [since, desk] of ['desk/1', 'desk/2'].entries()) {
    await put('copies', [session, 'anna', desk, 1, 'a'], new Uint8Array())
    await put('unsent', [session, 'anna', desk, 2, 'b'], edit(`van ${desk}`, since))
  }
  await put('copies', [session, 'anna', 'board', 1, 'a'], new Uint8Array())
  await forgetDesks(anna, 2)
  expect((await readTray(anna)).map(({ text, reason }) => [text, reason])).toEqual([
    ['van desk/1', 'desk-closed'],
  ])
  expect(await kept()).toEqual(['copies anna', 'copies anna', 'unsent anna', 'tray anna'])
  await forgetDesks(anna, null)
  expect((await readTray(anna)).map(({ text }) => text)).toEqual(['van desk/1', 'van desk/2'])
  expect(await kept()).toEqual(['copies anna', 'tray anna', 'tray anna'])
})

it('[N4] who takes another’s place on a device leaves nothing of theirs, but of who leads and may come back', async () => {
  await view('anna', 1)
  await view('bram', 1)
  await view('lead', 1, 'facilitator')
  for (const id of ['bram', 'lead']) await put('unsent', [session, id, 'board', 1, 'x'], edit('x'))
  await forgetOthers(anna)
  expect(await kept()).toEqual(['views anna', 'views lead', 'unsent lead'])
})

const empty = {
  protocol: PROTOCOL_VERSION,
  session: { id: session },
  me: { id: 'anna' },
  intents: [],
  signing: { signBy: null, mail: null },
  signatories: [],
  ballots: [],
  checks: [],
}

it('what a page of another version kept is not shown: it lacks what pages of this one read', async () => {
  await keepView(empty as never, 1)
  expect(await keptView(anna)).not.toBeNull()
  await keepView({ ...empty, protocol: PROTOCOL_VERSION - 1 } as never, 2)
  expect(await keptView(anna)).toBeNull()
})

it('[U25] no answer to a check, nor what was written in one, is kept on the device', async () => {
  const checks = [
    { id: 'open', state: 'open', answer: { formeel: 7 }, told: null },
    { id: 'closed', state: 'closed', answer: { formeel: 7 }, told: { calls: ['Bo'] }, picture: {} },
  ]
  const seen = { ...empty, checks }
  await keepView(seen as never, 1)
  expect((await keptView(anna))?.view.checks).toEqual([
    { id: 'closed', state: 'closed', answer: null, told: null, picture: {} },
  ])
})

it('wipes a session that nobody opened here for two months', async () => {
  const day = 24 * 60 * 60 * 1000
  await view('anna', 100 * day)
  await put('tray', [session, 'anna', 'x'], {})
  await forgetStale(159 * day)
  expect(await kept()).toEqual(['views anna', 'tray anna'])
  await forgetStale(161 * day)
  expect(await kept()).toEqual([])
})
