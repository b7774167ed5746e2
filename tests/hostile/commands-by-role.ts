import type { Command } from '#lib/protocol/commands.ts'
import { MOMENT } from '#tests/harness/desk-session.ts'

export const seats = ['lead', 'participant', 'observer', 'removed', 'stranger'] as const
export type Seat = (typeof seats)[number]
type Rules = {
  [T in Command['type']]: { sample: Omit<Extract<Command, { type: T }>, 'type'>; by: readonly Seat[] }
}

const id = 'nothing-of-that-name'
const place = { title: 'Tafel', question: '', bouwstenen: [], call: null }
const leads: readonly Seat[] = ['lead']
const takesPart: readonly Seat[] = ['participant']
/** An example of every command, and who may give it. */
export const rules: Rules = {
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
  addSignatory: {
    sample: { partner: id, name: 'Bo', function: 'Bestuurder', email: '' },
    by: leads,
  },
  removeSignatory: { sample: { partner: id, signatory: id }, by: leads },
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
  setTableCall: { sample: { table: 0, call: null }, by: leads },
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

/** The commands that are for who leads alone. */
export const leadsAlone = Object.entries(rules)
  .filter(([, { by }]) => by === leads)
  .map(([type]) => type)
