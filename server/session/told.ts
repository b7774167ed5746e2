import type { Command } from '#lib/protocol/commands.ts'

type Told = Record<string, string | number | boolean | null>

/** What the audit trail tells of a command: never what somebody chose in a secret vote, or wrote. */
export function told(command: Command, id: string | null): Told {
  switch (command.type) {
    case 'movePhase':
      return { to: command.to }
    case 'setParticipant':
      return {
        participant: command.participant,
        mayOrder: command.mayOrder ?? null,
        removed: command.removed ?? null,
        ...(command.role === undefined ? {} : { role: command.role }),
      }
    case 'openDesks':
      return { promise: command.promise }
    case 'allowLayOut':
      return { allowed: command.allowed }
    case 'openBallot':
      return ballotTold(command, id)
    case 'castVote':
      return { ballot: command.ballot, ...(command.voter === undefined ? {} : { voter: command.voter }) }
    case 'countHands':
      return { ballot: command.ballot, partner: command.partner, people: command.hands?.people ?? 0 }
    case 'closeBallot':
    case 'revealBallot':
      return { ballot: command.ballot }
    case 'chooseDefinition':
      return { ballot: command.ballot, proposal: command.proposal }
    case 'restoreDraft':
      return { draft: command.draft }
    case 'comment':
      return { comment: command.id, thread: command.thread }
    case 'settleThread':
      return { thread: command.thread, settled: command.settled }
    case 'consentSection':
      return {
        ...{ section: command.section, answer: command.answer, text: command.textHash },
        ...(command.partner === undefined ? {} : { partner: command.partner }),
      }
    case 'nameSignatory':
    case 'renewSignLink':
      return { partner: command.partner, ...placeTold(command) }
    case 'addSignatory':
      return { partner: command.partner, signatory: id }
    case 'removeSignatory':
      return { partner: command.partner, signatory: command.signatory }
    case 'writeSignatory':
      return { partner: command.partner, kind: command.kind, by: command.by, ...placeTold(command) }
    case 'setSignBy':
      return { date: command.date }
    case 'setMeeting':
      return { date: command.meeting?.date ?? null, time: command.meeting?.time ?? null }
    case 'keepUntil':
      return { day: command.day }
    case 'declareIntent':
      return { intends: command.intends }
    case 'handOver':
      return { texts: command.texts.length }
    case 'markHandled':
      return { participant: command.participant, text: command.text, handled: command.handled }
    case 'editProgramme':
      return { version: command.version + 1, steps: command.steps.length }
    case 'goToStep':
      return { step: command.step }
    default:
      return toldOfRoom(command, id)
  }
}

const placeTold = ({ signatory }: { signatory?: string | undefined }): Told =>
  signatory === undefined ? {} : { signatory }

/** The rest: what goes on in the room meanwhile. */
function toldOfRoom(command: Command, id: string | null): Told {
  switch (command.type) {
    case 'startClock':
    case 'addTime':
      return { span: command.span }
    case 'holdClock':
    case 'holdInput':
      return { hold: command.hold }
    case 'seatTables':
      return { tables: command.seating.tables.length, rounds: command.seating.rounds }
    case 'goToRound':
      return { round: command.round }
    case 'signal':
      return {
        ...{ ready: command.ready ?? null, hand: command.hand ?? null },
        ...(command.participant === undefined ? {} : { participant: command.participant }),
      }
    case 'lowerHand':
      return { participant: command.participant }
    case 'appealNote':
      return { note: command.note, appeal: command.appeal }
    case 'settleAppeal':
      return { note: command.note, settled: command.settled }
    case 'hostPerson':
      return { participant: id, partner: command.partner }
    case 'tickPerson':
      return { participant: command.participant, ticked: command.ticked }
    case 'openCheck':
      return { kind: command.check, id }
    case 'answerCheck':
    case 'closeCheck':
    case 'countCheckHands':
    case 'answerForPartner':
    case 'showCheck':
      return checkTold(command)
    case 'moveSeat':
      return { participant: command.participant, table: command.table }
    case 'setTableCall':
      // Not the link itself: it lets in whoever has it.
      return { table: command.table, given: command.call !== null }
    case 'admit':
      return { people: command.participants.join(' ') }
    case 'setLobby':
      return { on: command.on }
    case 'gather':
      return { view: command.view, follow: command.follow }
    case 'spotlight':
      return { note: command.note }
    default:
      return { id }
  }
}

type OfCheck = 'answerCheck' | 'closeCheck' | 'countCheckHands' | 'answerForPartner' | 'showCheck'

function checkTold(
  command: Extract<Command, { type: OfCheck }>,
): Record<string, string | number | boolean | null> {
  const { check } = command
  switch (command.type) {
    case 'countCheckHands':
      return { check, partner: command.partner, people: command.hands?.people ?? 0 }
    case 'answerForPartner':
      return { check, partner: command.partner, filled: command.answer !== null }
    case 'showCheck':
      return { check, shown: command.shown }
    default:
      return { check }
  }
}

/** What was asked beforehand; rules that were not set are left out. */
function ballotTold(
  { method, per, quorum, threshold, anonymous }: Extract<Command, { type: 'openBallot' }>,
  id: string | null,
): Record<string, string | boolean | null> {
  return {
    ...{ id, method, per },
    ...(quorum ? { quorum } : {}),
    ...(threshold ? { threshold } : {}),
    ...(anonymous ? { anonymous } : {}),
  }
}
