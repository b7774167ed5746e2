import type { Command } from '#lib/protocol/commands.ts'
import { admit, setLobby } from './commands/admit.ts'
import { appealNote, settleAppeal } from './commands/appeals.ts'
import { beginEdition } from './commands/begin-edition.ts'
import { castVote } from './commands/cast-vote.ts'
import { answerForPartner, countCheckHands } from './commands/check-hands.ts'
import { answerCheck, closeCheck, openCheck, showCheck } from './commands/checks.ts'
import { addTime, holdClock, startClock, stopClock } from './commands/clock.ts'
import { comment, settleThread } from './commands/comments.ts'
import { consentSection } from './commands/consent-section.ts'
import { countHands } from './commands/count-hands.ts'
import { declareIntent } from './commands/declare-intent.ts'
import { keepDraft, restoreDraft } from './commands/drafts.ts'
import { chooseDefinition, closeBallot, revealBallot } from './commands/end-ballot.ts'
import { freezeBoard } from './commands/freeze-board.ts'
import { freezeStatement } from './commands/freeze-statement.ts'
import { handOver, markHandled } from './commands/hand-over.ts'
import { hostPerson, tickPerson } from './commands/hosting.ts'
import { keepUntil } from './commands/keep-until.ts'
import { gather, holdInput, release, spotlight } from './commands/leading.ts'
import { movePhase } from './commands/move-phase.ts'
import { openBallot } from './commands/open-ballot.ts'
import { allowLayOut, openDesks } from './commands/open-desks.ts'
import { correctName, forgetMe } from './commands/own-person.ts'
import { dropMissing, layDefinitions, nameMissing, openPreparation } from './commands/preparation.ts'
import { editProgramme, goToStep } from './commands/programme.ts'
import { rehearse } from './commands/rehearse.ts'
import { renewLead } from './commands/renew-lead.ts'
import { reopenStatement } from './commands/reopen-statement.ts'
import { layOut, revealDesks } from './commands/reveal-desks.ts'
import { setMeeting } from './commands/set-meeting.ts'
import { setParticipant } from './commands/set-participant.ts'
import { lowerHand, signal } from './commands/signal.ts'
import {
  addSignatory,
  nameSignatory,
  removeSignatory,
  renewSignLink,
  setSignBy,
  writeSignatory,
} from './commands/signatories.ts'
import { clearTables, goToRound, moveSeat, seatTables, setTableCall } from './commands/tables.ts'
import { takePen } from './commands/take-pen.ts'
import { wipeContent } from './commands/wipe-content.ts'
import type { Context } from './context.ts'
import type { Ports } from './session.ts'

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>
type Act<Type extends Command['type']> = (
  context: Context,
  command: Of<Type>,
  ports: Pick<Ports, 'compose' | 'sections'>,
) => Promise<string | null>

/** Every command and what does it; a new one must stand here. */
const acts: { [Type in Command['type']]: Act<Type> } = {
  movePhase: (context, command) => movePhase(context, command.to),
  setParticipant: (context, command) => setParticipant(context, command.participant, command),
  openDesks: (context, command) => openDesks(context, command.promise),
  allowLayOut: (context, command) => allowLayOut(context, command.allowed),
  layOut: (context, command) => layOut(context, command.round, command.notes),
  revealDesks: context => revealDesks(context),
  openBallot: (context, command) => openBallot(context, command),
  castVote: (context, command) => castVote(context, command.ballot, command.choice, command.voter),
  countHands: (context, command) => countHands(context, command),
  closeBallot: (context, command) => closeBallot(context, command.ballot),
  revealBallot: (context, command) => revealBallot(context, command.ballot),
  chooseDefinition: (context, command) => chooseDefinition(context, command.ballot, command.proposal),
  freezeBoard: (context, _, ports) => freezeBoard(context, ports.compose, ports.sections),
  consentSection: (context, command) => consentSection(context, command),
  keepDraft: (context, command) => keepDraft(context, command.name),
  restoreDraft: (context, command) => restoreDraft(context, command.draft),
  comment: (context, command) => comment(context, command),
  settleThread: (context, command) => settleThread(context, command.thread, command.settled),
  freezeStatement: context => freezeStatement(context),
  reopenStatement: context => reopenStatement(context),
  nameSignatory: (context, { name, function: role, email, ...at }) =>
    nameSignatory(context, at, { name, function: role, email }),
  addSignatory: (context, { partner, name, function: role, email }) =>
    addSignatory(context, partner, { name, function: role, email }),
  removeSignatory: (context, command) => removeSignatory(context, command),
  renewSignLink: (context, command) => renewSignLink(context, command),
  writeSignatory: (context, command) => writeSignatory(context, command),
  setSignBy: (context, command) => setSignBy(context, command.date),
  setMeeting: (context, command) => setMeeting(context, command.meeting),
  keepUntil: (context, command) => keepUntil(context, command.day),
  declareIntent: (context, command) => declareIntent(context, command),
  handOver: (context, command) => handOver(context, command.texts),
  markHandled: (context, command) =>
    markHandled(context, { participant: command.participant, id: command.text }, command.handled),
  editProgramme: (context, command) => editProgramme(context, command.version, command.steps),
  goToStep: (context, command) => goToStep(context, command.step),
  startClock: (context, command) => startClock(context, command.span),
  addTime: (context, command) => addTime(context, command.span),
  holdClock: (context, command) => holdClock(context, command.hold),
  stopClock: context => stopClock(context),
  seatTables: (context, command) => seatTables(context, command.seating),
  goToRound: (context, command) => goToRound(context, command.round),
  moveSeat: (context, command) => moveSeat(context, command.participant, command.table),
  setTableCall: (context, command) => setTableCall(context, command.table, command.call),
  takePen: context => takePen(context),
  clearTables: context => clearTables(context),
  signal: (context, command) => signal(context, command, command.participant),
  lowerHand: (context, command) => lowerHand(context, command.participant),
  appealNote: (context, command) => appealNote(context, command.note, command.appeal),
  settleAppeal: (context, command) => settleAppeal(context, command.note, command.settled),
  hostPerson: (context, command) => hostPerson(context, command.name, command.partner),
  tickPerson: (context, command) => tickPerson(context, command.participant, command.ticked),
  openCheck: (context, command) => openCheck(context, command),
  answerCheck: (context, command) => answerCheck(context, command.check, command.answer),
  countCheckHands: (context, command) => countCheckHands(context, command),
  answerForPartner: (context, command) => answerForPartner(context, command),
  closeCheck: (context, command) => closeCheck(context, command.check),
  showCheck: (context, command) => showCheck(context, command.check, command.shown),
  holdInput: (context, command) => holdInput(context, command.hold),
  gather: (context, command) => gather(context, command),
  release: context => release(context),
  spotlight: (context, command) => spotlight(context, command.note),
  admit: (context, command) => admit(context, command.participants),
  setLobby: (context, command) => setLobby(context, command.on),
  renewLead: (context, command) => renewLead(context, command.secretHash),
  openPreparation: context => openPreparation(context),
  layDefinitions: context => layDefinitions(context),
  nameMissing: (context, command) => nameMissing(context, command.id, command.name),
  dropMissing: (context, command) => dropMissing(context, command.id),
  rehearse: context => rehearse(context),
  wipeContent: context => wipeContent(context),
  correctName: (context, command) => correctName(context, command.name),
  forgetMe: context => forgetMe(context),
  beginEdition: (context, command) => beginEdition(context, command),
}

/** Does a command in the transaction of its context; gives the id of what it made, null when it made nothing. */
export function dispatch(
  context: Context,
  command: Command,
  ports: Pick<Ports, 'compose' | 'sections'>,
): Promise<string | null> {
  // Each stands beside its own type.
  const act = acts[command.type] as Act<Command['type']>
  return act(context, command, ports)
}
