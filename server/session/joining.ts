import { firstSteps } from '#lib/content/first-steps.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { NewSession } from '#lib/domain/session.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { CreateAnswer, JoinAnswer, LookAnswer } from '#lib/protocol/requests.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import { type Limits, usualLimits } from '#server/limits.ts'
import type { SessionRecord, SessionTransaction, Store } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import { seatNewcomer } from './commands/tables.ts'
import { Refused } from './context.ts'
import { newId, newSecret, readCode, secretFits, secretHash, shownCode, tokenOf } from './identity.ts'
import { newFacilitator, newRecord } from './new-session.ts'

export type JoiningPorts = {
  store: Store
  announce(session: string): Promise<void>
  now(): number
  /** The installation's keys for tokens, as `tokenOf` takes them. */
  key: string
  /** What people reach us by; null: any address that leads here, so that links are paths for the page to complete. */
  publicUrl: string | null
  /** The usual ones when absent. */
  limits?: Limits
}

/** From which part of what may be kept no session is begun: those that are there have to end well. */
const FULL_FROM = 0.9

/** Throws Refused `installation-full` when no more sessions are kept here. */
export async function mustHaveRoom({ store, limits = usualLimits }: JoiningPorts): Promise<void> {
  const { sessions, bytes, most } = await store.usage()
  const tooMany = limits.sessions !== null && sessions >= limits.sessions
  if (tooMany || (most !== null && bytes > most * FULL_FROM)) throw new Refused('installation-full')
}

/** Starts a session; throws Refused `installation-full` when no more are kept here. The secret of the facilitator's link is in the answer and nowhere else: only its hash is kept. */
export async function createSession(ports: JoiningPorts, asked: NewSession): Promise<CreateAnswer> {
  await mustHaveRoom(ports)
  const secret = newSecret()
  const facilitator = newFacilitator(asked.language === 'nl' ? 'Begeleider' : 'Facilitator')
  const beginning = { secretHash: secretHash(secret), lead: facilitator.id, at: ports.now() }
  const record = newRecord(asked, beginning)
  const { id: session, code } = record
  const partners: Partner[] = asked.partners.map(partner => ({ ...partner, id: newId() }))
  const steps = asked.steps ?? firstSteps(asked.language)
  const programme = { steps, version: 0, at: null, since: null }
  await ports.store.createSession(record, partners, facilitator, programme)
  return {
    session,
    participant: facilitator.id,
    token: tokenOf(ports.key, session, facilitator.id),
    code: shownCode(code),
    joinLink: `${ports.publicUrl ?? ''}/join?code=${code}`,
    facilitatorLink: `${ports.publicUrl ?? ''}/${session}/facilitate#${secret}`,
  }
}

async function byCode<T>(
  ports: JoiningPorts,
  typed: string,
  work: (tx: SessionTransaction, record: SessionRecord) => Promise<T>,
): Promise<Result<T, RefusalCode>> {
  const session = await ports.store.sessionIdByCode(readCode(typed))
  if (session === null) return refused('wrong-code')
  try {
    return ok(
      await ports.store.transaction(session, async tx => {
        const record = await tx.session()
        if (!record) throw new Refused('wrong-code')
        if (ports.now() >= record.expiresAt) throw new Refused('session-expired')
        return work(tx, record)
      }),
    )
  } catch (error) {
    if (error instanceof Refused) return refused(error.code)
    throw error
  }
}

/** Which session a code opens, before one says who one is. */
export function look(ports: JoiningPorts, code: string): Promise<Result<LookAnswer, RefusalCode>> {
  return byCode(ports, code, async (tx, record) => {
    const { id, network, title, dates } = record
    const role = roleBy(record, code)
    return { session: { id, network, title, dates }, partners: await tx.partners(), role }
  })
}

const roleBy = ({ watchCode }: SessionRecord, typed: string): LookAnswer['role'] =>
  readCode(typed) === watchCode ? 'observer' : 'participant'

/** Lets somebody in, or has them wait at the door where that is asked. Refuses a wrong or expired code, a partner that isn't in the session, and a full session. */
export async function join(
  ports: JoiningPorts,
  asked: { code: string; name: string; partner: string | null },
): Promise<Result<JoinAnswer, RefusalCode>> {
  const joined = await byCode(ports, asked.code, async (tx, record): Promise<JoinAnswer> => {
    const { id: session } = record
    const here = (await tx.participants()).filter(each => !each.removed)
    if (here.length >= (ports.limits ?? usualLimits).people) throw new Refused('session-full')
    const partners = await tx.partners()
    if (asked.partner !== null && !partners.some(({ id }) => id === asked.partner))
      throw new Refused('no-partner')
    const { name, partner } = asked
    const id = newId()
    const waiting = (await tx.room()).leading.lobby
    // Of what was brought back everybody is a reader.
    const role = (await tx.archive()) ? 'observer' : roleBy(record, asked.code)
    const person = { id, name, partner, role, mayOrder: false, removed: false, waiting }
    await tx.addParticipant(person)
    await seatNewcomer(tx, person)
    const detail = { partner, role, waiting }
    await tx.appendAudit({ at: ports.now(), actor: id, type: 'join', detail }, auditHash)
    return { session, participant: id, token: tokenOf(ports.key, session, id) }
  })
  if (joined.ok) await ports.announce(joined.value.session)
  return joined
}

/** Exchanges the secret of the facilitator's link for the facilitator's token, and notes that it was used. */
export async function takeLead(
  ports: JoiningPorts,
  session: string,
  secret: string,
): Promise<Result<JoinAnswer, RefusalCode>> {
  return ports.store.transaction(session, async tx => {
    const record = await tx.session()
    if (!record) return refused('unknown-session')
    if (!secretFits(secret, record.secretHash)) return refused('wrong-secret')
    const token = tokenOf(ports.key, session, record.lead)
    await tx.appendAudit({ at: ports.now(), actor: record.lead, type: 'takeLead', detail: {} }, auditHash)
    return ok({ session, participant: record.lead, token })
  })
}
