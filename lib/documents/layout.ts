import type { z } from 'zod'
import { must } from '#lib/assert.ts'
import { BREAKTHROUGHS_PER_PERSON_MAX, breakthroughSchema } from '#lib/domain/breakthrough.ts'
import { CEMENT_PER_PERSON_MAX, cementSchema } from '#lib/domain/cement.ts'
import { deskNoteSchema } from '#lib/domain/desk.ts'
import { LINE_COLOUR_DEFAULT, LINES_PER_PERSON_MAX, lineSchema } from '#lib/domain/line.ts'
import { NOTES_PER_PERSON_MAX, noteSchema } from '#lib/domain/note.ts'
import type { Action } from '#lib/domain/permissions.ts'
import { PROPOSALS_PER_PERSON_MAX, proposalSchema } from '#lib/domain/proposal.ts'
import { REACTIONS_PER_PERSON_MAX, reactionSchema } from '#lib/domain/reaction.ts'
import { REPLIES_PER_PERSON_MAX, replySchema } from '#lib/domain/reply.ts'
import { RESULTS_PER_PERSON_MAX, tangibleResultSchema } from '#lib/domain/tangible-result.ts'

/** Who a new entry must name as its maker. */
export type Stamp = 'author' | 'partner'
/** The permission that a change takes, given who made the entry (null: nobody that is known). */
export type Needs = (author: string | null) => Action

/** A Y.Text of at most `max` characters (UTF-16 code units), made with the entry and never replaced. */
export type TextLayout = {
  kind: 'text'
  max: number
  needs: Needs
  /** A field that older entries lack: an entry may come without it, and it may be made once later. Absent, it reads ''. */
  later?: true
}
/** One JSON value. `needs` null: nobody may change it, after the entry was made. */
export type ValueLayout = {
  kind: 'value'
  schema: z.ZodType
  stamp?: Stamp
  needs: Needs | null
  /** What a changeable field reads as while it is absent, so that deleting it is no more than changing it. */
  absent?: unknown
  /** Holds the id of an entry of this root, which must be there when this one is made. */
  refers?: 'notes'
}
export type FieldLayout = TextLayout | ValueLayout

/**
 * One root of a document: a Y.Map from entry id to Y.Map. `most`: how many entries one person may bring to it, those in the bin
 * counted. `lies`: the field that says on which bouwsteen an entry lies, for not every step opens all of them to new ones. `apart`: two
 * fields that refer to notes which do not lie on one bouwsteen when the entry is made.
 */
export type RootLayout = {
  creates: Action
  most: number
  lies?: string
  /** An entry may be made for somebody that one writes for, who has no device of their own. */
  forOthers?: true
  apart?: readonly [string, string]
  fields: Record<string, FieldLayout>
}

const fixed = (schema: z.ZodType, stamp?: Stamp): ValueLayout =>
  stamp ? { kind: 'value', schema, stamp, needs: null } : { kind: 'value', schema, needs: null }
const noteId = (schema: z.ZodType): ValueLayout => ({ kind: 'value', schema, needs: null, refers: 'notes' })
const value = (schema: z.ZodType, absent: unknown, needs: Needs): ValueLayout => ({
  kind: 'value',
  schema,
  absent,
  needs,
})
const text = (schema: z.ZodString, needs: Needs): TextLayout => ({
  kind: 'text',
  max: must(schema.maxLength, 'the most characters of a text'),
  needs,
})

const note = noteSchema.shape
const line = lineSchema.shape
const proposal = proposalSchema.shape
const cement = cementSchema.shape
const reply = replySchema.shape
const reaction = reactionSchema.shape
const breakthrough = breakthroughSchema.shape
const result = tangibleResultSchema.shape
const writeResult = (): Action => ({ type: 'writeResult' })

/**
 * The table of the board's document: root, entry, field, what it holds and who may change it. The typed view writes by it, the
 * gate judges by it, undo asks it, and nothing else knows these names.
 */
export const boardLayout = {
  notes: {
    creates: { type: 'addNote' },
    most: NOTES_PER_PERSON_MAX,
    lies: 'bouwsteen',
    forOthers: true,
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
    most: LINES_PER_PERSON_MAX,
    fields: {
      title: text(line.title, () => ({ type: 'orderLines' })),
      about: { ...text(line.about, () => ({ type: 'orderLines' })), later: true },
      colour: value(line.colour, LINE_COLOUR_DEFAULT, () => ({ type: 'orderLines' })),
      order: value(line.order, 0, () => ({ type: 'orderLines' })),
      author: fixed(line.author, 'author'),
      createdAt: fixed(line.createdAt),
      deletedAt: value(line.deletedAt, null, () => ({ type: 'orderLines' })),
    },
  },
  proposals: {
    creates: { type: 'writeProposal' },
    most: PROPOSALS_PER_PERSON_MAX,
    fields: {
      text: text(proposal.text, () => ({ type: 'writeProposal' })),
      order: value(proposal.order, 0, () => ({ type: 'writeProposal' })),
      author: fixed(proposal.author, 'author'),
      partner: fixed(proposal.partner, 'partner'),
      createdAt: fixed(proposal.createdAt),
      deletedAt: value(proposal.deletedAt, null, author => ({ type: 'binProposal', author })),
    },
  },
  cement: {
    creates: { type: 'writeCement' },
    most: CEMENT_PER_PERSON_MAX,
    apart: ['from', 'to'],
    fields: {
      from: noteId(cement.from),
      to: noteId(cement.to),
      text: text(cement.text, () => ({ type: 'writeCement' })),
      author: fixed(cement.author, 'author'),
      partner: fixed(cement.partner, 'partner'),
      createdAt: fixed(cement.createdAt),
      deletedAt: value(cement.deletedAt, null, author => ({ type: 'binCement', author })),
    },
  },
  replies: {
    creates: { type: 'reply' },
    most: REPLIES_PER_PERSON_MAX,
    fields: {
      note: noteId(reply.note),
      text: text(reply.text, author => ({ type: 'editReply', author })),
      author: fixed(reply.author, 'author'),
      partner: fixed(reply.partner, 'partner'),
      createdAt: fixed(reply.createdAt),
      deletedAt: value(reply.deletedAt, null, author => ({ type: 'binReply', author })),
    },
  },
  reactions: {
    creates: { type: 'react' },
    most: REACTIONS_PER_PERSON_MAX,
    fields: {
      note: noteId(reaction.note),
      kind: fixed(reaction.kind),
      author: fixed(reaction.author, 'author'),
      createdAt: fixed(reaction.createdAt),
      deletedAt: value(reaction.deletedAt, null, author => ({ type: 'changeReaction', author })),
    },
  },
  breakthroughs: {
    creates: writeResult(),
    most: BREAKTHROUGHS_PER_PERSON_MAX,
    fields: {
      of: fixed(breakthrough.of),
      obstacle: text(breakthrough.obstacle, writeResult),
      contribution: text(breakthrough.contribution, writeResult),
      author: fixed(breakthrough.author, 'author'),
      partner: fixed(breakthrough.partner, 'partner'),
      createdAt: fixed(breakthrough.createdAt),
      deletedAt: value(breakthrough.deletedAt, null, author => ({ type: 'binResult', author })),
    },
  },
  results: {
    creates: writeResult(),
    most: RESULTS_PER_PERSON_MAX,
    fields: {
      what: text(result.what, writeResult),
      when: text(result.when, writeResult),
      lead: value(result.lead, null, writeResult),
      order: value(result.order, 0, writeResult),
      author: fixed(result.author, 'author'),
      partner: fixed(result.partner, 'partner'),
      createdAt: fixed(result.createdAt),
      deletedAt: value(result.deletedAt, null, author => ({ type: 'binResult', author })),
    },
  },
} satisfies Record<string, RootLayout>

const deskNote = deskNoteSchema.shape
const writeDesk = (): Action => ({ type: 'writeDesk' })

/** The same for a desk. It has one writer, and fields that a note has on the board as well. */
export const deskLayout = {
  notes: {
    creates: writeDesk(),
    most: NOTES_PER_PERSON_MAX,
    lies: 'bouwsteen',
    fields: {
      text: text(deskNote.text, writeDesk),
      bouwsteen: value(deskNote.bouwsteen, 'opgave', writeDesk),
      order: value(deskNote.order, 0, writeDesk),
      author: fixed(deskNote.author, 'author'),
      createdAt: fixed(deskNote.createdAt),
      deletedAt: value(deskNote.deletedAt, null, writeDesk),
    },
  },
} satisfies Record<string, RootLayout>

const writeDefinition = (): Action => ({ type: 'writeDefinition' })

/**
 * The same for what a partner writes before the first day: one text, in an entry that the server makes (`most`: nobody else does), so
 * that two who begin at once write in one. It has the fields that a proposal has on the board as well.
 */
export const preparationLayout = {
  proposals: {
    creates: writeDefinition(),
    most: 0,
    fields: {
      text: text(proposal.text, writeDefinition),
      author: fixed(proposal.author, 'author'),
      createdAt: fixed(proposal.createdAt),
    },
  },
} satisfies Record<string, RootLayout>

export type BoardRoot = keyof typeof boardLayout
export const boardRoots = Object.keys(boardLayout) as BoardRoot[]
/** The text that an entry is known by, in each root that has one. */
export const mainText = {
  notes: 'text',
  lines: 'title',
  proposals: 'text',
  cement: 'text',
  replies: 'text',
  breakthroughs: 'obstacle',
  results: 'what',
} as const
export type TextRoot = keyof typeof mainText
/** All texts: what entries are known by, what a line is about, what a partner does itself, and when a result is there. */
export type TextField = (typeof mainText)[TextRoot] | 'about' | 'contribution' | 'when'

/** What the layout says of a field; undefined for a field that it doesn't know. */
export function fieldOf(root: BoardRoot, field: string): FieldLayout | undefined {
  const fields: Record<string, FieldLayout> = boardLayout[root].fields
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}
