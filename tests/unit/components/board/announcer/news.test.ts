import { describe, expect, test } from 'vitest'
import { Bundle } from '#components/board/announcer/news.ts'
import { tellNews } from '#components/board/announcer/tell-news.ts'
import { type Board, emptyBoard } from '#lib/documents/board.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'

const note = (id: string, some: Partial<Note> = {}): Note => ({
  id,
  bouwsteen: 'waarde',
  order: 1,
  text: 'tekst',
  author: 'annaanna',
  partner: null,
  line: null,
  createdAt: 0,
  deletedAt: null,
  ...some,
})
const board = (...notes: Note[]): Board => ({ ...emptyBoard, notes })
const huis = { id: 'huis', title: 'Huis', author: 'annaanna', deletedAt: null } as Line

/** Takes the boards one after the other and gives what is said right after, and after a pause. */
function hear(...boards: Board[]): [string | null, string | null] {
  const bundle = new Bundle('memyself')
  for (const [index, after] of boards.entries()) {
    const before = boards[index - 1]
    if (before) bundle.take(before, after, 0)
  }
  return [said(bundle, 0), said(bundle, 6000)]
}
const said = (bundle: Bundle, now: number) => {
  const news = bundle.next(now)
  return news && tellNews(news, 'nl', line => (line === 'huis' ? 'Huis' : null))
}

describe('[Y6] what others do', () => {
  test('[Y6] is counted by kind and place', () => {
    const a = note('a')
    const before = board(a, note('b', { bouwsteen: 'opgave' }), note('c'))
    const after = board(
      a,
      note('b', { bouwsteen: 'binding' }),
      note('c', { deletedAt: 9 }),
      ...['d', 'e', 'f'].map(id => note(id)),
      note('g', { bouwsteen: 'opgave' }),
    )
    expect(hear(before, after)[0]).toBe(
      '3 nieuwe briefjes bij Waarde, 1 bij Opgave, 1 briefje verplaatst naar Binding, 1 briefje weggegooid',
    )
  })

  test('[Y6] at many places is only counted', () => {
    const spread = (['opgave', 'waarde', 'binding', 'deelname'] as const).map(tile =>
      note(tile, { bouwsteen: tile }),
    )
    expect(hear(board(), board(...spread))[0]).toBe('4 nieuwe briefjes bij 4 bouwstenen')
  })

  test('[Y6] in lines is told by the line', () => {
    const [a, b] = [note('a'), note('b', { line: 'weg' })]
    const laid = board({ ...a, line: 'huis' }, { ...b, line: null })
    expect(hear(board(a, b), { ...laid, lines: [huis] })[0]).toBe(
      '1 briefje in de lijn ‘Huis’ gelegd, 1 briefje uit een lijn gehaald, nieuwe lijn ‘Huis’',
    )
  })

  test('[Y6] and undo again is no news, nor is another order', () => {
    const a = note('a')
    expect(hear(board(a), board({ ...a, bouwsteen: 'opgave' }), board({ ...a }))).toEqual([null, null])
    expect(hear(board(a), board({ ...a, deletedAt: 3 }), board({ ...a }))).toEqual([null, null])
    expect(hear(board(), board(a), board({ ...a, deletedAt: 3 }))).toEqual([null, null])
    expect(hear(board(a), board({ ...a, order: 9 }))).toEqual([null, null])
  })
})

test('[Y6] one’s own is never told', () => {
  const mine = note('a', { author: 'memyself' })
  const own = { ...board(mine), lines: [{ ...huis, author: 'memyself' }] }
  expect(hear(board(), own)).toEqual([null, null])
})

test('[Y6] a text is told when it rests, and not when its writer only just laid it down', () => {
  const [a, typed] = [note('a'), note('a', { text: 'tekst en meer' })]
  expect(hear(board(a), board(typed))).toEqual([null, '1 briefje aangevuld'])
  const bundle = new Bundle('memyself')
  bundle.take(board(), board(a), 0)
  expect(said(bundle, 0)).toBe('1 nieuw briefje bij Waarde')
  bundle.take(board(a), board(typed), 1000)
  expect(said(bundle, 20_000)).toBe(null)
  bundle.take(board(typed), board(note('a', { text: 'later' })), 70_000)
  expect(said(bundle, 71_000), 'still typing').toBe(null)
  expect(said(bundle, 76_000)).toBe('1 briefje aangevuld')
})

test('[Y6] there are never two announcements within the pause, and what waited comes with the next', () => {
  const bundle = new Bundle('memyself')
  const [a, b, c] = [note('a'), note('b'), note('c')]
  bundle.take(board(), board(a), 0)
  expect(bundle.wait(0)).toBe(0)
  expect(said(bundle, 0)).not.toBe(null)
  bundle.take(board(a), board(a, b), 1000)
  bundle.take(board(a, b), board(a, b, c), 2000)
  expect(bundle.wait(2000)).toBe(3000)
  expect(said(bundle, 4999)).toBe(null)
  expect(said(bundle, 5000)).toBe('2 nieuwe briefjes bij Waarde')
  expect(bundle.wait(5000)).toBe(null)
  // What one did oneself is confirmed first; others wait.
  bundle.said(9000)
  bundle.take(board(a, b), board(a, b, c), 9500)
  expect(bundle.wait(10_000)).toBe(4000)
})

test('[Y6] it is told in English too', () => {
  const bundle = new Bundle('memyself')
  bundle.take(board(), board(note('a'), note('b')), 0)
  const news = bundle.next(0)
  expect(news && tellNews(news, 'en', () => null)).toBe('2 new notes with Value')
})
