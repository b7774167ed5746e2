import { assertNever } from '#lib/assert.ts'
import type { StatementSection } from '#lib/content/schema.ts'
import type { DocumentKind } from '#lib/documents/names.ts'
import { can } from '#lib/domain/permissions.ts'
import { type Command, type CommandAnswer, commandAnswerSchema } from '#lib/protocol/commands.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import type { SessionTransaction, Store } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import { castVote } from './commands/cast-vote.ts'
import { chooseDefinition, closeBallot, revealBallot } from './commands/end-ballot.ts'
import { type Compose, freezeBoard } from './commands/freeze-board.ts'
import { freezeStatement } from './commands/freeze-statement.ts'
import { movePhase } from './commands/move-phase.ts'
import { openBallot } from './commands/open-ballot.ts'
import { setParticipant } from './commands/set-participant.ts'
import { actorOf, type Context, type Documents, Refused } from './context.ts'

export type Ports = {
  store: Store
  documents: Documents
  /** Tells everybody in the session what is new for them; called after the commit. */
  announce(session: string): Promise<void>
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

const freezes: Partial<Record<Command['type'], DocumentKind>> = {
  freezeBoard: 'board',
  freezeStatement: 'statement',
}

/**
 * Makes the one door for commands: loads, runs the command's rules, audits and remembers the answer in one transaction, then
 * announces. The same key of the same person again gives the first answer again.
 */
export function createExecute(ports: Ports): Execute {
  return async (session, participant, key, command) => {
    const run = () => ports.store.transaction(session, tx => once(ports, tx, participant, key, command))
    try {
      const document = freezes[command.type]
      const answer = document ? await frozen(ports, session, participant, document, run) : await run()
      await ports.announce(session)
      return ok(answer)
    } catch (error) {
      if (error instanceof Refused) return refused(error.code)
      throw error
    }
  }
}

/** Runs a freeze while its document takes no writes. Who may not lead is refused before anything is stopped. */
async function frozen(
  ports: Ports,
  session: string,
  participant: string,
  document: DocumentKind,
  run: () => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  await ports.store.transaction(session, async tx => {
    const { actor, session: record } = await present(tx, participant)
    const refusal = can(actorOf(actor), { type: 'lead' }, record.phase)
    if (refusal) throw new Refused(refusal)
  })
  const hash = await ports.documents.freeze({ session, document }, async () => {
    const { id } = await run()
    if (id === null) throw new Error('a freeze without a hash')
    return id
  })
  return { done: true, id: hash }
}

async function present(
  tx: SessionTransaction,
  participant: string,
): Promise<Pick<Context, 'session' | 'actor'>> {
  const session = await tx.session()
  if (!session) throw new Refused('unknown-session')
  const actor = (await tx.participants()).find(each => each.id === participant)
  if (!actor) throw new Refused('no-identity')
  if (actor.removed) throw new Refused('removed')
  return { session, actor }
}

async function once(
  ports: Ports,
  tx: SessionTransaction,
  participant: string,
  key: string,
  command: Command,
): Promise<CommandAnswer> {
  const who = await present(tx, participant)
  const former = await tx.answered(participant, key)
  if (former !== null) return commandAnswerSchema.parse(JSON.parse(former))
  const context: Context = { tx, ...who, at: ports.now(), documents: ports.documents }
  const answer: CommandAnswer = { done: true, id: await dispatch(ports, context, command) }
  await tx.appendAudit(
    { at: context.at, actor: participant, type: command.type, detail: told(command, answer.id) },
    auditHash,
  )
  await tx.remember(participant, key, JSON.stringify(answer))
  return answer
}

function dispatch(ports: Ports, context: Context, command: Command): Promise<string | null> {
  switch (command.type) {
    case 'movePhase':
      return movePhase(context, command.to)
    case 'setParticipant':
      return setParticipant(context, command.participant, command)
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
    default:
      return assertNever(command)
  }
}

/** What the audit trail tells of a command: never what somebody chose in a secret vote. */
function told(command: Command, id: string | null): Record<string, string | boolean | null> {
  switch (command.type) {
    case 'movePhase':
      return { to: command.to }
    case 'setParticipant':
      return {
        participant: command.participant,
        mayOrder: command.mayOrder ?? null,
        removed: command.removed ?? null,
      }
    case 'castVote':
    case 'closeBallot':
    case 'revealBallot':
      return { ballot: command.ballot }
    case 'chooseDefinition':
      return { ballot: command.ballot, proposal: command.proposal }
    default:
      return { id }
  }
}
