import { describe, expect, it } from 'vitest'
import { type Appeal, appealed, fatesOf, waitingAppeals } from '#lib/domain/appeal.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import { passagesFrom } from '#lib/domain/passages.ts'
import type { Block } from '#lib/domain/statement.ts'

const note = (id: string, change: Partial<Note> = {}): Note => ({
  ...{ id, bouwsteen: 'opgave', order: 1, text: `Tekst ${id}`, author: 'anna', partner: null },
  ...{ line: null, createdAt: 1, deletedAt: null },
  ...change,
})
const line = (id: string, deletedAt: number | null = null): Line => ({
  ...{ id, title: id, about: '', colour: 'grey', order: 1, author: 'lead', createdAt: 1 },
  deletedAt,
})
const lines = [line('wonen'), line('opgeheven', 5)]
const appeal = (id: string, change: Partial<Appeal> = {}): Appeal => ({
  ...{ note: id, by: 'anna', at: 1, settledAt: null },
  ...change,
})

describe('[U50] what became of one’s own notes', () => {
  it('is told of each: its line, none when that was dissolved, the bin last; not of what others wrote or nobody’s', () => {
    const notes = [
      note('bin', { deletedAt: 4, line: 'wonen' }),
      note('placed', { line: 'wonen' }),
      note('dissolved', { line: 'opgeheven' }),
      note('loose'),
      note('of-bram', { author: 'bram', line: 'wonen' }),
      note('nameless', { author: null, line: 'wonen' }),
      note('wordless', { text: ' ' }),
    ]
    const fates = fatesOf(['anna'], notes, lines).map(({ note: { id }, line: its, binned }) => [
      id,
      its?.id ?? null,
      binned,
    ])
    expect(fates).toEqual([
      ['placed', 'wonen', false],
      ['dissolved', null, false],
      ['loose', null, false],
      ['bin', null, true],
    ])
  })

  it('is told by the passages of the statement that come from it, in lists too, once each', () => {
    const passage = (text: string, roots: string) => ({
      ...{ type: 'paragraph' as const, roots },
      content: [{ type: 'text' as const, text, marks: [] }],
    })
    const body: Block[] = [
      { type: 'heading', level: 2, section: 'opgave', content: [] },
      passage('Over wachten.', 'note:note-anna line:line-0001'),
      { type: 'bulletList', items: [[passage('Eén loket.', 'note:note-anna')]] },
      passage('Van een ander.', 'note:note-anna-2'),
      passage('', 'note:note-anna'),
    ]
    expect(passagesFrom(body, 'note-anna')).toEqual(['Over wachten.', 'Eén loket.'])
  })
})

describe('[U51] appeals', () => {
  it('wait until they were looked at, or their note got a line or was thrown away', () => {
    const appeals = ['loose', 'settled', 'placed', 'bin', 'gone', 'dissolved'].map(id =>
      appeal(id, { settledAt: id === 'settled' ? 9 : null }),
    )
    const notes = [
      note('loose'),
      note('settled'),
      note('placed', { line: 'wonen' }),
      note('bin', { deletedAt: 2 }),
      note('dissolved', { line: 'opgeheven' }),
    ]
    expect(waitingAppeals(appeals, notes, lines).map(each => each.note.id)).toEqual(['loose', 'dissolved'])
  })

  it('are one for a note: made again changes nothing, after it was settled it waits again', () => {
    const first = appealed([], appeal('loose'), true)
    expect(appealed(first, appeal('loose', { at: 7 }), true)).toEqual(first)
    const settled = [appeal('loose', { settledAt: 3 })]
    expect(appealed(settled, appeal('loose', { at: 7 }), true)).toEqual([appeal('loose', { at: 7 })])
    expect(appealed(first, appeal('loose'), false)).toEqual([])
  })
})
