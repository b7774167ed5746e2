import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const key = new PluginKey<readonly number[]>('commentMarks')

/** Marks the passages that something open was said of, on the screen alone. */
export const commentMarks = Extension.create({
  name: 'commentMarks',
  addProseMirrorPlugins: () => [
    new Plugin<readonly number[]>({
      key,
      state: { init: () => [], apply: (transaction, places) => transaction.getMeta(key) ?? places },
      props: {
        decorations(state) {
          const { doc } = state
          const marks = (key.getState(state) ?? []).flatMap(at => {
            // Where others wrote meanwhile it is another place for a moment, until it is told anew.
            const node = at < doc.content.size ? doc.nodeAt(at) : null
            return node?.isTextblock ? [Decoration.node(at, at + node.nodeSize, { class: 'commented' })] : []
          })
          return DecorationSet.create(doc, marks)
        },
      },
    }),
  ],
})

/** `places`: where those passages begin. */
export function markComments(editor: Editor, places: readonly number[]): void {
  const had = key.getState(editor.state) ?? []
  if (had.length === places.length && had.every((at, index) => at === places[index])) return
  editor.view.dispatch(editor.state.tr.setMeta(key, places))
}
