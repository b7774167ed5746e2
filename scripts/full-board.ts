import { must } from '#lib/assert.ts'
import {
  addCement,
  addLine,
  addNote,
  addReply,
  putInLine,
  readBoard,
  toggleReaction,
} from '#lib/documents/board.ts'
import { LINE_COLOUR_DEFAULT, lineColours } from '#lib/domain/line.ts'
import { reactionKinds } from '#lib/domain/reaction.ts'
import type { CreateAnswer, JoinAnswer, LookAnswer } from '#lib/protocol/requests.ts'
import { type Example, namesOf, readExample } from '#server/example/material.ts'
import { ask, makingOf, Person, type Place } from '#server/example/person.ts'

const PEOPLE = 30
const LINES = 14
/** Of so many notes each, one has a reaction, a reply, or cement to another. */
const EVERY = { reaction: 4, reply: 11, cement: 13 }

type Hung = { id: string; bouwsteen: Example['notes'][number]['bouwsteen'] }
type Hall = {
  example: Example
  facilitator: Person
  people: Person[]
  notes: Hung[]
}

/**
 * Lets thirty people of ten partners fill a board with so many notes, by the public API and y-websocket clients only: the
 * example's texts over and over, every third one with another sentence to it. The board is being ordered when it is done.
 */
export async function fillBoard(url: string, notes: number): Promise<CreateAnswer> {
  process.setMaxListeners(Math.max(process.getMaxListeners(), 4 * PEOPLE))
  const place = { url, origin: new URL(url).origin }
  const example = readExample()
  const created = await ask<CreateAnswer>(place, '/api/sessions', {
    body: {
      network: example.network.name,
      title: `Kick-off ${example.network.name}`,
      dates: [example.network.dates.day1],
      language: example.language,
      partners: example.partners.map(({ name, kind }) => ({ name, kind })),
    },
  })
  const people = await gather(place, created.code, example)
  const facilitator = new Person(place, created, null)
  const hall = { example, facilitator, people, notes: [] }
  try {
    await layNotes(hall, notes)
    await enrich(hall)
    await facilitator.command({ type: 'movePhase', to: 'order' })
    await drawLines(hall)
    return created
  } finally {
    for (const person of [facilitator, ...people]) person.leave()
  }
}

/** The same number for the same one, without a pattern that one would see on the wall. */
const scattered = (index: number): number => Math.imul(index + 1, 2654435761) >>> 8

async function gather(place: Place, code: string, example: Example): Promise<Person[]> {
  const { partners } = await ask<LookAnswer>(place, '/api/join/look', { body: { code } })
  const names = [...namesOf(example).values()]
  return Promise.all(
    Array.from({ length: PEOPLE }, async (_, index) => {
      const partner = must(partners[index % partners.length], 'a partner').id
      // Names repeat after twenty; on the board people are told apart by who they are, not by name.
      const name = must(names[index % names.length], 'a name')
      const person = new Person(
        place,
        await ask<JoinAnswer>(place, '/api/join', { body: { code, name, partner } }),
        partner,
      )
      await person.look('board')
      return person
    }),
  )
}

/** Everybody at once; done when the facilitator sees them all. */
async function layNotes({ example, facilitator, people, notes }: Hall, count: number): Promise<void> {
  await facilitator.look('board')
  const said = example.notes
  for (let order = 0; order < count; order++) {
    const person = must(people[order % PEOPLE], 'a person')
    const { bouwsteen, text } = must(said[scattered(order) % said.length], 'a note')
    const more = must(said[scattered(order + count) % said.length], 'a note').text
    const long = scattered(order) % 3 === 0
    const made = makingOf(person)
    addNote(await person.look('board'), made, { bouwsteen, order, text: long ? `${text} ${more}` : text })
    notes.push({ id: made.id, bouwsteen })
  }
  await facilitator.sees('board', `all ${count} notes`, doc => readBoard(doc).notes.length === count)
}

async function enrich({ example, facilitator, people, notes }: Hall): Promise<void> {
  const given = { reaction: 0, reply: 0, cement: 0 }
  for (const [index, { id, bouwsteen }] of notes.entries()) {
    const person = must(people[(index * 3 + 1) % PEOPLE], 'a person')
    const doc = await person.look('board')
    await person.sees('board', 'the note', seen => seen.getMap('notes').has(id))
    if (index % EVERY.reaction === 0) {
      const kind = must(reactionKinds[(index / EVERY.reaction) % reactionKinds.length], 'a kind')
      toggleReaction(doc, makingOf(person), { note: id, kind })
      given.reaction++
    }
    if (index % EVERY.reply === 0) {
      const { text } = must(example.replies[given.reply++ % example.replies.length], 'a reply')
      addReply(doc, makingOf(person), { note: id, text })
    }
    const other = notes[(index * 5 + 29) % notes.length]
    if (index % EVERY.cement === 0 && other && other.bouwsteen !== bouwsteen) {
      const { text } = must(example.cement[given.cement++ % example.cement.length], 'cement')
      addCement(doc, makingOf(person), { from: id, to: other.id, text })
    }
  }
  await facilitator.sees('board', 'what was said of the notes', doc => {
    const { reactions, replies, cement } = readBoard(doc)
    return (
      reactions.length === given.reaction && replies.length === given.reply && cement.length === given.cement
    )
  })
}

/** Two of three notes are laid in lines of the example's titles, those of one bouwsteen mostly together. */
async function drawLines({ example, facilitator, people, notes }: Hall): Promise<void> {
  const doc = await facilitator.look('board')
  const lines = Array.from({ length: LINES }, (_, order) => {
    const made = makingOf(facilitator)
    const { title, summary } = must(example.lines[order % example.lines.length], 'a line')
    const colour = lineColours[(order % (lineColours.length - 1)) + 1] ?? LINE_COLOUR_DEFAULT
    const round = Math.floor(order / example.lines.length)
    addLine(doc, made, {
      title: round === 0 ? title : `${title} (${round + 1})`,
      order,
      about: summary,
      colour,
    })
    return made.id
  })
  let inLines = 0
  for (const [index, { id }] of notes.entries()) {
    if (index % 3 === 2) continue
    putInLine(doc, id, must(lines[(index * 5) % lines.length], 'a line'))
    inLines++
  }
  await must(people[0], 'a person').sees(
    'board',
    'the lines',
    seen => readBoard(seen).notes.filter(({ line }) => line !== null).length === inLines,
  )
}
