import { questionsOf } from '#lib/content/check-forms.ts'
import { answererOf, type Check, type CheckAnswer, type NamedAnswer } from '#lib/domain/check.ts'
import { type CheckHands, peopleIn } from '#lib/domain/check-hands.ts'
import {
  type CheckBox,
  type CheckPicture,
  emptyBox,
  hasPicture,
  mayBeShown,
  pictureOf,
  pictureOfBox,
} from '#lib/domain/check-tally.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import { counted } from '#lib/domain/signals.ts'
import type { CheckTold, CheckView } from '#lib/protocol/check-view.ts'
import type { SessionTransaction } from '#server/store/store.ts'

/** A check with what is the same in everybody's view made once. */
export type ReadCheck = {
  check: Check
  turnout: CheckView['turnout']
  picture: CheckPicture | null
  told: CheckTold | null
  waiting: string[] | null
  byHand: number
  hands: readonly CheckHands[]
  /** What who leads filled in for partners. */
  filled: NonNullable<CheckView['filled']>
  filledForMe: (me: Participant) => boolean
  answered: (me: Participant) => boolean
  answer: (me: Participant) => CheckAnswer | null
}

/** All checks of a session. What was answered is in `picture` and `told` after closing alone. */
export async function readChecks(
  tx: SessionTransaction,
  roster: readonly Participant[],
  partners: readonly Partner[],
): Promise<ReadCheck[]> {
  const read: ReadCheck[] = []
  for (const check of await tx.checks()) {
    const hands = await tx.checkHands(check.id)
    if (check.anonymous) {
      const [those, box] = [await tx.checkAnswered(check.id), await tx.checkBox(check.id)]
      read.push(anonymous(check, roster, those, box, hands))
    } else read.push(named(check, partners, await tx.checkAnswers(check.id), hands))
  }
  return read
}

function anonymous(
  check: Check,
  roster: readonly Participant[],
  answered: readonly string[],
  box: CheckBox,
  hands: readonly CheckHands[],
): ReadCheck {
  const closed = check.state === 'closed'
  const enough = mayBeShown(check, answered.length)
  const byHand = peopleIn(hands)
  const { people, partners } = counted(roster, answered)
  return {
    ...{ check, byHand, hands },
    filled: [],
    filledForMe: () => false,
    turnout: { people: people + byHand, partners },
    picture:
      closed && hasPicture(check, answered.length, byHand)
        ? pictureOfBox(questionsOf(check.kind), enough ? box : emptyBox, hands)
        : null,
    told: closed ? { texts: enough ? box.texts : {}, calls: box.calls, partners: [] } : null,
    waiting: null,
    answered: me => answered.includes(me.id),
    answer: () => null,
  }
}

function named(
  check: Check,
  partners: readonly Partner[],
  answers: readonly NamedAnswer[],
  hands: readonly CheckHands[],
): ReadCheck {
  const closed = check.state === 'closed'
  const perPartner = check.per === 'partner'
  const by = new Map(answers.map(each => [each.answerer, each]))
  const of = (me: Participant) => by.get(answererOf(check, me) ?? '')
  const present = new Set([...answers, ...hands].flatMap(({ partner }) => partner ?? []))
  const filled = answers.filter(({ byLead }) => byLead)
  const raised = peopleIn(hands)
  // What one person chose in their own name is nobody else's; what a partner says of itself is for who leads.
  const cards = perPartner
    ? partners.flatMap(({ id }) => {
        const answer = by.get(id)?.answer
        return answer ? { partner: id, answer, byLead: by.get(id)?.byLead === true } : []
      })
    : []
  const counting = mayBeShown(check, answers.length) ? answers : []
  return {
    ...{ check, hands },
    byHand: raised + filled.length,
    filled: filled.map(({ answerer, answer }) => ({ partner: answerer, answer })),
    filledForMe: me => of(me)?.byLead === true,
    turnout: { people: answers.length + raised, partners: present.size },
    picture:
      closed && hasPicture(check, answers.length, raised)
        ? pictureOf(questionsOf(check.kind), check.per, counting, hands)
        : null,
    told: closed ? { texts: {}, calls: [], partners: cards } : null,
    waiting: perPartner ? partners.filter(({ id }) => !by.has(id)).map(({ id }) => id) : null,
    answered: me => of(me) !== undefined,
    answer: me => of(me)?.answer ?? null,
  }
}

/**
 * The checks as one person may see them: to who leads all of them, to others those of the kinds that are newest or on the screens, for
 * a picture is read beside the ones before it.
 */
export function checkViews(read: readonly ReadCheck[], me: Participant): CheckView[] {
  const leads = me.role === 'facilitator'
  const kinds = new Set(read.flatMap(({ check }) => (check.shownAt === null ? [] : check.kind)))
  const newest = read.at(-1)?.check
  if (newest) kinds.add(newest.kind)
  return read
    .filter(({ check }) => leads || kinds.has(check.kind))
    .map(each => ({
      ...each.check,
      turnout: each.turnout,
      answered: each.answered(me),
      answer: each.answer(me),
      picture: each.picture,
      told: leads ? each.told : null,
      byHand: each.byHand,
      hands: each.hands.filter(({ partner }) => leads || (partner !== null && partner === me.partner)),
      filled: leads ? each.filled : null,
      filledForMe: each.filledForMe(me),
      waiting: leads ? each.waiting : null,
    }))
}
