import type { StatementSection } from '#lib/content/schema.ts'
import { type DocumentKey, documentKey } from '#lib/documents/names.ts'
import { type Action, can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import type { At } from '#lib/domain/signing-place.ts'
import { type Command, type CommandAnswer, commandAnswerSchema } from '#lib/protocol/commands.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import { type Limits, usualLimits } from '#server/limits.ts'
import type { ServerUpdate, SessionTransaction, Store } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import type { Compose } from './commands/freeze-board.ts'
import { actorOf, type Context, type Documents, Refused } from './context.ts'
import { dispatch } from './dispatch.ts'
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
  /** Mails what waits to be mailed to a signatory; absent where no mail can be sent. */
  post?: (session: string, at: At) => Promise<void>
  /** The usual ones when absent. */
  limits?: Limits
}
export type Execute = (
  session: string,
  participant: string,
  key: string,
  command: Command,
) => Promise<Result<CommandAnswer, RefusalCode>>

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
      const { answer, sealed } = await holding(ports, asked, run)
      await ports.announce(session)
      // Not waited for: a mail server may take its time, and how it went is told by the view.
      if (command.type === 'writeSignatory' && command.by === 'mail') void ports.post?.(session, command)
      if (command.type === 'revealDesks') await ports.documents.clearDesks(session)
      // The file's former pages would tell by how much the box grew, and so what the latest answer or vote was.
      if (sealed) await ports.scrub(session)
      return ok(answer)
    } catch (error) {
      if (error instanceof Refused) return refused(error.code)
      throw error
    }
  }
}

type Asked = { session: string; participant: string; command: Command }
type Done = { answer: CommandAnswer; written: ServerUpdate[]; sealed: boolean }

/**
 * Runs a command while the documents that it fixes, or that the server itself writes in by it, take no writes of others. Who may
 * not do it is refused before anything is stopped.
 */
async function holding(
  ports: Ports,
  asked: Asked,
  run: () => Promise<Done>,
): Promise<Pick<Done, 'answer' | 'sealed'>> {
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
      return { answer: { done: true, id: hash }, sealed: false }
    }
    case 'reopenStatement': {
      await mustBeAllowed(ports, asked, { type: 'lead' })
      return documents.reopen({ session, document: 'statement' }, run)
    }
    case 'wipeContent':
      await mustBeAllowed(ports, asked, { type: 'lead' })
      return documents.wipe(session, run)
    case 'openPreparation':
    case 'layDefinitions': {
      await mustBeAllowed(ports, asked, { type: 'lead' })
      const partners = await ports.store.transaction(session, tx => tx.partners())
      const names = partners.map(({ id }) => ({ session, document: `preparation/${id}` as const }))
      return documents.write(names, run)
    }
    case 'rehearse': {
      await mustBeAllowed(ports, asked, { type: 'lead' })
      await documents.renew(session)
      const names = await ports.store.transaction(session, writtenInRehearsal)
      const all = names.map(document => ({ session, document }))
      return documents.write(all, run)
    }
    case 'restoreDraft':
      await mustBeAllowed(ports, asked, { type: 'lead' })
      await documents.renew(session)
      return documents.write([{ session, document: 'statement' }], run)
    case 'openBallot':
    case 'revealDesks':
      await mustBeAllowed(ports, asked, { type: 'lead' })
      await documents.renew(session)
      return documents.write([{ session, document: 'board' }], run)
    case 'layOut': {
      await mustBeAllowed(ports, asked, { type: 'writeDesk' })
      const desk = documentKey(`desk/${command.round}`, participant)
      const names = (['board', desk] as const).map(document => ({ session, document }))
      return documents.write(names, run)
    }
    case 'forgetMe': {
      const desks = (await ports.store.transaction(session, tx => tx.session()))?.desks
      const desk = desks && documentKey(`desk/${desks.round}`, participant)
      return desk ? documents.write([{ session, document: desk }], run) : run()
    }
    default:
      return run()
  }
}

/** The documents that people may have open in which those who are made up write. */
async function writtenInRehearsal(tx: SessionTransaction): Promise<DocumentKey[]> {
  const phase = (await tx.session())?.phase
  const preparing = (await tx.room()).preparation?.open
  const partners = preparing ? await tx.partners() : []
  return [
    'board',
    ...(phase === 'statement' ? (['statement'] as const) : []),
    ...partners.map(({ id }): DocumentKey => `preparation/${id}`),
  ]
}

function mustBeAllowed(ports: Ports, { session, participant }: Asked, action: Action): Promise<void> {
  return ports.store.transaction(session, async tx => {
    const { actor, session: record } = await present(tx, participant)
    const held = (await tx.room()).leading.held
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
  if (former !== null)
    // Asked again since the first answer never came: what was to be emptied after it may not have been.
    return { answer: commandAnswerSchema.parse(JSON.parse(former)), written: [], sealed: true }
  if (await tx.archive()) throw new Refused('archived')
  const { documents } = ports
  const mails = ports.post !== undefined
  const peopleMax = (ports.limits ?? usualLimits).people
  const made = { documents, written: [], sealed: false, mails, peopleMax }
  const context: Context = { tx, ...who, at: ports.now(), ...made }
  const answer: CommandAnswer = { done: true, id: await dispatch(context, command, ports) }
  await tx.appendAudit(
    { at: context.at, actor: participant, type: command.type, detail: told(command, answer.id) },
    auditHash,
  )
  await tx.remember(participant, key, JSON.stringify(answer))
  return { answer, written: context.written, sealed: context.sealed }
}
