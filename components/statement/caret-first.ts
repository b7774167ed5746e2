import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** What a keyboard that composes words gives for a key, also before it begins. */
const COMPOSING = 229

/**
 * Has the editor see where the caret stands before it takes a key. A browser tells of a moved caret a frame later; on a busy device keys that
 * come before that, right after a tap, would go where it stood before.
 */
export const caretFirst = Extension.create({
  name: 'caretFirst',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: view => {
        const page = view.dom.ownerDocument
        const look = (event: KeyboardEvent) => {
          if (!view.dom.contains(event.target as Node)) return
          // A keyboard that composes words is not come between.
          const composes = view.composing || event.isComposing || event.keyCode === COMPOSING
          if (!composes) page.dispatchEvent(new Event('selectionchange'))
        }
        // Before anybody else has the key.
        page.addEventListener('keydown', look, true)
        return { destroy: () => page.removeEventListener('keydown', look, true) }
      },
    }),
  ],
})
