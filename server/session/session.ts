import { assertNever } from '#lib/assert.ts'
import type { StatementSection } from '#lib/content/schema.ts'
import { documentKey } from '#lib/documents/names.ts'
import { type Action, can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { type Command, type CommandAnswer, commandAnswerSchema } from '#lib/protocol/commands.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import type { ServerUpdate, SessionTransaction, Store } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import { appealNote, settleAppeal } from './commands/appeals.ts'
import { castVote } from './commands/cast-vote.ts'
import { answerCheck, closeCheck, openCheck, showCheck } from './commands/checks.ts'
import { addTime, holdClock, startClock, stopClock } from './commands/clock.ts'
import { chooseDefinition, closeBallot, revealBallot } from './commands/end-ballot.ts'
import { type Compose, freezeBoard } from './commands/freeze-board.ts'
import { freezeStatement } from './commands/freeze-statement.ts'
import { handOver, markHandled } from './commands/hand-over.ts'
import { hostPerson, tickPerson } from './commands/hosting.ts'
import { movePhase } from './commands/move-phase.ts'
import { openBallot } from './commands/open-ballot.ts'
import { allowLayOut, openDesks } from './commands/open-desks.ts'
import { editProgramme, goToStep } from './commands/programme.ts'
import { layOut, revealDesks } from './commands/reveal-desks.ts'
import { setParticipant } from './commands/set-participant.ts'
import { lowerHand, signal } from './commands/signal.ts'
import { clearTables, goToRound, moveSeat, seatTables } from './commands/tables.ts'
import { actorOf, type Context, type Documents, Refused } from './context.ts'
import { dispatchPreparing } from './dispatch-preparing.ts'
import { dispatchRoom } from './dispatch-room.ts'
import { present } from './present.ts'
import { told } from './told.ts'

export type Ports = {
  store: Store
  documents: Documents
  /** Tells everybody in the session what is new for them; called after the commit. */
  announce(session: string): Promise<void>
  /** Leaves nothing in the files of how things stood before the latest command. */
  scrub(session: string): Promise<void>
  /** Milliseconds since 1970. */
  now(): number
  compose: Compose
  sections: readonly StatementSection[]
}
export type Execute = (
  session: string,
  participant: string,
  key: string,
  command: Command,
) => Promise<Result<CommandAnswer, RefusalCode>>

/** What puts answers into the box of an anonymous check, or throws them away. */
const answering: readonly Command['type'][] = ['answerCheck', 'closeCheck', 'rehearse']

const freezes = { freezeBoard: 'board', freezeStatement: 'statement' } as const

/**
 * Makes the one door for commands: loads, runs the command's rules, audits and remembers the answer in one transaction, then
 * announces. The same key of the same person again gives the first answer again.
 */
export function createExecute(ports: Ports): Execute {
  return async (session, participant, key, command) => {
    const run = () => ports.store.transaction(session, tx => once(ports, tx, participant, key, command))
    const asked = { session, participant, command }
    try {
      const answer = await holding(ports, asked, run)
      await ports.announce(session)
      if (command.type === 'revealDesks') await ports.documents.clearDesks(session)
      // The file's former pages would tell by how much the box of answers grew, and so what the latest was.
      if (answering.includes(command.type)) await ports.scrub(session)
      return ok(answer)
    } catch (error) {
      if (error instanceof Refused) return refused(error.code)
      throw error
    }
  }
}

type Asked = { session: string; participant: string; command: Command }
type Done = { answer: CommandAnswer; written: ServerUpdate[] }

/**
 * Runs a command while the documents that it fixes, or that the server itself writes in by it, take no writes of others. Who may
 * not do it is refused before anything is stopped.
 */
async function holding(ports: Ports, asked: Asked, run: () => Promise<Done>): Promise<CommandAnswer> {
  const { session, participant, command } = asked
  const { documents } = ports
  switch (command.type) {
    case 'freezeBoard':
    case 'freezeStatement': {
      await mustBeAllowed(ports, asked, { type: 'lead' })
      await documents.renew(session)
      const name = { session, document: freezes[command.type] }
      const hash = await documents.freeze(name, async () => {
        const { id } = (await run()).answer
        if (id === null) throw new Error('a freeze without a hash')
        return id
      })
      return { done: true, id: hash }
    }
    case 'wipeContent':
      await mustBeAllowed(ports, asked, { type: 'lead' })
      return (await documents.wipe(session, run)).answer
    case 'openPreparation':
    case 'layDefinitions': {
      await mustBeAllowed(ports, asked, { type: 'lead' })
      const partners = await ports.store.transaction(session, tx => tx.partners())
      const names = partners.map(({ id }) => ({ session, document: `preparation/${id}` as const }))
      return (await documents.write(names, run)).answer
    }
    case 'openBallot':
    case 'rehearse':
    case 'revealDesks':
      await mustBeAllowed(ports, asked, { type: 'lead' })
      await documents.renew(session)
      return (await documents.write([{ session, document: 'board' }], run)).answer
    case 'layOut': {
      await mustBeAllowed(ports, asked, { type: 'writeDesk' })
      const desk = documentKey(`desk/${command.round}`, participant)
      const names = (['board', desk] as const).map(document => ({ session, document }))
      return (await documents.write(names, run)).answer
    }
    default:
      return (await run()).answer
  }
}

function mustBeAllowed(ports: Ports, { session, participant }: Asked, action: Action): Promise<void> {
  return ports.store.transaction(session, async tx => {
    const { actor, session: record } = await present(tx, participant)
    const held = (await tx.programme())?.leading?.held
    const refusal = can(actorOf(actor, held), action, stageOf(record))
    if (refusal) throw new Refused(refusal)
  })
}

async function once(
  ports: Ports,
  tx: SessionTransaction,
  participant: string,
  key: string,
  command: Command,
): Promise<Done> {
  const who = await present(tx, participant)
  const former = await tx.answered(participant, key)
  if (former !== null) return { answer: commandAnswerSchema.parse(JSON.parse(former)), written: [] }
  const { documents } = ports
  const context: Context = { tx, ...who, at: ports.now(), documents, written: [] }
  const answer: CommandAnswer = { done: true, id: await dispatch(ports, context, command) }
  await tx.appendAudit(
    { at: context.at, actor: participant, type: command.type, detail: told(command, answer.id) },
    auditHash,
  )
  await tx.remember(participant, key, JSON.stringify(answer))
  return { answer, written: context.written }
}

function dispatch(ports: Ports, context: Context, command: Command): Promise<string | null> {
  switch (command.type) {
    case 'movePhase':
      return movePhase(context, command.to)
    case 'setParticipant':
      return setParticipant(context, command.participant, command)
    case 'openDesks':
      return openDesks(context, command.promise)
    case 'allowLayOut':
      return allowLayOut(context, command.allowed)
    case 'layOut':
      return layOut(context, command.round, command.notes)
    case 'revealDesks':
      return revealDesks(context)
    case 'openBallot':
      return openBallot(context, command)
    case 'castVote':
      return castVote(context, command.ballot, command.choice)
    case 'closeBallot':
      return closeBallot(context, command.ballot)
    case 'revealBallot':
      return revealBallot(context, command.ballot)
    case 'chooseDefinition':
      return chooseDefinition(context, command.ballot, command.proposal)
    case 'freezeBoard':
      return freezeBoard(context, ports.compose, ports.sections)
    case 'freezeStatement':
      return freezeStatement(context)
    case 'handOver':
      return handOver(context, command.texts)
    case 'markHandled':
      return markHandled(context, { participant: command.participant, id: command.text }, command.handled)
    case 'editProgramme':
      return editProgramme(context, command.version, command.steps)
    case 'goToStep':
      return goToStep(context, command.step)
    case 'startClock':
      return startClock(context, command.span)
    case 'addTime':
      return addTime(context, command.span)
    case 'holdClock':
      return holdClock(context, command.hold)
    case 'stopClock':
      return stopClock(context)
    case 'seatTables':
      return seatTables(context, command.seating)
    case 'goToRound':
      return goToRound(context, command.round)
    case 'moveSeat':
      return moveSeat(context, command.participant, command.table)
    case 'clearTables':
      return clearTables(context)
    case 'signal':
      return signal(context, command, command.participant)
    case 'lowerHand':
      return lowerHand(context, command.participant)
    case 'appealNote':
    case 'settleAppeal':
    case 'hostPerson':
    case 'tickPerson':
      return dispatchHeard(context, command)
    case 'holdInput':
    case 'gather':
    case 'release':
    case 'spotlight':
    case 'admit':
    case 'setLobby':
    case 'renewLead':
      return dispatchRoom(context, command)
    case 'openCheck':
    case 'answerCheck':
    case 'closeCheck':
    case 'showCheck':
      return dispatchCheck(context, command)
    default:
      return dispatchPreparing(context, command)
  }
}

type HeardCommand = Extract<Command, { type: 'appealNote' | 'settleAppeal' | 'hostPerson' | 'tickPerson' }>

function dispatchHeard(context: Context, command: HeardCommand): Promise<string | null> {
  switch (command.type) {
    case 'appealNote':
      return appealNote(context, command.note, command.appeal)
    case 'settleAppeal':
      return settleAppeal(context, command.note, command.settled)
    case 'hostPerson':
      return hostPerson(context, command.name, command.partner)
    case 'tickPerson':
      return tickPerson(context, command.participant, command.ticked)
    default:
      return assertNever(command)
  }
}

type CheckCommand = Extract<Command, { type: 'openCheck' | 'answerCheck' | 'closeCheck' | 'showCheck' }>

function dispatchCheck(context: Context, command: CheckCommand): Promise<string | null> {
  switch (command.type) {
    case 'openCheck':
      return openCheck(context, command)
    case 'answerCheck':
      return answerCheck(context, command.check, command.answer)
    case 'closeCheck':
      return closeCheck(context, command.check)
    case 'showCheck':
      return showCheck(context, command.check, command.shown)
    default:
      return assertNever(command)
  }
}
