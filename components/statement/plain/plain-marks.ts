import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Vague, vagueWordsIn } from '#lib/content/vague-words.ts'
import { LONG_FROM, type Sentence, sentencesIn } from '#lib/domain/sentences.ts'
import type { Language } from '#lib/domain/session.ts'

type Marked = { vague: Vague[]; long: Sentence[]; marks: DecorationSet }
type State = { on: boolean; language: Language } & Marked

const key = new PluginKey<State>('plainLanguage')

/** The words of a passage; what is no letter in it counts for one, so that places are those of the document. */
const wordsOf = (node: Node): string => node.textBetween(0, node.content.size, undefined, '\n')

function marked(doc: Node, language: Language): Marked {
  const vague: Vague[] = []
  const long: Sentence[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    const text = wordsOf(node)
    const placed = <T extends { from: number; to: number }>(each: T): T => ({
      ...each,
      from: at + 1 + each.from,
      to: at + 1 + each.to,
    })
    vague.push(...vagueWordsIn(text, language).map(placed))
    if (node.type.name === 'paragraph')
      long.push(
        ...sentencesIn(text)
          .filter(({ words }) => words > LONG_FROM)
          .map(placed),
      )
    return false
  })
  const marks = vague.map(({ from, to }) => Decoration.inline(from, to, { class: 'vague-word' }))
  return { vague, long, marks: DecorationSet.create(doc, marks) }
}

const nothing: Marked = { vague: [], long: [], marks: DecorationSet.empty }

/** Underlines words that hide meaning, on this screen alone: nothing of it is in the document. */
export const plainMarks = Extension.create<{ language: Language }>({
  name: 'plainMarks',
  addOptions: () => ({ language: 'nl' }),
  addProseMirrorPlugins() {
    const { language } = this.options
    return [
      new Plugin<State>({
        key,
        state: {
          init: (_, { doc }) => ({ on: true, language, ...marked(doc, language) }),
          apply(transaction, state) {
            const on = transaction.getMeta(key) ?? state.on
            if (on === state.on && !transaction.docChanged) return state
            return { on, language, ...(on ? marked(transaction.doc, language) : nothing) }
          },
        },
        props: { decorations: state => key.getState(state)?.marks },
      }),
    ]
  },
})

/** Shows or hides the marks, for who looks at this editor. */
export function markPlainly(editor: Editor, on: boolean): void {
  if (key.getState(editor.state)?.on !== on) editor.view.dispatch(editor.state.tr.setMeta(key, on))
}

/** What is marked now: places are those of the document as it is now. */
export const markedIn = (editor: Editor): Pick<State, 'vague' | 'long'> =>
  key.getState(editor.state) ?? nothing

/** The word that a place lies in, or at the edge of. */
export const vagueAt = (editor: Editor, at: number): Vague | null =>
  markedIn(editor).vague.find(({ from, to }) => from <= at && at <= to) ?? null
