import type * as Y from 'yjs'

/** `remove` characters at `at` make way for `insert`; counted in UTF-16 code units, as Yjs and the browser do. */
export type Splice = { at: number; remove: number; insert: string }
/** What a Y.Text event says happened, piece by piece. */
export type Delta = Y.YTextEvent['delta']

/** The smallest splice that makes `now` read `next`: what lies between their common beginning and end. */
export function spliceBetween(now: string, next: string): Splice {
  let start = 0
  while (start < now.length && start < next.length && now[start] === next[start]) start++
  let end = 0
  while (end < now.length - start && end < next.length - start && now.at(-1 - end) === next.at(-1 - end))
    end++
  // Half a character must not be left standing: a pair of surrogates that differs in one half is replaced whole.
  if (isHighSurrogate(now, start - 1)) start--
  if (isLowSurrogate(now, now.length - end)) end--
  return { at: start, remove: now.length - start - end, insert: next.slice(start, next.length - end) }
}

/**
 * Where position `index` of a text lies after `delta` happened to it. What is inserted at the position itself comes behind it;
 * a position within what was taken out lies where that was.
 */
export function shifted(index: number, delta: Delta): number {
  let at = 0
  let moved = index
  // What is replaced comes as taken out and put in, in either order; the new is taken to stand where the old stood.
  let gone = 0
  const close = () => {
    if (at < moved) moved = Math.max(at, moved - gone)
    gone = 0
  }
  for (const { retain, insert, delete: removed } of delta) {
    if (retain !== undefined) {
      close()
      at += retain
    } else if (removed !== undefined) gone += removed
    else if (typeof insert === 'string' && at < moved) {
      moved += insert.length
      at += insert.length
    }
  }
  close()
  return moved
}

type Range = { from: number; to: number }

/** What `delta` left of the ranges of a text, where it lies now; what was inserted within one does not belong to it. */
function surviving(ranges: readonly Range[], delta: Delta): Range[] {
  let old = 0
  let now = 0
  const found: Range[] = []
  const keep = (length: number) => {
    for (const range of ranges) {
      const from = Math.max(range.from, old)
      const to = Math.min(range.to, old + length)
      if (from < to) found.push({ from: now + from - old, to: now + to - old })
    }
    old += length
    now += length
  }
  for (const { retain, insert, delete: removed } of delta) {
    if (retain !== undefined) keep(retain)
    else if (typeof insert === 'string') now += insert.length
    else if (removed !== undefined) old += removed
  }
  keep(Number.POSITIVE_INFINITY)
  return found
}

/**
 * The same splice on the text as it is after `deltas` happened to it, as splices to make one after the other: only what one
 * took out oneself goes, nothing that came in between.
 */
export function rebased(splice: Splice, deltas: readonly Delta[]): Splice[] {
  const own: Range[] = splice.remove > 0 ? [{ from: splice.at, to: splice.at + splice.remove }] : []
  const left = deltas.reduce(surviving, own)
  const at = deltas.reduce(shifted, splice.at)
  const out = left.toReversed().map(({ from, to }) => ({ at: from, remove: to - from, insert: '' }))
  return splice.insert === '' ? out : [...out, { at, remove: 0, insert: splice.insert }]
}

function isHighSurrogate(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xd800
}

function isLowSurrogate(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
