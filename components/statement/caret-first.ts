import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** What a keyboard that composes words gives for a key, also before it begins. */
const COMPOSING = 229

/**
 * Has the editor see at once where the caret is put. A browser tells of it a frame later, which on a busy device is long: keys that come right
 * after a tap would go where the caret stood before, and what others write meanwhile would put it back there.
 */
export const caretFirst = Extension.create({
  name: 'caretFirst',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: view => {
        const page = view.dom.ownerDocument
        const within = ({ target }: Event) => view.dom.contains(target as Node)
        // A keyboard that composes words is not come between.
        const look = () => {
          if (!view.composing) page.dispatchEvent(new Event('selectionchange'))
        }
        const key = (event: KeyboardEvent) => {
          if (!within(event) || event.isComposing || event.keyCode === COMPOSING) return
          look()
          // It may be one that moves the caret, which it does next.
          setTimeout(look)
        }
        // The caret is put where one presses, next; a finger has pressed and let go by the time that it is told of.
        const press = (event: MouseEvent) => {
          if (within(event)) setTimeout(look)
        }
        const letGo = (event: MouseEvent) => {
          if (within(event)) look()
        }
        // Before anybody else has the key.
        page.addEventListener('keydown', key, true)
        page.addEventListener('mousedown', press, true)
        page.addEventListener('mouseup', letGo, true)
        return {
          destroy: () => {
            page.removeEventListener('keydown', key, true)
            page.removeEventListener('mousedown', press, true)
            page.removeEventListener('mouseup', letGo, true)
          },
        }
      },
    }),
  ],
})
