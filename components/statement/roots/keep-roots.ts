import { Extension } from '@tiptap/core'
import type { Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { joinRoots } from '#lib/domain/roots.ts'

type Range = { from: number; to: number }
/** A paragraph or heading: where it begins, where its words lie, and where they come from. */
type Passage = Range & { at: number; roots: string }

function passagesIn(doc: Node): Passage[] {
  const passages: Passage[] = []
  doc.descendants((node, at) => {
    if (typeof node.attrs.roots === 'string')
      passages.push({ at, from: at + 1, to: at + 1 + node.content.size, roots: node.attrs.roots })
    return !node.isTextblock
  })
  return passages
}

/** What these transactions brought, as it lies after them. */
function broughtBy(transactions: readonly Transaction[]): Range[] {
  const maps = transactions.flatMap(({ mapping }) => mapping.maps)
  return maps.flatMap((map, index) => {
    const later = new Mapping(maps.slice(index + 1))
    const ranges: Range[] = []
    map.forEach((_from, _to, from, to) => {
      ranges.push({ from: later.map(from, -1), to: later.map(to, 1) })
    })
    return ranges
  })
}

/** Whether anything of `range` was there before. */
function holdsOld({ from, to }: Range, brought: readonly Range[]): boolean {
  let at = from
  for (const each of [...brought].sort((a, b) => a.from - b.from)) {
    if (each.to <= at) continue
    if (each.from > at) break
    at = each.to
  }
  return at < to
}

/**
 * Gives words their roots wherever they come to lie: both parts of a passage that was parted, and one that came of two has those of both.
 * What is typed or pasted has none; nor has the empty paragraph that is left before a passage that went on below.
 */
function rootsAfter(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
): Transaction {
  const mapping = new Mapping(transactions.flatMap(each => each.mapping.maps))
  const brought = broughtBy(transactions)
  const passages = passagesIn(after.doc)
  const roots = new Map(passages.map(each => [each.at, [each.roots]]))
  const left = new Set<number>()
  for (const old of passagesIn(before.doc)) {
    if (old.roots === '') continue
    const [start, end] = [mapping.map(old.from, 1), mapping.map(old.to, -1)]
    for (const each of passages) {
      const shared = { from: Math.max(start, each.from), to: Math.min(end, each.to) }
      if (shared.from >= shared.to || !holdsOld(shared, brought)) continue
      roots.get(each.at)?.push(old.roots)
      left.add(mapping.map(old.at, -1))
    }
  }
  const change = after.tr
  for (const { at, from, to, roots: had } of passages) {
    const is = from === to && left.has(at) ? '' : joinRoots(roots.get(at) ?? [])
    if (is !== had) change.setNodeAttribute(at, 'roots', is)
  }
  return change
}

const fromOthers = (transaction: Transaction): boolean =>
  transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true

/** The roots of the first and the last passage of what is pasted: their words may come to lie in other passages. */
type Pasted = { first: string; last: string }

function rootsOf({ content }: Slice): Pasted {
  const found: string[] = []
  content.descendants(node => {
    if (typeof node.attrs.roots === 'string') found.push(node.attrs.roots)
    return !node.isTextblock
  })
  return { first: found[0] ?? '', last: found.at(-1) ?? '' }
}

/** Has the passages in which the ends of what was pasted came to lie come from what that comes from as well. */
function rootsPasted(transaction: Transaction, pasted: Pasted, after: Transaction): void {
  const brought = broughtBy([transaction])
  const [start, end] = [
    Math.min(...brought.map(({ from }) => from)),
    Math.max(...brought.map(({ to }) => to)),
  ]
  for (const { at, from, to, roots } of passagesIn(after.doc)) {
    const holds = (place: number) => from <= place && place <= to && from < to
    const more = [holds(start) ? pasted.first : '', holds(end) ? pasted.last : '']
    const now = joinRoots([roots, ...more])
    if (now !== roots) after.setNodeAttribute(at, 'roots', now)
  }
}

const isPasted = (transaction: Transaction): boolean =>
  transaction.getMeta('paste') === true || transaction.getMeta('uiEvent') === 'drop'

/** Keeps the roots of passages while people write, and of what they cut and paste or drag. */
export const keepRoots = Extension.create({
  name: 'keepRoots',
  addProseMirrorPlugins() {
    let pasted: Pasted = { first: '', last: '' }
    return [
      new Plugin({
        appendTransaction(transactions, before, after) {
          const own = transactions.filter(({ docChanged }) => docChanged)
          if (own.length === 0 || own.some(fromOthers)) return null
          const change = rootsAfter(own, before, after)
          const paste = own.find(isPasted)
          if (paste) rootsPasted(paste, pasted, change)
          return change.docChanged ? change : null
        },
        props: {
          transformPasted: slice => {
            pasted = rootsOf(slice)
            return slice
          },
        },
      }),
    ]
  },
})
