/** A stretch of text that stands in both, in the former alone (`gone`), or in the new one alone (`added`). */
export type Piece = { kind: 'kept' | 'gone' | 'added'; text: string }
/** Places in the former and in the new list that go together; null: there is none. */
export type Pair = { from: number | null; to: number | null }

/** Beyond this many comparisons the middle of two lists counts as other: it would take too long on a phone. */
const COMPARISONS_MAX = 4_000_000

/** Words, the white space between them, and each other sign on its own. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []

/**
 * Lines up two lists, in their order, so that what goes together is alike in sum as much as can be. `likeness` is from 0, where two never
 * go together, to 1, where they are the same.
 */
export function align<T>(from: readonly T[], to: readonly T[], likeness: (a: T, b: T) => number): Pair[] {
  const same = (a: number, b: number) => likeness(from[a] as T, to[b] as T) === 1
  const shortest = Math.min(from.length, to.length)
  let head = 0
  while (head < shortest && same(head, head)) head++
  let tail = 0
  while (tail < shortest - head && same(from.length - 1 - tail, to.length - 1 - tail)) tail++
  const both = (length: number, a: number, b: number): Pair[] =>
    Array.from({ length }, (_, at) => ({ from: a + at, to: b + at }))
  const middle = { from: from.slice(head, from.length - tail), to: to.slice(head, to.length - tail) }
  const pairs = alignMiddle(middle.from, middle.to, likeness).map(pair => ({
    from: pair.from === null ? null : pair.from + head,
    to: pair.to === null ? null : pair.to + head,
  }))
  return [...both(head, 0, 0), ...pairs, ...both(tail, from.length - tail, to.length - tail)]
}

function alignMiddle<T>(from: readonly T[], to: readonly T[], likeness: (a: T, b: T) => number): Pair[] {
  const width = to.length + 1
  const alone = (list: readonly T[], side: 'from' | 'to'): Pair[] =>
    list.map((_, at) => ({ from: null, to: null, [side]: at }))
  if ((from.length + 1) * width > COMPARISONS_MAX) return [...alone(from, 'from'), ...alone(to, 'to')]
  // What can be alike in sum of all from a place on, in either list.
  const best = new Float32Array((from.length + 1) * width)
  const likes = new Float32Array((from.length + 1) * width)
  for (let a = from.length - 1; a >= 0; a--)
    for (let b = to.length - 1; b >= 0; b--) {
      const at = a * width + b
      const like = likeness(from[a] as T, to[b] as T)
      likes[at] = like
      const together = like > 0 ? like + (best[at + width + 1] as number) : 0
      best[at] = Math.max(together, best[at + width] as number, best[at + 1] as number)
    }
  const pairs: Pair[] = []
  let [a, b] = [0, 0]
  while (a < from.length && b < to.length) {
    const at = a * width + b
    const [skipFrom, skipTo] = [best[at + width] as number, best[at + 1] as number]
    const together = Math.fround((likes[at] as number) + (best[at + width + 1] as number))
    if ((likes[at] as number) > 0 && together >= Math.max(skipFrom, skipTo))
      pairs.push({ from: a++, to: b++ })
    else if (skipFrom >= skipTo) pairs.push({ from: a++, to: null })
    else pairs.push({ from: null, to: b++ })
  }
  while (a < from.length) pairs.push({ from: a++, to: null })
  while (b < to.length) pairs.push({ from: null, to: b++ })
  return pairs
}

/** What became of a text, word by word: without `added` it reads as the former, without `gone` as the new one. */
export function differenceOf(former: string, now: string): Piece[] {
  const [from, to] = [wordsOf(former), wordsOf(now)]
  const pieces: Piece[] = []
  for (const pair of align(from, to, (a, b) => (a === b ? 1 : 0))) {
    const kind = pair.from === null ? 'added' : pair.to === null ? 'gone' : 'kept'
    const text = (pair.to === null ? from[pair.from as number] : to[pair.to]) as string
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  return pieces
}

/** How much two texts share of their words, from 0 to 1 (Dice's coefficient over words as often as they stand there); 1 when they are equal. */
export function likenessOf(former: string, now: string): number {
  if (former === now) return 1
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const [a, b] = [words(former), words(now)]
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count > 0) shared++
    left.set(word, count - 1)
  }
  // Never 1: texts of the same words in another order are not the same.
  return a.length + b.length === 0 ? 0 : (0.999 * 2 * shared) / (a.length + b.length)
}
