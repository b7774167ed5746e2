import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

const key = new PluginKey<string | null>('othersStay')

type Piece = { by: string; kind: string; text: string }

/** What people would add or remove in one passage, in its order; null between pieces that other words part. */
function piecesIn(passage: Node): (Piece | null)[] {
  const pieces: (Piece | null)[] = []
  for (const { marks, text = '' } of passage.children) {
    const mark = marks.find(({ type }) => type.name === 'added' || type.name === 'removed')
    const last = pieces.at(-1)
    if (!mark) pieces.push(null)
    else if (last?.by === mark.attrs.by && last?.kind === mark.type.name) last.text += text
    else pieces.push({ by: mark.attrs.by, kind: mark.type.name, text })
  }
  return pieces
}

/** How often each piece of others stands there, with whose it is. */
function piecesOfOthers(doc: Node, me: string): Map<string, { by: string; times: number }> {
  const found = new Map<string, { by: string; times: number }>()
  doc.descendants(passage => {
    if (!passage.isTextblock) return true
    for (const piece of piecesIn(passage)) {
      if (!piece || piece.by === me) continue
      const told = JSON.stringify(piece)
      found.set(told, { by: piece.by, times: (found.get(told)?.times ?? 0) + 1 })
    }
    return false
  })
  return found
}

/** Who proposes what a change would alter: what others propose stays as they did, or goes whole. Null when it alters nothing of theirs. */
function alteredOf(before: Node, after: Node, me: string): string | null {
  const had = piecesOfOthers(before, me)
  if (had.size === 0) return null
  for (const [piece, { by, times }] of piecesOfOthers(after, me))
    if (times > (had.get(piece)?.times ?? 0)) return by
  return null
}

/** Keeps one from writing within what somebody else proposes: it would be in their name. The server takes no such edit. */
export const othersStay = Extension.create<{ me: string }>({
  name: 'othersStay',
  addOptions: () => ({ me: '' }),
  addProseMirrorPlugins() {
    const { me } = this.options
    let shown: EditorView | null = null
    const tell = (by: string) =>
      queueMicrotask(() => {
        if (shown && !shown.isDestroyed) shown.dispatch(shown.state.tr.setMeta(key, by))
      })
    return [
      new Plugin<string | null>({
        key,
        view: view => {
          shown = view
          return { destroy: () => (shown = null) }
        },
        state: {
          init: () => null,
          apply: (transaction, by) =>
            transaction.getMeta(key) ?? (transaction.docChanged || transaction.selectionSet ? null : by),
        },
        filterTransaction(transaction, { doc }) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true
          const by = alteredOf(doc, transaction.doc, me)
          if (by !== null) tell(by)
          return by === null
        },
      }),
    ]
  },
})

/** Whose proposal one was just kept from writing in; null when nobody's. */
export const keptFrom = (editor: Editor): string | null => key.getState(editor.state) ?? null
