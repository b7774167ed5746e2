/** In a step that keeps writing or moving for some, a client written by hand does it all the same. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import * as Y from 'yjs'
import {
  addCement,
  addLine,
  addNote,
  addProposal,
  addReply,
  addResult,
  moveNote,
  readBoard,
  setDeleted,
  textOf,
  toggleReaction,
} from '#lib/documents/board.ts'
import { addDeskNote } from '#lib/documents/desk.ts'
import { documentKey, statementRoot } from '#lib/documents/names.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import type { Step } from '#lib/domain/programme.ts'
import type { StepMay, StepRights } from '#lib/domain/step-rights.ts'
import { type Declined, makingOf, type Person } from '#server/example/person.ts'
import { gate } from '#server/sync/gate.ts'
import { anna, bram, gateRoom, lead, made } from '#tests/harness/gate-room.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const rights = (part: Partial<StepRights>): StepRights => ({
  write: 'all',
  move: 'all',
  scribes: null,
  ...part,
})
const withRights = (actor: Actor, part: Partial<StepRights>): Actor => ({ ...actor, rights: rights(part) })
const note = { bouwsteen: 'waarde', order: 1, text: 'hallo' } as const

/** Everything that writes, by the phase in which it may be done: on a board with two notes of Anna, a proposal and a line. */
const writing: [string, Stage, (doc: Y.Doc, by: Actor) => void][] = [
  ['a note', 'collect', (doc, by) => addNote(doc, made(by, 'note-new0'), note)],
  ['words in a note', 'collect', doc => textOf(doc, 'notes', 'note-0001')?.insert(0, 'en ')],
  ['a note to the bin', 'collect', doc => setDeleted(doc, 'notes', 'note-0001', 5)],
  ['a proposal', 'order', (doc, by) => addProposal(doc, made(by, 'prop-new0'), { text: 'x', order: 2 })],
  ['words in a proposal', 'order', doc => textOf(doc, 'proposals', 'prop-0001')?.insert(0, 'en ')],
  [
    'cement',
    'collect',
    (doc, by) => addCement(doc, made(by, 'ceme-new0'), { from: 'note-0001', to: 'note-0002', text: 'want' }),
  ],
  [
    'a result',
    'collect',
    (doc, by) => addResult(doc, made(by, 'resu-new0'), { what: 'x', when: '', lead: null, order: 1 }),
  ],
]
const moving: [string, (doc: Y.Doc, by: Actor) => void][] = [
  ['a note elsewhere', doc => moveNote(doc, 'note-0001', { bouwsteen: 'binding', order: 1 })],
]

function board(stage: Stage) {
  const room = gateRoom('collect')
  const fill = (act: (doc: Y.Doc) => void) => expect(room.try(lead, act)).toBeNull()
  expect(room.try(anna, doc => addNote(doc, made(anna, 'note-0001'), note))).toBeNull()
  expect(
    room.try(anna, doc => addNote(doc, made(anna, 'note-0002'), { ...note, bouwsteen: 'opgave' })),
  ).toBeNull()
  fill(doc => addLine(doc, made(lead, 'line-0001'), { title: 'Lijn', order: 1, colour: 'blue' }))
  room.state.stage = 'order'
  expect(
    room.try(anna, doc => addProposal(doc, made(anna, 'prop-0001'), { text: 'Ja', order: 1 })),
  ).toBeNull()
  room.state.stage = stage
  return room
}

describe('[U100] a step narrows what its phase lets people do, and widens nothing', () => {
  it.each(writing)('%s is kept for the scribe of a table, or for who leads', (_, stage, act) => {
    const by = (who: Actor) => (doc: Y.Doc) => act(doc, who)
    for (const [part, refusal] of [
      [{ write: 'leads' }, 'leads-write'],
      [{ write: 'scribes', scribes: [bram.id] }, 'scribes-write'],
      [{ write: 'scribes', scribes: [] }, 'scribes-write'],
    ] as const)
      expect(board(stage).try(withRights(anna, part), by(anna))).toBe(refusal)
    for (const part of [
      { write: 'scribes', scribes: [anna.id] },
      // While nobody sits at a table there is none to write for.
      { write: 'scribes', scribes: null },
      { move: 'leads' },
      {},
    ] as const)
      expect(board(stage).try(withRights(anna, part), by(anna))).toBeNull()
    expect(board(stage).try(withRights(lead, { write: 'leads', move: 'leads' }), by(lead))).toBeNull()
  })

  it.each(moving)('%s is kept for who may order, or for who leads', (_, act) => {
    const by = (who: Actor) => (doc: Y.Doc) => act(doc, who)
    expect(board('collect').try(withRights(anna, { move: 'leads' }), by(anna))).toBe('leads-move')
    expect(board('collect').try(withRights(anna, { move: 'orderers' }), by(anna))).toBe('orderers-move')
    const orders = { ...anna, mayOrder: true }
    expect(board('collect').try(withRights(orders, { move: 'leads' }), by(anna))).toBe('leads-move')
    expect(board('collect').try(withRights(orders, { move: 'orderers' }), by(anna))).toBeNull()
    expect(board('collect').try(withRights(anna, { write: 'leads' }), by(anna))).toBeNull()
    // What the phase forbids a step does not allow.
    expect(board('order').try(withRights(anna, {}), by(anna))).toBe('role-forbids')
    expect(board('decide').try(withRights(orders, { move: 'orderers' }), by(anna))).toBe('phase-forbids')
  })

  it('replies, reactions and one’s own desk are everybody’s in every step', () => {
    const all = withRights(bram, { write: 'leads', move: 'leads' })
    const reply = (doc: Y.Doc) => addReply(doc, made(bram, 'repl-0001'), { note: 'note-0001', text: 'Ja' })
    expect(board('collect').try(all, reply)).toBeNull()
    const react = (doc: Y.Doc) =>
      toggleReaction(doc, made(bram, 'reac-0001'), { note: 'note-0001', kind: 'herken-ik' })
    expect(board('collect').try(all, react)).toBeNull()
    const doc = new Y.Doc()
    addDeskNote(doc, { id: 'note-0001', author: bram.id, at: 1 }, note)
    const passage = { document: documentKey('desk/1', bram.id), doc: new Y.Doc(), owners: new Map() }
    const passed = gate(Y.encodeStateAsUpdate(doc), { ...passage, actor: all, stage: 'desks', frozen: false })
    expect(passed.ok).toBe(true)
  })
})

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const step = (id: string, may: StepMay | undefined, over: Partial<Step> = {}): Step =>
  ({
    ...{ id, day: 'day1', title: id, goal: '', instruction: '', notes: '', minutes: 10, mode: 'tables' },
    ...{ phase: 'collect', view: 'wall', bouwstenen: [], skipped: false, ...(may && { may }), ...over },
  }) as Step

/** A session in whose programme there are these steps, with Anna and Bram. */
async function session(...steps: Step[]) {
  const { lead, join } = await publicSession(server.url)
  const people = [await join('Anna'), await join('Bram'), await join('Cas'), await join('Dina')] as const
  const { version = 0 } = (await lead.view()).programme ?? {}
  await lead.command({ type: 'editProgramme', version, steps })
  return { lead, people, go: (id: string) => lead.command({ type: 'goToStep', step: id }) }
}
const lay = async (person: Person, text: string) =>
  addNote(await person.look('board'), makingOf(person), { bouwsteen: 'waarde', order: 1, text })
const laid = (person: Person, texts: string[]) =>
  person.sees('board', texts.join(), doc =>
    texts.every(text => readBoard(doc).notes.some(n => n.text === text)),
  )
const refused = (person: Person) => expect(person.sees('board', 'a refusal', () => false)).rejects

test('[U101] at each table one writes: the first who sits there, or who took the pen; the server refuses the others', async () => {
  const { lead, people, go } = await session(
    step('step-free', undefined),
    step('step-pens', { write: 'scribes', move: 'all' }),
  )
  const [anna, bram, cas, dina] = people
  const place = { title: 'Tafel', question: '', bouwstenen: [], call: null }
  const seats = { [anna.id]: [0, 1], [bram.id]: [0, 0], [cas.id]: [1, 1], [dina.id]: [1, 0] }
  await lead.command({ type: 'seatTables', seating: { tables: [place, place], rounds: 2, seats } })
  await go('step-free')
  await lay(bram, 'iedereen')
  await laid(lead, ['iedereen'])
  await go('step-pens')
  await lay(anna, 'van Anna')
  await laid(lead, ['van Anna'])
  await lay(bram, 'van Bram')
  await refused(bram).toThrow('scribes-write')
  bram.leave()
  await bram.command({ type: 'takePen' })
  await lay(bram, 'nu wel')
  await laid(lead, ['nu wel'])
  await lay(anna, 'nu niet')
  await refused(anna).toThrow('scribes-write')
  anna.leave()
  // In the next round others sit there: who took the pen did so for one table and one round.
  await lead.command({ type: 'goToRound', round: 1 })
  await lay(anna, 'aan tafel twee')
  await laid(lead, ['aan tafel twee'])
  await lay(cas, 'ook aan tafel twee')
  await refused(cas).toThrow('scribes-write')
  expect(
    readBoard(await lead.look('board'))
      .notes.map(({ text }) => text)
      .sort(),
  ).toEqual(['aan tafel twee', 'iedereen', 'nu wel', 'van Anna'].sort())
  await go('step-free')
  cas.leave()
  await lay(cas, 'weer vrij')
  await laid(lead, ['weer vrij'])
  for (const person of [lead, ...people]) person.leave()
})

test('[U101] nobody takes a pen where there is no table', async () => {
  const { people } = await session(step('step-pens', { write: 'scribes', move: 'all' }))
  const asked = people[0].command({ type: 'takePen' })
  await expect(asked.catch(error => (error as Declined).code)).resolves.toBe('no-tables')
})

test('[U100] in a step of who leads nobody else writes, in the statement either; one of which the phase was left binds nobody', async () => {
  const { lead, people, go } = await session(
    step('step-lead', { write: 'leads', move: 'leads' }, { mode: 'open' }),
  )
  const [anna] = people
  await go('step-lead')
  await lay(anna, 'te veel')
  await refused(anna).toThrow('leads-write')
  await lay(lead, 'van wie leidt')
  await laid(lead, ['van wie leidt'])
  anna.leave()
  await lead.command({ type: 'movePhase', to: 'order' })
  const proposal = makingOf(anna)
  addProposal(await anna.look('board'), proposal, { text: 'De opgave', order: 1 })
  await lead.sees('board', 'the proposal', doc => readBoard(doc).proposals.length === 1)
  anna.leave()

  const actor = { id: anna.id, role: 'participant', partner: null, mayOrder: false } as const
  const text = new Y.Doc()
  text.getXmlFragment(statementRoot).push([new Y.XmlElement('paragraph')])
  const passage = {
    document: 'statement',
    doc: new Y.Doc(),
    owners: new Map(),
    stage: 'statement',
    frozen: false,
  } as const
  const update = Y.encodeStateAsUpdate(text)
  expect(gate(update, { ...passage, actor: { ...actor, rights: rights({ write: 'leads' }) } })).toEqual({
    ok: false,
    refusal: 'leads-write',
  })
  expect(gate(update, { ...passage, actor }).ok).toBe(true)
  lead.leave()
})
