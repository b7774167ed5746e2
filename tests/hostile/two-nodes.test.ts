/** Two nodes over one store. What one of them decides holds on the other, whether news comes over or not. */
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { createHub } from '#server/bus/in-process.ts'
import { RawClient } from './raw-client.ts'
import { session, startRooms, until } from './socket-room.ts'

type Node = Awaited<ReturnType<typeof startRooms>>
let nodes: Node[] = []
afterEach(async () => {
  for (const node of nodes.toReversed()) await node.stop()
})

/** `deaf`: no news comes over, and what others did is looked up only when it has to be. */
async function twoNodes(deaf: boolean) {
  const hub = createHub(deaf ? () => {} : setImmediate)
  const never = { connected: 3_600_000, away: 3_600_000 }
  const lookEvery = deaf ? never : { connected: 50, away: 50 }
  const [first, second] = [hub.join(), hub.join()]
  const one = await startRooms({ bus: first, lookEvery })
  nodes = [one]
  const two = await startRooms({ bus: second, lookEvery }, one)
  nodes.push(two)
  return { one, two, kill: () => hub.kill(second) }
}
const raw = async (node: Node, who: string) => {
  const client = await RawClient.connect(`${node.base}/board?who=${who}`)
  client.answer(new Uint8Array([0, 0]))
  client.ask()
  await until(() => client.answered)
  client.shown.length = 0
  return client
}
function noteUpdate(id: string, author: string, client?: number, text = 'x'): Uint8Array {
  const doc = new Y.Doc()
  if (client !== undefined) doc.clientID = client
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text })
  return Y.encodeStateAsUpdate(doc)
}
const change = (node: Node, act: () => void) =>
  node.store.transaction(session, async tx => {
    await tx.updateSession({ definition: null })
    act()
  })

describe('[M11] a node that hears nothing', () => {
  it('takes no edit after another held everybody’s writing, and takes them again after that', async () => {
    const { one, two } = await twoNodes(true)
    const anna = await raw(two, 'person-anna')
    anna.update(noteUpdate('note-0001', 'person-anna'))
    await until(() => anna.shown.length > 0)
    await change(one, () => {
      one.state.held = true
    })
    anna.update(noteUpdate('note-0002', 'person-anna'))
    await until(() => anna.refusals.length > 0)
    expect(anna.refusals).toEqual(['input-held'])
    await change(one, () => {
      one.state.held = false
    })
    anna.update(noteUpdate('note-0003', 'person-anna'))
    await expect.poll(async () => (await one.store.loadDocument({ session, document: 'board' })).last).toBe(2)
    expect(anna.refusals).toHaveLength(1)
  })

  it('takes nothing of who was removed on another', async () => {
    const { one, two } = await twoNodes(true)
    const anna = await raw(two, 'person-anna')
    await change(one, () => {
      one.roster.set('person-anna', { ...(one.roster.get('person-anna') as Participant), removed: true })
    })
    anna.update(noteUpdate('note-0001', 'person-anna'))
    await until(() => anna.refusals.length > 0)
    expect(anna.refusals).toEqual(['removed'])
  })

  it('takes nothing under a client id that somebody brought on another', async () => {
    const { one, two } = await twoNodes(true)
    const [anna, bram] = [await raw(one, 'person-anna'), await raw(two, 'person-bram')]
    anna.update(noteUpdate('note-0001', 'person-anna', 77))
    await until(() => anna.shown.length > 0)
    // Longer than what lies under that id: what is there already is never new, whoever sends it.
    bram.update(noteUpdate('note-0002', 'person-bram', 77, 'langer dan wat er al staat'))
    await until(() => bram.refusals.length > 0)
    expect(bram.refusals).toEqual(['foreign-client'])
  })
})

it('[M12] people are seen from the other node, until they leave or their node is gone', async () => {
  const { one, two, kill } = await twoNodes(false)
  const anna = await one.join('person-anna')
  const bram = await two.join('person-bram')
  const seen = () =>
    [...anna.provider.awareness.getStates().values()].map(state => state.user?.id).filter(Boolean)
  anna.provider.awareness.setLocalState({ at: 'opgave' })
  bram.provider.awareness.setLocalState({ at: 'waarde' })
  await until(() => seen().includes('person-bram'))
  await until(() => one.rooms.here(session).length === 2 && two.rooms.here(session).length === 2)
  bram.provider.disconnect()
  await until(() => !seen().includes('person-bram'))
  bram.provider.connect()
  await until(() => seen().includes('person-bram'))
  kill()
  await until(() => !seen().includes('person-bram'))
  await until(() => one.rooms.here(session).length === 1)
})

it('[M13] a board that is wiped on one node is empty for who has it open on the other', async () => {
  const { one, two } = await twoNodes(false)
  const anna = await two.join('person-anna')
  addNote(
    anna.doc,
    { id: 'note-0001', author: 'person-anna', partner: null, at: 1 },
    { ...{ bouwsteen: 'opgave', order: 1, text: 'van voor het wissen' } },
  )
  const bram = await one.join('person-bram')
  await until(() => readBoard(bram.doc).notes.length === 1)
  await one.rooms.wipe(session, () => one.store.transaction(session, tx => tx.wipeContent()))
  await one.rooms.announce(session)
  await until(() => anna.said.some(frame => frame.type === 'refusal' && frame.code === 'wiped'))
  const late = await two.join('person-obse')
  expect(readBoard(late.doc).notes).toEqual([])
})
