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

/** Where position `index` of a text lies after `delta` happened to it. What is inserted at the position itself pushes it on. */
export function shifted(index: number, delta: Delta): number {
  let at = 0
  let moved = index
  for (const { retain, insert, delete: removed } of delta) {
    if (at > moved) break
    if (retain !== undefined) at += retain
    else if (typeof insert === 'string') {
      moved += insert.length
      at += insert.length
    } else if (removed !== undefined) moved = Math.max(at, moved - removed)
  }
  return moved
}

/** The same splice on the text as it is after `deltas` happened to it: nothing that came in between is taken away. */
export function rebased(splice: Splice, deltas: readonly Delta[]): Splice {
  const from = deltas.reduce((index, delta) => shifted(index, delta), splice.at)
  const to = deltas.reduce((index, delta) => shifted(index, delta), splice.at + splice.remove)
  const foreign = deltas.flat().some(({ insert }) => insert !== undefined)
  // Others wrote while we did: where that may lie within what we took out, rather leave too much than too little.
  const remove = foreign && to - from > splice.remove ? 0 : to - from
  return { at: from, remove, insert: splice.insert }
}

function isHighSurrogate(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xd800
}

function isLowSurrogate(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
