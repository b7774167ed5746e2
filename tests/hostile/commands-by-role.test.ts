import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '#lib/protocol/commands.ts'
import { person } from '#tests/contract/store-samples.ts'
import { deskSession, lead, MOMENT, session } from '#tests/harness/desk-session.ts'

const seats = ['lead', 'participant', 'observer', 'removed', 'stranger'] as const
type Seat = (typeof seats)[number]
type Rules = {
  [T in Command['type']]: { sample: Omit<Extract<Command, { type: T }>, 'type'>; by: readonly Seat[] }
}

const id = 'nothing-of-that-name'
const place = { title: 'Tafel', question: '', bouwstenen: [], call: null }
const leads: readonly Seat[] = ['lead']
const takesPart: readonly Seat[] = ['participant']
/** An example of every command, and who may give it. */
const rules: Rules = {
  movePhase: { sample: { to: 'collect' }, by: leads },
  setParticipant: { sample: { participant: id, mayOrder: true }, by: leads },
  openDesks: { sample: { promise: 'named' }, by: leads },
  allowLayOut: { sample: { allowed: true }, by: leads },
  layOut: { sample: { round: 1, notes: [id] }, by: takesPart },
  revealDesks: { sample: {}, by: leads },
  openBallot: { sample: { method: 'dots', per: 'person', dots: 3, proposals: [id] }, by: leads },
  castVote: { sample: { ballot: id, choice: { method: 'dots', dots: {} } }, by: takesPart },
  countHands: { sample: { ballot: id, partner: null, hands: null }, by: ['lead', 'participant'] },
  closeBallot: { sample: { ballot: id }, by: leads },
  revealBallot: { sample: { ballot: id }, by: leads },
  chooseDefinition: { sample: { ballot: id, proposal: id }, by: leads },
  freezeBoard: { sample: {}, by: leads },
  consentSection: {
    sample: { section: 'opgave', textHash: 'ab'.repeat(32), answer: 'agrees', text: '' },
    by: takesPart,
  },
  keepDraft: { sample: { name: 'Voor de lunch' }, by: leads },
  restoreDraft: { sample: { draft: 'ab'.repeat(32) }, by: leads },
  comment: {
    sample: { id, thread: id, on: { anchor: 'AbC', quote: 'Wij' }, text: 'Hoezo?' },
    by: ['lead', 'participant'],
  },
  settleThread: { sample: { thread: id, settled: true }, by: ['lead', 'participant'] },
  freezeStatement: { sample: {}, by: leads },
  reopenStatement: { sample: {}, by: leads },
  nameSignatory: {
    sample: { partner: id, name: 'Noor', function: 'Wethouder', email: 'noor@example.org' },
    by: leads,
  },
  renewSignLink: { sample: { partner: id }, by: leads },
  writeSignatory: { sample: { partner: id, kind: 'invitation', by: 'hand' }, by: leads },
  setSignBy: { sample: { date: '2030-04-01' }, by: leads },
  setMeeting: {
    sample: { meeting: { date: '2030-04-01', time: '14:00', place: 'Stadhuis' } },
    by: leads,
  },
  keepUntil: { sample: { day: '2030-04-01' }, by: leads },
  declareIntent: { sample: { intends: true, reason: '' }, by: takesPart },
  handOver: { sample: { texts: [{ id, text: 'Tekst', writtenAt: MOMENT }] }, by: ['lead', 'participant'] },
  markHandled: { sample: { participant: id, text: id, handled: true }, by: leads },
  editProgramme: { sample: { version: 99, steps: [] }, by: leads },
  goToStep: { sample: { step: id }, by: leads },
  startClock: { sample: { span: 60_000 }, by: leads },
  addTime: { sample: { span: 60_000 }, by: leads },
  holdClock: { sample: { hold: true }, by: leads },
  stopClock: { sample: {}, by: leads },
  seatTables: { sample: { seating: { tables: [place, place], rounds: 1, seats: {} } }, by: leads },
  goToRound: { sample: { round: 0 }, by: leads },
  moveSeat: { sample: { participant: id, table: 0 }, by: leads },
  takePen: { sample: {}, by: takesPart },
  clearTables: { sample: {}, by: leads },
  signal: { sample: { ready: true, hand: true }, by: takesPart },
  hostPerson: { sample: { name: 'Dirk', partner: null }, by: ['lead', 'participant'] },
  tickPerson: { sample: { participant: id, ticked: true }, by: ['lead', 'participant'] },
  appealNote: { sample: { note: id, appeal: true }, by: takesPart },
  settleAppeal: { sample: { note: id, settled: true }, by: leads },
  openCheck: { sample: { check: 'relationshipCheckIn', about: null }, by: leads },
  answerCheck: { sample: { check: id, answer: { erin: 'vol' } }, by: takesPart },
  countCheckHands: { sample: { check: id, partner: null, hands: null }, by: ['lead', 'participant'] },
  answerForPartner: { sample: { check: id, partner: id, answer: { formeel: 7 } }, by: leads },
  closeCheck: { sample: { check: id }, by: leads },
  showCheck: { sample: { check: id, shown: true }, by: leads },
  lowerHand: { sample: { participant: id }, by: leads },
  openPreparation: { sample: {}, by: leads },
  layDefinitions: { sample: {}, by: leads },
  nameMissing: { sample: { id, name: 'De wijkagent' }, by: ['lead', 'participant'] },
  dropMissing: { sample: { id }, by: ['lead', 'participant'] },
  rehearse: { sample: {}, by: leads },
  wipeContent: { sample: {}, by: leads },
  holdInput: { sample: { hold: true }, by: leads },
  gather: { sample: { view: 'board', at: { tile: 'waarde' }, follow: true }, by: leads },
  release: { sample: {}, by: leads },
  spotlight: { sample: { note: id }, by: leads },
  admit: { sample: { participants: [id] }, by: leads },
  setLobby: { sample: { on: true }, by: leads },
  beginEdition: {
    sample: { title: 'Kick-off', dates: ['2028-03-10'], partners: [], secretHash: 'ab'.repeat(32) },
    by: leads,
  },
  correctName: { sample: { name: 'Anna Bakker' }, by: ['lead', 'participant', 'observer'] },
  forgetMe: { sample: {}, by: ['lead', 'participant', 'observer'] },
  renewLead: { sample: { secretHash: 'ab'.repeat(32) }, by: leads },
}

const people: Record<Seat, string> = {
  lead,
  participant: 'person-anna',
  observer: 'person-kijker',
  removed: 'person-weg-nu',
  stranger: 'person-nobody',
}
/** What somebody is told who may not do it, whatever the moment. */
const told: Record<Seat, string> = {
  lead: 'role-forbids',
  participant: 'role-forbids',
  observer: 'role-forbids',
  removed: 'removed',
  stranger: 'no-identity',
}
const commands = Object.entries(rules).map(([type, { sample, by }]) => ({
  command: { type, ...sample } as Command,
  by,
}))

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([people.participant])
  await table.store.transaction(session, async tx => {
    await tx.addParticipant(person(people.observer, { role: 'observer' }))
    await tx.addParticipant(person(people.removed, { removed: true }))
  })
})
afterEach(() => table.stop())

const audit = () => table.store.transaction(session, tx => tx.audit())

describe('[P4] every command, from everybody', () => {
  it.each(commands)(
    '$command.type is refused to who may not, and leaves no trace',
    async ({ command, by }) => {
      const before = await table.view(lead)
      for (const seat of seats.filter(each => !by.includes(each)))
        expect([seat, await table.tell(people[seat], command)]).toEqual([seat, told[seat]])
      expect(await table.view(lead)).toEqual(before)
      expect(await audit()).toEqual([])
    },
  )

  it.each(commands)(
    '$command.type from who may is judged by its moment alone, and noted when done',
    async ({ command, by }) => {
      for (const seat of by) {
        const noted = (await audit()).length
        const refusal = await table.tell(people[seat], command)
        expect(['role-forbids', 'removed', 'no-identity']).not.toContain(refusal)
        const events = (await audit()).slice(noted)
        if (refusal !== null) expect(events).toEqual([])
        else expect(events).toMatchObject([{ type: command.type, actor: people[seat] }])
      }
    },
  )
})
