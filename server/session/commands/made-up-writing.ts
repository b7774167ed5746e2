import { rehearsal } from '#lib/content/rehearsal.ts'
import { type DocumentKey, documentKey } from '#lib/documents/names.ts'
import type { Breakthrough } from '#lib/domain/breakthrough.ts'
import { behind } from '#lib/domain/desk.ts'
import { type Line, newLine } from '#lib/domain/line.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { openIn, stepAt } from '#lib/domain/programme.ts'
import { type MadeUpAct, madeUpText } from '#lib/domain/rehearsal.ts'
import type { TangibleResult } from '#lib/domain/tangible-result.ts'
import { type Context, readLog } from '../context.ts'
import { newId } from '../identity.ts'
import { programmeOf } from './programme.ts'

/** How many notes each writes at a time. */
const NOTES_AT_ONCE = 2
/** How many sections of the statement they write in at a time. */
const SECTIONS_AT_ONCE = 3

type People = readonly Participant[]
type Write = (context: Context, people: People) => Promise<void>

/** What made-up people write when a moment asks for it; nothing where it asks for no writing. */
export const madeUpWriting: Record<MadeUpAct, Write> = {
  prepare,
  desks: writeOnDesks,
  write: writeOnBoard,
  order: layInLines,
  propose,
  breakthrough: breakThrough,
  results: promiseResults,
  statement: writeStatement,
  vote: async () => {},
  done: async () => {},
}

const marked = (context: Context, text: string): string => madeUpText(text, context.session.language)
const by = (people: People, index: number): Participant => people[index % people.length] as Participant

async function onBoard(context: Context, made: { update: Uint8Array; client: number }): Promise<void> {
  context.written.push(await context.tx.appendAsServer('board', made.update, [made.client]))
}

/** Some notes for each, of those that nobody has written yet, about what the present step is about. */
async function writings(context: Context, people: People, written: ReadonlySet<string>) {
  const step = stepAt(await programmeOf(context))
  // What is open to people is open to them, and no more; within that, what the step is about goes first.
  const open = openIn(step, context.session.phase)
  const about = step?.bouwstenen ?? []
  const fresh = rehearsal.notes
    .map(({ bouwsteen, text }) => ({ bouwsteen, text: marked(context, text) }))
    .filter(({ bouwsteen, text }) => !written.has(text) && (open?.includes(bouwsteen) ?? true))
  const fitting = fresh.filter(({ bouwsteen }) => about.includes(bouwsteen))
  const notes = fitting.length > 0 ? fitting : fresh
  return notes
    .slice(0, NOTES_AT_ONCE * people.length)
    .map((note, index) => ({ ...note, person: by(people, index) }))
}

async function writeOnBoard(context: Context, people: People): Promise<void> {
  const { documents, at } = context
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
  await onBoard(context, documents.notes(laid, board.owners))
}

/** On each one's own desk, which nobody else has open. */
async function writeOnDesks(context: Context, people: People): Promise<void> {
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
async function propose(context: Context, people: People): Promise<void> {
  const { documents, at } = context
  const board = await readLog(context, 'board')
  const { proposals } = documents.readBoard(board.updates)
  const there = new Set(proposals.map(({ text }) => text))
  const last = proposals.reduce((most, { order }) => Math.max(most, order), 0)
  const fresh = rehearsal.proposals.map(({ text }) => marked(context, text)).filter(text => !there.has(text))
  if (fresh.length === 0) return
  const put = fresh.map((text, index) => {
    const { id: author, partner } = by(people, index)
    return { id: newId(), text, order: last + index + 1, author, partner, createdAt: at, deletedAt: null }
  })
  await onBoard(context, documents.proposals(put, board.owners))
}

/** Lines of the example that aren't there, with those of its notes that are there and lie in none. */
async function layInLines(context: Context, people: People): Promise<void> {
  const { documents, at } = context
  const board = await readLog(context, 'board')
  const { lines, notes } = documents.readBoard(board.updates)
  const there = new Set(lines.map(({ title }) => title))
  const laid: { line: Line; notes: string[] }[] = []
  for (const { title, texts } of rehearsal.lines) {
    const own = new Set(texts.map(text => marked(context, text)))
    const those = notes.filter(({ line, text }) => line === null && own.has(text)).map(({ id }) => id)
    if (those.length === 0 || there.has(marked(context, title))) continue
    const others = [...lines, ...laid.map(({ line }) => line)]
    const line = {
      ...{ id: newId(), about: '', author: by(people, laid.length).id, createdAt: at, deletedAt: null },
      ...newLine(others, marked(context, title)),
    }
    laid.push({ line, notes: those })
  }
  if (laid.length > 0) await onBoard(context, documents.lines(board.updates, laid, board.owners))
}

/** For each partner of theirs that said nothing yet: what holds it back, and what it does about that. */
async function breakThrough(context: Context, people: People): Promise<void> {
  const { documents, at } = context
  const board = await readLog(context, 'board')
  const said = new Set(documents.readBoard(board.updates).breakthroughs.map(({ of }) => of))
  const speakers = new Map(people.flatMap(person => (person.partner ? [[person.partner, person]] : [])))
  const fresh = [...speakers].filter(([partner]) => !said.has(partner))
  const put = fresh.flatMap(([of, { id: author, partner }], index): Breakthrough[] => {
    const words = rehearsal.breakthroughs[index % rehearsal.breakthroughs.length]
    if (!words) return []
    const texts = {
      obstacle: marked(context, words.obstacle),
      contribution: marked(context, words.contribution),
    }
    return [{ id: newId(), of, ...texts, author, partner, createdAt: at, deletedAt: null }]
  })
  if (put.length > 0) await onBoard(context, documents.breakthroughs(put, board.owners))
}

/** The first results of the example that aren't there, each led by a partner of theirs. */
async function promiseResults(context: Context, people: People): Promise<void> {
  const { documents, at } = context
  const board = await readLog(context, 'board')
  const { results } = documents.readBoard(board.updates)
  const there = new Set(results.map(({ what }) => what))
  const last = results.reduce((most, { order }) => Math.max(most, order), 0)
  const put = rehearsal.results
    .map(({ what, when }) => ({ what: marked(context, what), when }))
    .filter(({ what }) => !there.has(what))
    .map((words, index): TangibleResult => {
      const { id: author, partner } = by(people, index)
      const made = { id: newId(), author, partner, createdAt: at, deletedAt: null }
      return { ...words, ...made, lead: partner, order: last + index + 1 }
    })
  if (put.length > 0) await onBoard(context, documents.results(put, board.owners))
}

/** What each partner of theirs writes before the first day, where nobody has begun. */
async function prepare(context: Context, people: People): Promise<void> {
  const { tx, documents } = context
  const partners = [...new Set(people.flatMap(({ partner }) => partner ?? []))]
  for (const [index, partner] of partners.entries()) {
    const document: DocumentKey = `preparation/${partner}`
    const { updates, owners } = await readLog(context, document)
    const text = rehearsal.definitions[index % rehearsal.definitions.length]
    if (text === undefined || documents.readDefinition(updates)?.trim() !== '') continue
    const { update, client } = documents.definitionText(updates, marked(context, text), owners)
    context.written.push(await tx.appendAsServer(document, update, [client]))
  }
}

/** What the example says in some sections of the statement, where that isn't there yet. */
async function writeStatement(context: Context): Promise<void> {
  const { tx, documents } = context
  const { updates, owners } = await readLog(context, 'statement')
  const there = JSON.stringify(documents.readStatement(updates))
  const fresh = rehearsal.statement
    .map(({ section, text }) => ({ section, text: marked(context, text) }))
    .filter(({ text }) => !there.includes(JSON.stringify(text).slice(1, -1)))
    .slice(0, SECTIONS_AT_ONCE)
  if (fresh.length === 0) return
  const { update, client } = documents.paragraphs(updates, fresh, owners)
  context.written.push(await tx.appendAsServer('statement', update, [client]))
}
