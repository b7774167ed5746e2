import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterAll, expect, test, vi } from 'vitest'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { fromDevice, LocalCopy } from '#components/live/local-copy.ts'
import { readTray } from '#components/live/tray.ts'
import type { deviceInMemory } from '#tests/harness/device.ts'

const device = vi.hoisted(() => ({
  current: null as unknown as ReturnType<typeof deviceInMemory>,
  /** What tabs tell each other gets lost: nothing may depend on it. */
  deaf: false,
}))
vi.mock('#components/live/database.ts', async () => {
  const { deviceInMemory } = await import('#tests/harness/device.ts')
  device.current = deviceInMemory()
  return device.current
})

// All tabs are on this one page, where a document's own tab would not listen.
vi.mock('#components/live/tabs.ts', async load => {
  const actual = await load<typeof import('#components/live/tabs.ts')>()
  const hearTabs: typeof actual.hearTabs = (person, hear) =>
    actual.hearTabs(person, told => device.deaf || hear(told, false))
  return { ...actual, hearTabs }
})

const person = { session: 'session-1', id: 'person-1' }
const crashed: LocalCopy[] = []
// Their channels would keep the process.
afterAll(() => {
  for (const copy of crashed) copy.close()
})

/** Everything that is under way between tabs and device has arrived. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise(resolve => setImmediate(resolve))
    await device.current.settled()
  }
}

type Tab = { doc: Y.Doc; copy: LocalCopy; hear(message: Uint8Array): void }
/** A server that stores and shows at once, to whoever is connected. `refuses`: it takes nothing. */
function server() {
  const doc = new Y.Doc()
  const tabs = new Set<Tab>()
  const tell = (tab: Tab, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder()
    write(encoder)
    tab.hear(encoding.toUint8Array(encoder))
  }
  const hall = {
    doc,
    tabs,
    refuses: false,
    take(update: Uint8Array, from: Tab) {
      if (hall.refuses) {
        tabs.delete(from)
        from.copy.discard('phase-forbids')
        return
      }
      const before = Y.encodeStateAsUpdate(doc)
      Y.applyUpdate(doc, update)
      if (Buffer.compare(before, Y.encodeStateAsUpdate(doc)) === 0) return
      for (const tab of tabs) tell(tab, encoder => syncProtocol.writeUpdate(encoder, update))
    },
    join(tab: Tab) {
      tabs.add(tab)
      tell(tab, encoder => syncProtocol.writeSyncStep2(encoder, doc, Y.encodeStateVector(tab.doc)))
      tell(tab, encoder => syncProtocol.writeSyncStep1(encoder, doc))
      hall.take(Y.encodeStateAsUpdate(tab.doc, Y.encodeStateVector(doc)), tab)
    },
  }
  return hall
}

async function openTab(hall: ReturnType<typeof server>): Promise<Tab> {
  const doc = new Y.Doc()
  const copy: LocalCopy = new LocalCopy(
    doc,
    { person, document: 'board' },
    { connected: () => hall.tabs.has(tab), replaced: () => {} },
  )
  const tab: Tab = {
    doc,
    copy,
    hear(message: Uint8Array) {
      copy.heard(decoding.createDecoder(message))
      const reply = encoding.createEncoder()
      syncProtocol.readSyncMessage(decoding.createDecoder(message), reply, doc, 'server')
    },
  }
  doc.on('update', (update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) => {
    if (origin !== 'server' && origin !== fromDevice) copy.edited(update, transaction)
    if (origin !== 'server' && hall.tabs.has(tab)) hall.take(update, tab)
  })
  await copy.load()
  return tab
}

function type(tab: Tab, word: string): void {
  tab.doc.transact(() => {
    const entry = new Y.Map<unknown>()
    entry.set('text', new Y.Text(word))
    tab.doc.getMap('notes').set(word, entry)
  }, 'hand')
}

const step = fc.record({
  what: fc.constantFrom(
    'open',
    'type',
    'type',
    'type',
    'cut',
    'join',
    'close',
    'crash',
    'write',
    'look',
    'deaf',
  ),
  tab: fc.nat(3),
})

test('[N12] whatever tabs do, and however they end, what was typed in any of them reaches the server', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async steps => {
      device.current.clear()
      device.deaf = false
      const hall = server()
      const tabs: Tab[] = [await openTab(hall), await openTab(hall)]
      const typed: string[] = []
      for (const { what, tab: at } of steps) {
        const tab = tabs[at % Math.max(1, tabs.length)]
        if (what === 'open' || !tab) tabs.push(await openTab(hall))
        else if (what === 'deaf') device.deaf = !device.deaf
        else if (what === 'type') {
          typed.push(`word-${typed.length}`)
          type(tab, typed.at(-1) ?? '')
        } else if (what === 'cut') {
          hall.tabs.delete(tab)
          tab.copy.hand()
        } else if (what === 'join') hall.join(tab)
        else if (what === 'write') await tab.copy.flush()
        else if (what === 'look') await tab.copy.reread()
        else {
          // A crash says nothing to anybody and writes nothing any more.
          hall.tabs.delete(tab)
          await settled()
          if (what === 'close') tab.copy.close()
          else {
            tab.copy.abandon()
            crashed.push(tab.copy)
          }
          tabs.splice(tabs.indexOf(tab), 1)
        }
        await settled()
      }
      most = Math.max(most, typed.length)
      const last = await openTab(hall)
      const shown = [...last.doc.getMap('notes').keys()]
      expect(shown.sort(), 'a page without a server shows it').toEqual(typed.toSorted())
      hall.join(last)
      await settled()
      expect([...hall.doc.getMap('notes').keys()].sort()).toEqual(typed.toSorted())
      // Once the server has shown all, nothing waits.
      hall.join(last)
      await last.copy.flush()
      expect(last.copy.pending.count).toBe(0)
      expect(device.current.count('unsent')).toBe(0)
      for (const tab of [...tabs, last]) tab.copy.close()
      await settled()
    }),
    { numRuns: 100 },
  )
  expect(most, 'something was typed').toBeGreaterThan(3)
})

test('[N12] what is refused leaves the copy and comes into the tray, once, with what is typed too late', async () => {
  device.current.clear()
  device.deaf = false
  const hall = server()
  const [one, other] = [await openTab(hall), await openTab(hall)]
  hall.join(one)
  type(one, 'op tijd')
  await one.copy.flush()
  hall.tabs.delete(one)
  type(one, 'te laat')
  type(other, 'ook te laat')
  await settled()
  hall.refuses = true
  hall.join(one)
  type(one, 'nog later')
  await settled()
  expect(device.current.count('copies') + device.current.count('unsent')).toBe(0)
  const texts = (await readTray(person)).map(({ text, reason }) => ({ text, reason }))
  expect(texts.map(({ text }) => text).sort()).toEqual(['nog later', 'ook te laat', 'te laat'])
  expect(new Set(texts.map(({ reason }) => reason))).toEqual(new Set(['phase-forbids']))
  const fresh = await openTab(hall)
  expect(fresh.doc.getMap('notes').size).toBe(0)
  for (const tab of [one, other, fresh]) tab.copy.close()
})

test('[N12] many pieces of a copy become one, without dropping what another tab wrote', async () => {
  device.current.clear()
  device.deaf = true
  const hall = server()
  const [one, other] = [await openTab(hall), await openTab(hall)]
  hall.join(one)
  for (let round = 0; round < 300; round++) {
    type(one, `word-${round}`)
    await one.copy.flush()
    if (round === 150) type(other, 'without a line')
  }
  const pieces = device.current.count('copies')
  expect(pieces).toBeLessThan(210)
  expect(device.current.count('unsent')).toBe(1)
  hall.join(other)
  await other.copy.flush()
  const fresh = await openTab(hall)
  expect(fresh.doc.getMap('notes').size).toBe(301)
  for (const tab of [one, other, fresh]) tab.copy.close()
})
