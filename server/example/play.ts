import { must } from '#lib/assert.ts'
import {
  addLine,
  addNote,
  addProposal,
  putInLine,
  readBoard,
  textOf,
  writeText,
} from '#lib/documents/board.ts'
import { statementRoot } from '#lib/documents/names.ts'
import { readStatementBody, writeStatementBody } from '#lib/documents/statement.ts'
import type { Choice } from '#lib/domain/ballot.ts'
import type { ConsentValue } from '#lib/domain/ballot-answer.ts'
import { LINE_COLOUR_DEFAULT, lineColours } from '#lib/domain/line.ts'
import { sign } from '#lib/domain/signature.ts'
import { reservingPartners } from '#lib/domain/statement.ts'
import { signingSentence } from '#lib/i18n/signing-sentence.ts'
import type { CreateAnswer, JoinAnswer, LookAnswer, SignView } from '#lib/protocol/requests.ts'
import { statementOf } from './draft.ts'
import { enrich } from './enrich.ts'
import { type Example, namesOf, readExample } from './material.ts'
import { ask, makingOf, Person, type Place } from './person.ts'

export const stages = ['collect', 'decide', 'statement', 'signed'] as const
export type Stage = (typeof stages)[number]

/** How many people sit at the board at once: the facilitator and eleven of the representatives, each partner among them. */
const PEOPLE = 12

export type Played = {
  session: string
  code: string
  joinLink: string
  facilitatorLink: string
  facilitatorToken: string
  /** Path or address of each partner's signing link; empty before the statement was fixed. */
  signLinks: string[]
  /** Where the sealed PDF is had (as somebody of the session); it exists once the statement was fixed. */
  pdfUrl: string
}
/** `createToken`: shown where not everybody may begin sessions. */
type Asked = {
  url: string
  until: Stage
  origin?: string
  createToken?: string
  log?: (line: string) => void
}
/** The kick-off under way. The maps lead from ids in the material to ids in the session. */
type Table = {
  place: Place
  example: Example
  created: CreateAnswer
  facilitator: Person
  people: Person[]
  partners: Map<string, string>
  /** The person who writes what a representative wrote: themself, or the colleague who came. */
  writers: Map<string, Person>
  notes: Map<string, string>
  proposals: Map<string, string>
  say: (line: string) => void
}

const consent = { voor: 'agree', verder: 'reservation', 'nog-niet': 'objection' } as const satisfies Record<
  string,
  ConsentValue
>
const withoutReason = 'Hier praten we graag nog over door.'

/**
 * Plays the example kick-off on a running server, by its public API and y-websocket clients only, up to and with a stage.
 * Throws with the server's refusal when a step isn't allowed. The session stays, to be opened by the links.
 */
export async function playExample(asked: Asked): Promise<Played> {
  // Each y-websocket provider listens for the process's end; a dozen of them is no leak.
  process.setMaxListeners(Math.max(process.getMaxListeners(), 4 * PEOPLE))
  const url = asked.url.replace(/\/$/, '')
  const place = { url, origin: asked.origin ?? new URL(url).origin }
  const table = await gather(place, asked.log ?? (() => {}), asked.createToken)
  try {
    const reached = stages.indexOf(asked.until)
    await collect(table)
    if (reached >= 1) await decide(table)
    if (reached >= 2) await writeStatement(table)
    const signLinks = reached >= 3 ? await signAll(table) : []
    const { session, code, joinLink, facilitatorLink, token } = table.created
    const pdfUrl = `${url}/api/sessions/${session}/export.pdf`
    return { session, code, joinLink, facilitatorLink, facilitatorToken: token, signLinks, pdfUrl }
  } finally {
    for (const person of [table.facilitator, ...table.people]) person.leave()
  }
}

/** Creates the session and lets everybody join and open the board, all at once. */
async function gather(place: Place, say: Table['say'], createToken?: string): Promise<Table> {
  const example = readExample()
  const names = namesOf(example)
  const { name, dates } = example.network
  const created = await ask<CreateAnswer>(place, '/api/sessions', {
    ...(createToken && { token: createToken }),
    body: {
      network: name,
      title: `Kick-off ${name}`,
      dates: [dates.day1, dates.day2],
      language: example.language,
      partners: example.partners.map(partner => ({ name: partner.name, kind: partner.kind })),
    },
  })
  const { code } = created
  const look = await ask<LookAnswer>(place, '/api/join/look', { body: { code } })
  const partners = new Map(
    example.partners.map(({ id, name }) => [
      id,
      must(
        look.partners.find(partner => partner.name === name),
        name,
      ).id,
    ]),
  )
  const comers = example.partners
    .flatMap(partner => partner.reps.map((rep, rank) => ({ rep: rep.id, of: partner.id, rank })))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, PEOPLE - 1)
  const writers = new Map<string, Person>()
  const people = await Promise.all(
    comers.map(async ({ rep, of }) => {
      const partner = must(partners.get(of), of)
      const body = { code, name: must(names.get(rep), rep), partner }
      const person = new Person(place, await ask<JoinAnswer>(place, '/api/join', { body }), partner)
      writers.set(rep, person)
      await person.look('board')
      return person
    }),
  )
  const facilitator = new Person(place, created, null)
  await facilitator.look('board')
  for (const { id, reps } of example.partners)
    for (const rep of reps) if (!writers.has(rep.id)) writers.set(rep.id, speakerOf(people, partners, id))
  say(`${people.length + 1} people joined`)
  const maps = { partners, writers, notes: new Map(), proposals: new Map() }
  return { place, example, created, facilitator, people, say, ...maps }
}

function speakerOf(people: readonly Person[], partners: Map<string, string>, partner: string): Person {
  return must(
    people.find(person => person.partner === partners.get(partner)),
    `somebody of ${partner}`,
  )
}

/** Everybody writes at the same time; done when the facilitator and every other person see all notes. */
async function collect(table: Table): Promise<void> {
  const { example, facilitator, people, writers, notes, say } = table
  await Promise.all(
    example.notes.map(async (note, order) => {
      const writer = must(writers.get(note.rep), note.rep)
      const made = makingOf(writer)
      notes.set(note.id, made.id)
      addNote(await writer.look('board'), made, { bouwsteen: note.bouwsteen, order, text: note.text })
    }),
  )
  const all = example.notes.length
  await Promise.all(
    [facilitator, ...people].map(person =>
      person.sees('board', `all ${all} notes`, doc => readBoard(doc).notes.length === all),
    ),
  )
  say(`${all} notes written, seen by all`)
  await enrich(table)
}

/** Lines, proposals, and two rounds of consent: on the three proposals, then on the one that was mended. */
async function decide(table: Table): Promise<void> {
  const { facilitator, example, people, say } = table
  await facilitator.command({ type: 'movePhase', to: 'order' })
  const witness = must(people[0], 'a participant')
  await drawLines(table)
  await witness.sees('board', 'the lines', doc => readBoard(doc).lines.length === example.lines.length)
  await facilitator.command({ type: 'movePhase', to: 'decide' })
  await Promise.all(
    example.proposals.map(async proposal => {
      const writer = speakerOf(people, table.partners, must(proposal.by[0], 'a writer'))
      const made = makingOf(writer)
      table.proposals.set(proposal.id, made.id)
      addProposal(await writer.look('board'), made, { text: proposal.text, order: proposal.order })
    }),
  )
  await facilitator.sees(
    'board',
    'the proposals',
    doc => readBoard(doc).proposals.length === example.proposals.length,
  )
  await vote(
    table,
    example.proposals.map(one => one.id),
    (partner, proposal) => {
      const given = example.votes.find(one => one.partner === partner && one.proposal === proposal)
      const { value, reason } = must(given, `vote of ${partner}`)
      return { value: consent[value], reason: reason ?? (value === 'voor' ? '' : withoutReason) }
    },
  )
  say('lines drawn, first round of consent revealed')
}

async function drawLines({ example, facilitator, people, notes }: Table): Promise<void> {
  const doc = await facilitator.look('board')
  const placed: string[] = []
  for (const [index, line] of example.lines.entries()) {
    const made = makingOf(facilitator)
    const colour = lineColours[(index % (lineColours.length - 1)) + 1] ?? LINE_COLOUR_DEFAULT
    addLine(doc, made, { title: line.title, order: line.order, about: line.summary, colour })
    for (const note of line.noteIds) {
      const id = must(notes.get(note), note)
      putInLine(doc, id, made.id)
      placed.push(id)
    }
  }
  const inLines = new Set(placed).size
  await Promise.all(
    people.map(person =>
      person.sees(
        'board',
        'notes in lines',
        seen => readBoard(seen).notes.filter(note => note.line !== null).length === inLines,
      ),
    ),
  )
}

type Answer = { value: ConsentValue; reason: string }

/** One round: opened by the facilitator, one vote per partner, closed and revealed. Gives the ballot's id. */
async function vote(
  table: Table,
  proposals: readonly string[],
  answer: (partner: string, proposal: string) => Answer,
): Promise<string> {
  const ids = proposals.map(one => must(table.proposals.get(one), one))
  const { facilitator } = table
  const opened = await facilitator.command({
    type: 'openBallot',
    method: 'consent',
    per: 'partner',
    dots: 1,
    proposals: ids,
  })
  const ballot = must(opened.id, 'the ballot')
  await Promise.all(
    table.example.partners.map(({ id }) => {
      const answers = Object.fromEntries(
        proposals.map((one, index) => [must(ids[index], one), answer(id, one)]),
      )
      const choice: Choice = { method: 'consent', answers }
      return speakerOf(table.people, table.partners, id).command({ type: 'castVote', ballot, choice })
    }),
  )
  await facilitator.command({ type: 'closeBallot', ballot })
  await facilitator.command({ type: 'revealBallot', ballot })
  return ballot
}

/** The mended proposal is agreed on, the board fixed, and the draft written out as the example has it. */
async function writeStatement(table: Table): Promise<void> {
  const { example, facilitator, people, say } = table
  const { basedOn, text, changes, secondRound } = example.chosenOpgave
  const proposal = must(table.proposals.get(basedOn), basedOn)
  writeText(must(textOf(await facilitator.look('board'), 'proposals', proposal), 'the proposal'), text)
  const witness = must(people[0], 'a participant')
  await witness.sees(
    'board',
    'the mended proposal',
    doc => textOf(doc, 'proposals', proposal)?.toString() === text,
  )
  const ballot = await vote(table, [basedOn], partner => {
    const value = consent[must(secondRound[partner], partner)]
    return { value, reason: value === 'agree' ? '' : changes }
  })
  await facilitator.command({ type: 'chooseDefinition', ballot, proposal })
  await facilitator.command({ type: 'freezeBoard' })
  const doc = await facilitator.look('statement')
  const body = statementOf(example, readStatementBody(doc))
  doc.transact(() => {
    const fragment = doc.getXmlFragment(statementRoot)
    fragment.delete(0, fragment.length)
    writeStatementBody(doc, body)
  })
  const written = JSON.stringify(body)
  await witness.sees(
    'statement',
    'the statement',
    seen => JSON.stringify(readStatementBody(seen)) === written,
  )
  say('board fixed, statement written')
}

/** Fixes the statement; each signatory opens their own link, reads the hash and signs it. Gives the links. */
async function signAll({ place, example, facilitator, partners, say }: Table): Promise<string[]> {
  const names = namesOf(example)
  await facilitator.command({ type: 'freezeStatement' })
  const { signatories } = await facilitator.view()
  const links = await Promise.all(
    example.signatures.map(async ({ partner, rep, title }) => {
      const id = must(partners.get(partner), partner)
      const link = must(signatories.find(one => one.partner === id)?.link, `link of ${partner}`)
      const path = `/api/sign/${must(new URL(link, place.url).pathname.split('/').at(-1), 'token')}`
      const view = await ask<SignView>(place, path)
      const name = must(names.get(rep), rep)
      const told = { name, function: title, version: view.statement.version }
      const mandate = { kind: 'own' } as const
      const sentence = signingSentence(view.statement.language, {
        ...{ ...told, decision: 'signs', mandate },
        ...{ partner: view.partner.name, network: view.statement.network },
        reservedBy: reservingPartners(view.statement),
      })
      const body = await sign(
        {
          ...{ format: 'mozaiekbord-signature/3', decision: 'signs', ...told, mandate, sentence },
          place: example.network.place,
          drawn: null,
          session: view.session.id,
          statement: view.hash,
          partner: view.partner.id,
          signatory: view.signatory,
          together: view.others.length + 1,
          signedAt: Date.now(),
        },
        crypto.subtle,
      )
      await ask<unknown>(place, path, { body })
      return link
    }),
  )
  say(`${links.length} partners signed`)
  return links
}
