import { questionsOf } from '#lib/content/check-forms.ts'
import { madeUpNameAt } from '#lib/content/made-up-names.ts'
import { rehearsal } from '#lib/content/rehearsal.ts'
import { documentKey } from '#lib/documents/names.ts'
import { acceptVote, voterOf } from '#lib/domain/ballot.ts'
import { answererOf } from '#lib/domain/check.ts'
import { behind } from '#lib/domain/desk.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { can } from '#lib/domain/permissions.ts'
import { isVoting, stageOf } from '#lib/domain/phase.ts'
import { stepAt } from '#lib/domain/programme.ts'
import { madeUpAnswer, madeUpChoice, madeUpName, madeUpSeats, madeUpText } from '#lib/domain/rehearsal.ts'
import { type Language, PARTICIPANTS_MAX } from '#lib/domain/session.ts'
import { noSignals, signalled } from '#lib/domain/signals.ts'
import { actorOf, type Context, mustLead, Refused, readLog } from '../context.ts'
import { newId } from '../identity.ts'
import { takeAnswer } from './checks.ts'
import { programmeOf } from './programme.ts'
import { seatNewcomer } from './tables.ts'

/** How many notes each writes at a time. */
const NOTES_AT_ONCE = 2
const reasons = {
  nl: 'Hier praten we graag nog over door.',
  en: 'We would like to talk about this some more.',
}
const reasonIn = (language: Language): string => madeUpText(reasons[language], language)

/**
 * Has made-up people do what this moment asks of everybody: they come in when they aren't there, write notes on the board or on
 * their desks, put proposals forward, vote and answer a check where they have not, and say that they are done.
 */
export async function rehearse(context: Context): Promise<null> {
  mustLead(context)
  const { tx, session } = context
  if (session.statement) throw new Refused('frozen')
  const present = (await tx.participants()).filter(({ madeUp, removed }) => madeUp && !removed)
  const people = present.length > 0 ? present : await comeIn(context)
  const ballots = await tx.ballots()
  const stage = stageOf(session, isVoting(ballots))
  const [one] = people
  if (!one) return null
  if (stage === 'desks') await writeOnDesks(context, people)
  else if (can(actorOf(one), { type: 'addNote' }, stage) === null) await writeOnBoard(context, people)
  else if (stage === 'decide') await propose(context, people)
  else if (stage === 'vote') await vote(context, people)
  await answer(context, people)
  await sayDone(context, people)
  return null
}

async function comeIn({ tx, session }: Context): Promise<Participant[]> {
  const here = (await tx.participants()).filter(({ removed }) => !removed).length
  const seats = madeUpSeats(await tx.partners()).slice(0, Math.max(0, PARTICIPANTS_MAX - here))
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

/** Some notes for each, of those that nobody has written yet, about what the present step is about. */
async function writings(context: Context, people: readonly Participant[], written: ReadonlySet<string>) {
  const { language } = context.session
  const about = stepAt(await programmeOf(context))?.bouwstenen ?? []
  const fresh = rehearsal.notes
    .map(({ bouwsteen, text }) => ({ bouwsteen, text: madeUpText(text, language) }))
    .filter(({ text }) => !written.has(text))
  const fitting = fresh.filter(({ bouwsteen }) => about.includes(bouwsteen))
  const notes = fitting.length > 0 ? fitting : fresh
  return notes.slice(0, NOTES_AT_ONCE * people.length).map((note, index) => ({
    ...note,
    person: people[index % people.length] as Participant,
  }))
}

async function writeOnBoard(context: Context, people: readonly Participant[]): Promise<void> {
  const { tx, documents, at } = context
  const board = await readLog(context, 'board')
  const { notes } = documents.readBoard(board.updates)
  const written = await writings(context, people, new Set(notes.map(({ text }) => text)))
  const laid = behind(
    notes,
    written.map(({ person: { id: author, partner }, bouwsteen, text }) => ({
      ...{ id: newId(), bouwsteen, text, author, partner },
      ...{ line: null, createdAt: at, deletedAt: null },
    })),
  )
  if (laid.length === 0) return
  const { update, client } = documents.notes(laid, board.owners)
  context.written.push(await tx.appendAsServer('board', update, [client]))
}

/** On each one's own desk, which nobody else has open. */
async function writeOnDesks(context: Context, people: readonly Participant[]): Promise<void> {
  const { tx, session, documents, at } = context
  const name = (id: string) => documentKey(`desk/${session.desks?.round ?? 0}`, id)
  const stored = await Promise.all(
    people.map(async ({ id }) => [id, await readLog(context, name(id))] as const),
  )
  const desks = new Map(stored)
  const lying = stored.flatMap(([, { updates }]) => documents.readDesk(updates).map(({ text }) => text))
  const written = await writings(context, people, new Set(lying))
  for (const { id: author } of people) {
    const desk = desks.get(author)
    if (!desk) continue
    const last = documents.readDesk(desk.updates).length
    const notes = written
      .filter(({ person }) => person.id === author)
      .map(({ bouwsteen, text }, index) => ({
        ...{ id: newId(), bouwsteen, text, author },
        ...{ order: last + index + 1, createdAt: at, deletedAt: null },
      }))
    if (notes.length === 0) continue
    const { update, client } = documents.deskNotes(notes, desk.owners)
    await tx.appendAsServer(name(author), update, [client])
  }
}

/** The proposals of the example that aren't there, by one person each. */
async function propose(context: Context, people: readonly Participant[]): Promise<void> {
  const { tx, session, documents, at } = context
  const board = await readLog(context, 'board')
  const { proposals } = documents.readBoard(board.updates)
  const there = new Set(proposals.map(({ text }) => text))
  const last = proposals.reduce((most, { order }) => Math.max(most, order), 0)
  const fresh = rehearsal.proposals
    .map(({ text }) => madeUpText(text, session.language))
    .filter(text => !there.has(text))
  if (fresh.length === 0) return
  const put = fresh.map((text, index) => {
    const { id: author, partner } = people[index % people.length] as Participant
    return { id: newId(), text, order: last + index + 1, author, partner, createdAt: at, deletedAt: null }
  })
  const { update, client } = documents.proposals(put, board.owners)
  context.written.push(await tx.appendAsServer('board', update, [client]))
}

/** Each casts a vote where nobody has in their name. */
async function vote({ tx, session }: Context, people: readonly Participant[]): Promise<void> {
  const ballot = (await tx.ballots()).find(({ state }) => state === 'open')
  if (!ballot) return
  const voted = new Set((await tx.votes(ballot.id)).map(({ voter }) => voter))
  for (const [place, person] of people.entries()) {
    const voter = voterOf(ballot, actorOf(person))
    if (voter === null || voted.has(voter)) continue
    const choice = madeUpChoice(ballot, place, reasonIn(session.language))
    if (acceptVote(ballot, actorOf(person), choice) !== null) continue
    voted.add(voter)
    await tx.saveVote(ballot.id, { voter, participant: person.id, partner: person.partner, choice })
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
  const programme = await programmeOf(context)
  const signals = people.reduce(
    (so, { id }) => signalled(so, id, { ready: true }),
    programme.signals ?? noSignals,
  )
  await context.tx.saveProgramme({ ...programme, signals })
}
