import type { z } from 'zod'
import { lineSchema } from '#lib/domain/line.ts'
import { noteSchema } from '#lib/domain/note.ts'
import type { Action } from '#lib/domain/permissions.ts'
import { proposalSchema } from '#lib/domain/proposal.ts'

/** Who a new entry must name as its maker. */
export type Stamp = 'author' | 'partner'

/**
 * One field of an entry. `text` fields are a Y.Text, made with the entry and never replaced; `value` fields hold one JSON
 * value. `needs` names the permission that changing it takes (null: nobody may, after the entry was made).
 */
export type FieldLayout = {
  kind: 'text' | 'value'
  schema: z.ZodType
  stamp?: Stamp
  needs: ((author: string) => Action) | null
  /** What a changeable value field reads as while it is absent, so that deleting it is no more than changing it. */
  absent?: unknown
}

/** One root of a document: a Y.Map from entry id to Y.Map. */
export type RootLayout = { creates: Action; fields: Record<string, FieldLayout> }

const fixed = (schema: z.ZodType, stamp?: Stamp): FieldLayout =>
  stamp ? { kind: 'value', schema, stamp, needs: null } : { kind: 'value', schema, needs: null }
const value = (schema: z.ZodType, absent: unknown, needs: (author: string) => Action): FieldLayout => ({
  kind: 'value',
  schema,
  absent,
  needs,
})
const text = (schema: z.ZodType, needs: (author: string) => Action): FieldLayout => ({
  kind: 'text',
  schema,
  needs,
})

const note = noteSchema.shape
const line = lineSchema.shape
const proposal = proposalSchema.shape

/**
 * The table of the board's document: root, entry, field, what it holds and who may change it. The typed view writes by it, the
 * gate judges by it, and nothing else knows these names.
 */
export const boardLayout = {
  notes: {
    creates: { type: 'addNote' },
    fields: {
      text: text(note.text, author => ({ type: 'editNote', author })),
      bouwsteen: value(note.bouwsteen, 'opgave', () => ({ type: 'moveNote' })),
      order: value(note.order, 0, () => ({ type: 'moveNote' })),
      line: value(note.line, null, () => ({ type: 'orderLines' })),
      author: fixed(note.author, 'author'),
      partner: fixed(note.partner, 'partner'),
      createdAt: fixed(note.createdAt),
      deletedAt: value(note.deletedAt, null, author => ({ type: 'binNote', author })),
    },
  },
  lines: {
    creates: { type: 'orderLines' },
    fields: {
      title: text(line.title, () => ({ type: 'orderLines' })),
      order: value(line.order, 0, () => ({ type: 'orderLines' })),
      author: fixed(line.author, 'author'),
      createdAt: fixed(line.createdAt),
      deletedAt: value(line.deletedAt, null, () => ({ type: 'orderLines' })),
    },
  },
  proposals: {
    creates: { type: 'writeProposal' },
    fields: {
      text: text(proposal.text, () => ({ type: 'writeProposal' })),
      order: value(proposal.order, 0, () => ({ type: 'writeProposal' })),
      author: fixed(proposal.author, 'author'),
      partner: fixed(proposal.partner, 'partner'),
      createdAt: fixed(proposal.createdAt),
      deletedAt: value(proposal.deletedAt, null, author => ({ type: 'binProposal', author })),
    },
  },
} satisfies Record<string, RootLayout>

export type BoardRoot = keyof typeof boardLayout
