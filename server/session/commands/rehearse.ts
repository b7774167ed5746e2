import { questionsOf } from '#lib/content/check-forms.ts'
import { madeUpNameAt } from '#lib/content/made-up-names.ts'
import { voterOf } from '#lib/domain/ballot.ts'
import { answererOf } from '#lib/domain/check.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { isVoting, stageOf } from '#lib/domain/phase.ts'
import { stepAt } from '#lib/domain/programme.ts'
import {
  type MadeUpAct,
  madeUpAct,
  madeUpAnswer,
  madeUpChoice,
  madeUpName,
  madeUpSeats,
  madeUpText,
} from '#lib/domain/rehearsal.ts'
import type { Language } from '#lib/domain/session.ts'
import { signalled } from '#lib/domain/signals.ts'
import { rightsIn } from '#lib/domain/step-rights.ts'
import { type Context, mustLead, Refused } from '../context.ts'
import { newId } from '../identity.ts'
import { takeVote } from './cast-vote.ts'
import { takeAnswer } from './checks.ts'
import { madeUpWriting } from './made-up-writing.ts'
import { programmeOf } from './programme.ts'
import { seatNewcomer } from './tables.ts'

const reasons = {
  nl: 'Hier praten we graag nog over door.',
  en: 'We would like to talk about this some more.',
}
const reasonIn = (language: Language): string => madeUpText(reasons[language], language)

/**
 * Has made-up people do what this moment asks of everybody: they come in when they aren't there, write what the step is about, vote and
 * answer a check where they have not, and say that they are done. Who comes in before the first step waits for it, like everybody.
 */
export async function rehearse(context: Context): Promise<null> {
  mustLead(context)
  const { tx, session } = context
  if (session.statement) throw new Refused('frozen')
  const present = (await tx.participants()).filter(({ madeUp, removed }) => madeUp && !removed)
  const people = present.length > 0 ? present : await comeIn(context)
  if (people.length === 0) return null
  const programme = await programmeOf(context)
  const act = madeUpAct({
    stage: stageOf(session, isVoting(await tx.ballots())),
    about: stepAt(programme)?.view ?? null,
    preparing: (await tx.room()).preparation?.open ?? false,
  })
  const begun = programme.at !== null || programme.steps.length === 0 || act !== 'write'
  const working = people.filter(await mayWork(context, act))
  if (working.length > 0 && (begun || present.length > 0)) await madeUpWriting[act](context, working)
  if (act === 'vote') await vote(context, people)
  await answer(context, people)
  await sayDone(context, people)
  return null
}

/** Who of them does what the moment asks for: where the present step keeps that for some, those alone. */
async function mayWork({ tx, session }: Context, act: MadeUpAct): Promise<(person: Participant) => boolean> {
  const programme = await tx.programme()
  const people = await tx.participants()
  const rights = rightsIn(programme && stepAt(programme), session.phase, { ...(await tx.room()), people })
  if (!rights || act === 'desks' || act === 'prepare') return () => true
  if (act === 'order') return () => rights.move !== 'leads'
  return ({ id }) =>
    rights.write !== 'leads' && (rights.write === 'all' || rights.scribes?.includes(id) !== false)
}

async function comeIn({ tx, session, peopleMax }: Context): Promise<Participant[]> {
  const here = (await tx.participants()).filter(({ removed }) => !removed).length
  const seats = madeUpSeats(await tx.partners()).slice(0, Math.max(0, peopleMax - here))
  if (seats.length === 0) throw new Refused('session-full')
  const people = seats.map((partner, place): Participant => {
    const name = madeUpName(madeUpNameAt(place), session.language)
    return {
      id: newId(),
      name,
      partner,
      role: 'participant',
      mayOrder: false,
      removed: false,
      waiting: false,
      madeUp: true,
    }
  })
  for (const person of people) {
    await tx.addParticipant(person)
    await seatNewcomer(tx, person)
  }
  return people
}

/** Each casts a vote where nobody has in their name. */
async function vote(context: Context, people: readonly Participant[]): Promise<void> {
  const { tx, session } = context
  const ballot = (await tx.ballots()).find(({ state }) => state === 'open')
  if (!ballot) return
  const voted = new Set((await tx.votes(ballot.id)).map(({ voter }) => voter))
  for (const [place, person] of people.entries()) {
    const voter = voterOf(ballot, person)
    if (voter === null || voted.has(voter)) continue
    voted.add(voter)
    await takeVote(context, ballot, person, madeUpChoice(ballot, place, reasonIn(session.language)))
  }
}

/** Each answers the check that is open, where nobody has in their name. */
async function answer(context: Context, people: readonly Participant[]): Promise<void> {
  const { tx, session } = context
  const check = (await tx.checks()).find(({ state }) => state === 'open')
  if (!check) return
  const answered = new Set((await tx.checkAnswers(check.id)).map(({ answerer }) => answerer))
  for (const [place, person] of people.entries()) {
    const answerer = answererOf(check, person)
    if (answerer === null || answered.has(answerer)) continue
    answered.add(answerer)
    const given = madeUpAnswer(questionsOf(check.kind), place, reasonIn(session.language))
    await takeAnswer(context, check, person, given)
  }
}

async function sayDone(context: Context, people: readonly Participant[]): Promise<void> {
  const room = await context.tx.room()
  const signals = people.reduce((so, { id }) => signalled(so, id, { ready: true }), room.signals)
  await context.tx.saveRoom({ ...room, signals })
}
