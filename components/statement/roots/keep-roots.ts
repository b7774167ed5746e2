import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { joinRoots } from '#lib/domain/roots.ts'

type Range = { from: number; to: number }
/** A paragraph: where it begins, where its words lie, and where they come from. */
type Passage = Range & { at: number; roots: string }

function passagesIn(doc: Node): Passage[] {
  const passages: Passage[] = []
  doc.descendants((node, at) => {
    if (node.type.name === 'paragraph')
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
): Transaction | null {
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
  return change.docChanged ? change : null
}

const fromOthers = (transaction: Transaction): boolean =>
  transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true

const bare = (fragment: Fragment): Fragment =>
  Fragment.fromArray(
    fragment.content.map(node => {
      if (node.isText) return node
      if (node.type.name !== 'paragraph') return node.copy(bare(node.content))
      return node.type.create({ ...node.attrs, roots: '' }, node.content, node.marks)
    }),
  )

/** Keeps the roots of passages while people write; what comes in over the clipboard has none. */
export const keepRoots = Extension.create({
  name: 'keepRoots',
  addProseMirrorPlugins() {
    let fromOutside = false
    return [
      new Plugin({
        appendTransaction(transactions, before, after) {
          const own = transactions.filter(({ docChanged }) => docChanged)
          if (own.length === 0 || own.some(fromOthers)) return null
          return rootsAfter(own, before, after)
        },
        props: {
          handleDOMEvents: {
            paste: () => {
              fromOutside = true
              return false
            },
            // Within the text it is carried elsewhere, and stays what it is.
            drop: view => {
              fromOutside = view.dragging === null
              return false
            },
          },
          transformPasted: slice => {
            if (!fromOutside) return slice
            fromOutside = false
            return new Slice(bare(slice.content), slice.openStart, slice.openEnd)
          },
        },
      }),
    ]
  },
})
