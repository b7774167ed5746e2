import { z } from 'zod'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import content from './example-session.json' with { type: 'json' }

const text = z.string().min(1)
const exampleSchema = z.object({
  notes: z.array(z.object({ id: text, bouwsteen: bouwsteenSchema, text })).min(1),
  proposals: z.array(z.object({ text })).min(1),
  lines: z.array(z.object({ title: text, noteIds: z.array(text) })),
  breakthrough: z.array(z.object({ obstacle: text, contributions: z.array(z.object({ text })) })),
  results: z.array(z.object({ what: text, by: z.iso.date() })),
  ownVersions: z.array(z.object({ text })),
  statement: z.array(z.object({ section: text, text })),
})

const example = exampleSchema.parse(content)
const textOf = new Map(example.notes.map(({ id, text }) => [id, text]))

/** What made-up people bring to a rehearsal: that of the example. Lines hold the texts of their notes. */
export const rehearsal = {
  notes: example.notes,
  proposals: example.proposals,
  lines: example.lines.map(({ title, noteIds }) => ({
    title,
    texts: noteIds.flatMap(id => textOf.get(id) ?? []),
  })),
  breakthroughs: example.breakthrough.flatMap(({ obstacle, contributions }) =>
    contributions.map(({ text: contribution }) => ({ obstacle, contribution })),
  ),
  results: example.results.map(({ what, by }) => ({ what, when: by.split('-').reverse().join('-') })),
  definitions: example.ownVersions.map(each => each.text),
  statement: example.statement,
}
