import { checkForms, questionsOf } from '#lib/content/check-forms.ts'
import {
  acceptAnswer,
  answererOf,
  CHECKS_MAX,
  type Check,
  type CheckAnswer,
  type CheckKind,
  type CheckRefusal,
} from '#lib/domain/check.ts'
import { intoBox, mayBeShown, withoutAnswers } from '#lib/domain/check-tally.ts'
import { legible } from '#lib/domain/legible.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { can } from '#lib/domain/permissions.ts'
import { stepAt } from '#lib/domain/programme.ts'
import { actorOf, type Context, mustLead, Refused, readLog } from '../context.ts'
import { newId } from '../identity.ts'

export async function checkOf({ tx }: Context, id: string): Promise<Check> {
  const check = (await tx.checks()).find(each => each.id === id)
  if (!check) throw new Refused('unknown-check')
  return check
}

/** Asks a check of everybody, about a proposal's words as they stand now or about none. One is open at a time. */
export async function openCheck(
  context: Context,
  { check: kind, about }: { check: CheckKind; about: string | null },
): Promise<string> {
  mustLead(context)
  const { tx, at } = context
  const checks = await tx.checks()
  const text = about === null ? null : await wordsOf(context, about)
  const running = checks.find(({ state }) => state === 'open')
  // Asked twice, or by two who lead, it is one.
  if (running?.kind === kind && running.about === text) return running.id
  if (running) throw new Refused('check-open-already')
  if (checks.length >= CHECKS_MAX) throw new Refused('too-many-checks')
  const programme = await tx.programme()
  const step = programme && stepAt(programme)
  const check: Check = {
    id: newId(),
    kind,
    round: checks.filter(each => each.kind === kind).length + 1,
    per: checkForms[kind].per,
    anonymous: checkForms[kind].anonymous,
    about: text,
    step: step && { day: step.day, title: step.title },
    state: 'open',
    openedAt: at,
    closedAt: null,
    shownAt: null,
  }
  await tx.saveCheck(check)
  return check.id
}

async function wordsOf(context: Context, proposal: string): Promise<string> {
  const { updates } = await readLog(context, 'board')
  const found = context.documents.readBoard(updates).proposals.find(({ id }) => id === proposal)
  if (!found) throw new Refused('not-found')
  const text = found.text.trim()
  if (legible(text) === '') throw new Refused('empty-proposal')
  return text
}

/** Takes an answer; refuses one that does not fit, and a second one to an anonymous check. */
export async function answerCheck(context: Context, id: string, answer: CheckAnswer): Promise<null> {
  const { session, actor } = context
  const forbidden = can(actorOf(actor), { type: 'answerCheck' }, session.phase)
  if (forbidden) throw new Refused(forbidden)
  const refusal = await takeAnswer(context, await checkOf(context, id), actor, answer)
  if (refusal) throw new Refused(refusal)
  return null
}

/**
 * Keeps what somebody answers, or tells why not. To an anonymous check it goes into the box that all lie in, apart from who gave it, for
 * good; else it takes the place of the former one.
 */
export async function takeAnswer(
  context: Context,
  check: Check,
  person: Participant,
  given: CheckAnswer,
): Promise<CheckRefusal | 'answered-already' | null> {
  const { tx } = context
  const questions = questionsOf(check.kind)
  const refusal = acceptAnswer(check, questions, person, given)
  if (refusal) return refusal
  const answerer = answererOf(check, person)
  if (answerer === null) return 'no-partner'
  const answer = readable(given)
  if (!check.anonymous) {
    const { id, partner } = person
    await tx.saveCheckAnswer(check.id, { answerer, participant: id, partner, answer, byLead: false })
    return null
  }
  if (!(await tx.markCheckAnswered(check.id, person.id))) return 'answered-already'
  context.sealed = true
  await tx.saveCheckBox(check.id, intoBox(await tx.checkBox(check.id), questions, answer))
  return null
}

/** With words as people see them. */
export const readable = (answer: CheckAnswer): CheckAnswer =>
  Object.fromEntries(
    Object.entries(answer).map(([id, given]) => [id, typeof given === 'string' ? legible(given) : given]),
  )

/**
 * Takes no more answers and shows the picture. Of an anonymous check that too few people answered nothing is kept but the names of
 * who wants to be called. Closing twice changes nothing.
 */
export async function closeCheck(context: Context, id: string): Promise<null> {
  mustLead(context)
  const { tx, at } = context
  const check = await checkOf(context, id)
  if (check.state === 'closed') return null
  context.sealed = check.anonymous
  if (check.anonymous && !mayBeShown(check, (await tx.checkAnswered(id)).length))
    await tx.saveCheckBox(id, withoutAnswers(await tx.checkBox(id)))
  await takeDown(context)
  await tx.saveCheck({ ...check, state: 'closed', closedAt: at, shownAt: at })
  return null
}

/** Puts the picture of a closed check on everybody's screen, or takes it away. */
export async function showCheck(context: Context, id: string, shown: boolean): Promise<null> {
  mustLead(context)
  const check = await checkOf(context, id)
  if (check.state === 'open') throw new Refused('check-still-open')
  await takeDown(context)
  if (shown) await context.tx.saveCheck({ ...check, shownAt: context.at })
  return null
}

async function takeDown({ tx }: Context): Promise<void> {
  for (const each of await tx.checks())
    if (each.shownAt !== null) await tx.saveCheck({ ...each, shownAt: null })
}
