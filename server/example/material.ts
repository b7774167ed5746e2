import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { madeUpNameAt } from '#lib/content/made-up-names.ts'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import { reactionKindSchema } from '#lib/domain/reaction.ts'

const text = z.string().min(1)
const rowSchema = z.record(z.string(), z.string())

/** What playing takes of `lib/content/example-session.json`; the file holds more than that. */
const exampleSchema = z.object({
  language: z.enum(['nl', 'en']),
  network: z.object({
    name: text,
    place: text,
    theme: text,
    dates: z.object({ day1: z.iso.date(), day2: z.iso.date() }),
  }),
  partners: z.array(
    z.object({ id: text, name: text, kind: text, reps: z.array(z.object({ id: text, title: text })).min(1) }),
  ),
  notes: z.array(z.object({ id: text, bouwsteen: bouwsteenSchema, partner: text, rep: text, text })),
  cement: z.array(z.object({ from: text, to: text, rep: text, text })),
  replies: z.array(z.object({ note: text, rep: text, text })),
  reactions: z.array(z.object({ note: text, kind: reactionKindSchema, reps: z.array(text) })),
  lines: z.array(
    z.object({ id: text, title: text, summary: text, order: z.number(), noteIds: z.array(text) }),
  ),
  proposals: z.array(z.object({ id: text, order: z.number(), by: z.array(text).min(1), text })),
  votes: z.array(
    z.object({
      proposal: text,
      partner: text,
      value: z.enum(['voor', 'verder', 'nog-niet']),
      reason: z.string().optional(),
    }),
  ),
  chosenOpgave: z.object({
    basedOn: text,
    changes: text,
    text,
    secondRound: z.record(z.string(), z.enum(['voor', 'verder', 'nog-niet'])),
  }),
  statement: z.array(z.object({ section: text, text, rows: z.array(rowSchema).optional() })),
  signatures: z.array(z.object({ partner: text, rep: text, title: text })),
})
export type Example = z.infer<typeof exampleSchema>

const content = new URL('../../lib/content/', import.meta.url)

/** The example kick-off, checked. */
export function readExample(): Example {
  return exampleSchema.parse(JSON.parse(readFileSync(new URL('example-session.json', content), 'utf8')))
}

/** A name for each representative, the same every time: by its place in the material. */
export function namesOf(example: Example): Map<string, string> {
  const reps = example.partners.flatMap(partner => partner.reps)
  return new Map(reps.map((rep, index) => [rep.id, madeUpNameAt(index)]))
}
