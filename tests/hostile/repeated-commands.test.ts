/** A line that fails after a command arrived has it sent once more, with its key: it is done once. */
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { Step } from '#lib/domain/programme.ts'
import type { Command } from '#lib/protocol/commands.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { makingOf, Person } from '#server/example/person.ts'
import { type Played, playExample } from '#server/example/play.ts'
import { deskSession, lead, MOMENT, PARTNER, session } from '#tests/harness/desk-session.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer } from '#tests/harness/server.ts'
import { leadsAlone } from './commands-by-role.ts'

const anna = 'person-anna'
const day = (days: number) => new Date(MOMENT + days * 24 * 3_600_000).toISOString().slice(0, 10)
const place = { title: 'Tafel', question: '', bouwstenen: [], call: null }
const step: Step = {
  ...{ id: 'step-0001', day: 'day1', title: 'Welkom', goal: '', instruction: '', notes: '', minutes: 10 },
  ...{ mode: 'open', phase: 'collect', view: 'wall', bouwstenen: [], skipped: false },
}

type Given = Command | ((view: SessionView) => Command)
type Case = { before?: [who: string, command: Command][]; command: Given }
const of = (command: Given, ...before: Command[]): Case => ({
  command,
  before: before.map(each => [lead, each]),
})
const check = (view: SessionView): string => view.checks[0]?.id ?? ''

const desks = { type: 'openDesks', promise: 'named' } as const
const programme: Command = { type: 'editProgramme', version: 0, steps: [step] }
const clock = { type: 'startClock', span: 60_000 } as const
const seats = { [anna]: [0, 1] }
const tables = {
  type: 'seatTables',
  seating: { tables: [place, place], rounds: 2, seats },
} as const satisfies Command
const asked = { type: 'openCheck', check: 'relationshipCheckIn', about: null } as const

/** A moment for each command at which it is done and not refused. */
const moments: Partial<Record<Command['type'], Case>> = {
  movePhase: of({ type: 'movePhase', to: 'order' }),
  setParticipant: of({ type: 'setParticipant', participant: anna, mayOrder: true }),
  openDesks: of(desks),
  allowLayOut: of({ type: 'allowLayOut', allowed: true }, desks),
  revealDesks: of({ type: 'revealDesks' }, desks),
  keepUntil: of({ type: 'keepUntil', day: day(30) }),
  setMeeting: of({ type: 'setMeeting', meeting: { date: day(30), time: null, place: '' } }),
  editProgramme: of(programme),
  goToStep: of({ type: 'goToStep', step: step.id }, programme),
  startClock: of(clock),
  addTime: of({ type: 'addTime', span: 60_000 }, clock),
  holdClock: of({ type: 'holdClock', hold: true }, clock),
  stopClock: of({ type: 'stopClock' }, clock),
  seatTables: of(tables),
  goToRound: of({ type: 'goToRound', round: 1 }, tables),
  moveSeat: of({ type: 'moveSeat', participant: anna, table: 1 }, tables),
  setTableCall: of({ type: 'setTableCall', table: 1, call: 'https://video.example/nieuw' }, tables),
  clearTables: of({ type: 'clearTables' }, tables),
  openCheck: of(asked),
  answerForPartner: {
    before: [[lead, { type: 'openCheck', check: 'legitimacy', about: null }]],
    command: view => ({
      type: 'answerForPartner',
      check: check(view),
      partner: PARTNER,
      answer: { formeel: 7 },
    }),
  },
  closeCheck: of(view => ({ type: 'closeCheck', check: check(view) }), asked),
  lowerHand: {
    before: [[anna, { type: 'signal', hand: true }]],
    command: { type: 'lowerHand', participant: anna },
  },
  markHandled: {
    before: [[anna, { type: 'handOver', texts: [{ id: 'text-0001', text: 'Te laat', writtenAt: MOMENT }] }]],
    command: { type: 'markHandled', participant: anna, text: 'text-0001', handled: true },
  },
  openPreparation: of({ type: 'openPreparation' }),
  layDefinitions: of({ type: 'layDefinitions' }, { type: 'openPreparation' }),
  rehearse: of({ type: 'rehearse' }),
  wipeContent: of({ type: 'wipeContent' }, clock),
  holdInput: of({ type: 'holdInput', hold: true }),
  gather: of({ type: 'gather', view: 'board', at: null, follow: true }),
  release: of({ type: 'release' }),
  setLobby: of({ type: 'setLobby', on: true }),
}

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([anna])
})
afterEach(() => table.stop())
const audit = () => table.store.transaction(session, tx => tx.audit())

describe('[P3] a command of who leads is done once, however often it is sent', () => {
  it.each(Object.entries(moments))('%s', async (_, { before = [], command: given }) => {
    for (const [who, command] of before) expect(await table.tell(who, command)).toBeNull()
    const command = typeof given === 'function' ? given(await table.view(lead)) : given
    expect(await table.tell(lead, command, 'key-once-more')).toBeNull()
    const [view, noted] = [await table.view(lead), await audit()]
    for (const again of [1, 2])
      expect([again, await table.tell(lead, command, 'key-once-more')]).toEqual([again, null])
    expect(await table.view(lead)).toEqual(view)
    expect(await audit()).toEqual(noted)
    expect(noted.filter(({ type }) => type === command.type).length).toBeGreaterThan(0)
  })
})

/** Those that take a vote, a freeze or another session first: given in a whole kick-off, each of whose commands arrives twice. */
const inPlay = [
  ...(['openBallot', 'closeBallot', 'revealBallot', 'chooseDefinition', 'freezeBoard'] as const),
  ...(['freezeStatement', 'keepDraft', 'restoreDraft', 'reopenStatement', 'setSignBy'] as const),
  ...(['nameSignatory', 'addSignatory', 'removeSignatory', 'renewSignLink', 'writeSignatory'] as const),
  ...(['beginEdition', 'renewLead'] as const),
  ...(['spotlight', 'admit', 'showCheck', 'settleAppeal'] as const),
] satisfies Command['type'][]

test('[P3] a whole kick-off of which every command arrives twice is as one of which each arrives once', async () => {
  const server = await startServer()
  const seen = new Map<string, number>()
  const once = globalThis.fetch
  vi.stubGlobal('fetch', async (url: URL | string, init?: RequestInit) => {
    if (!String(url).endsWith('/commands') || !init?.body) return once(url, init)
    const { command } = JSON.parse(String(init.body)) as { command: Command }
    const first = await once(url, init)
    const again = await once(url, init)
    const [told, retold] = [await first.clone().text(), await again.text()]
    // Who renews the link is out by that, and comes in again by the new one, which they made themselves.
    if (command.type === 'renewLead') expect(retold).toContain('"code":"removed"')
    else expect([command.type, again.status, retold]).toEqual([command.type, first.status, told])
    if (first.ok) seen.set(command.type, (seen.get(command.type) ?? 0) + 1)
    return first
  })
  try {
    const played = await playExample({ url: server.url, until: 'statement' })
    const lead = leadOf(server.url, played)
    const draft = (await lead.command({ type: 'keepDraft', name: 'Voor de lunch' })).id ?? ''
    await lead.command({ type: 'restoreDraft', draft })
    await lead.command({ type: 'freezeStatement' })
    await lead.command({ type: 'reopenStatement' })
    await lead.command({ type: 'freezeStatement' })
    const { partners } = await lead.view()
    const partner = partners[0]?.id ?? ''
    await lead.command({ type: 'setSignBy', date: '2032-01-01' })
    await lead.command({ type: 'nameSignatory', partner, name: 'Noor', function: 'Wethouder', email: '' })
    await lead.command({ type: 'renewSignLink', partner })
    await lead.command({ type: 'writeSignatory', partner, kind: 'invitation', by: 'hand' })
    const second = { name: 'Sam', function: 'Bestuurder', email: '' }
    const signatory = (await lead.command({ type: 'addSignatory', partner, ...second })).id ?? ''
    await lead.command({ type: 'removeSignatory', partner, signatory })
    await lead.command({ type: 'movePhase', to: 'closed' })
    const title = {
      title: 'Twee jaar later',
      dates: ['2034-03-10'],
      partners: [],
      secretHash: 'ab'.repeat(32),
    }
    await lead.command({ type: 'beginEdition', ...title })
    await lead.command({ type: 'renewLead', secretHash: 'cd'.repeat(32) })
    await inTheHall(server.url)
    expect(inPlay.filter(type => !seen.has(type))).toEqual([])
    lead.leave()
  } finally {
    vi.unstubAllGlobals()
    await server.remove()
  }
})

/** What takes a note, somebody at the door, or a check that was closed. */
async function inTheHall(url: string): Promise<void> {
  const { lead, join } = await publicSession(url)
  const anna = await join('Anna')
  const note = makingOf(anna)
  addNote(await anna.look('board'), note, { bouwsteen: 'waarde', order: 1, text: 'Een sleutel' })
  await lead.sees('board', 'the note', doc => readBoard(doc).notes.length === 1)
  await lead.command({ type: 'spotlight', note: note.id })
  await anna.command({ type: 'appealNote', note: note.id, appeal: true })
  await lead.command({ type: 'settleAppeal', note: note.id, settled: true })
  await lead.command({ type: 'setLobby', on: true })
  const waits = await join('Bram')
  await lead.command({ type: 'admit', participants: [waits.id] })
  await lead.command({ type: 'openCheck', check: 'relationshipCheckIn', about: null })
  const check = (await lead.view()).checks[0]?.id ?? ''
  await lead.command({ type: 'closeCheck', check })
  await lead.command({ type: 'showCheck', check, shown: false })
  const { lobby, appeals, spotlight } = await lead.view()
  expect({ lobby, appeals, spotlight }).toMatchObject({ lobby: { waiting: [] }, spotlight: note.id })
  for (const person of [lead, anna]) person.leave()
}

function leadOf(url: string, { session, facilitatorToken: token }: Played): Person {
  const [participant = ''] = token.split('.')
  return new Person({ url, origin: url }, { session, participant, token }, null)
}

it('[P3] every command that is for who leads alone is given twice above', () => {
  const known = new Set<string>([...Object.keys(moments), ...inPlay])
  expect(leadsAlone.filter(type => !known.has(type))).toEqual([])
})
