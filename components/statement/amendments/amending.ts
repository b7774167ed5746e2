import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

type Told = { on?: boolean; amends?: boolean }
const key = new PluginKey<boolean>('amending')

const isMarked = (node: Node | null | undefined, name: string, by?: string): boolean =>
  node?.marks.some(mark => mark.type.name === name && (by === undefined || mark.attrs.by === by)) ?? false

/**
 * Proposes to put `text` in the place of a range: its words stay, marked as those to go, but what one proposed to add oneself goes. Null
 * where the range is of more than one passage.
 */
function amended(state: EditorState, from: number, to: number, text: string, by: string): Transaction | null {
  const [$from, $to] = [state.doc.resolve(from), state.doc.resolve(to)]
  if (!$from.sameParent($to) || !$from.parent.isTextblock) return null
  const { added, removed } = state.schema.marks
  if (!added || !removed) return null
  const change = state.tr
  state.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return true
    const [start, end] = [Math.max(from, at), Math.min(to, at + node.nodeSize)]
    const map = (place: number) => change.mapping.map(place)
    if (isMarked(node, 'added', by)) change.delete(map(start), map(end))
    else if (!isMarked(node, 'removed') && !isMarked(node, 'added'))
      change.addMark(map(start), map(end), removed.create({ by }))
    return false
  })
  const at = change.mapping.map(to)
  if (text !== '') {
    const marks = $from.marks().filter(({ type }) => type !== added && type !== removed)
    change.insert(at, state.schema.text(text, [...marks, added.create({ by })]))
  }
  const caret = text === '' ? change.mapping.map(from, -1) : at + text.length
  change.setSelection(TextSelection.create(change.doc, caret))
  return change.setMeta(key, { amends: true } satisfies Told)
}

/** One character before or behind the caret that is not to go already; null at the edge of the passage. */
function besideCaret({ selection, doc }: EditorState, back: boolean): { from: number; to: number } | null {
  const { $from, empty, from, to } = selection
  if (!empty) return { from, to }
  let at = from
  const edge = back ? $from.start() : $from.end()
  while (at !== edge) {
    const next = back ? at - 1 : at + 1
    const [start, end] = [Math.min(at, next), Math.max(at, next)]
    if (!isMarked(doc.nodeAt(start), 'removed')) return wholeCharacter(doc, start, end)
    at = next
  }
  return null
}

/** With its other half, where a character takes two places. */
function wholeCharacter(doc: Node, from: number, to: number): { from: number; to: number } {
  const code = doc.textBetween(from, to).charCodeAt(0)
  if (code >= 0xdc00 && code <= 0xdfff) return { from: from - 1, to }
  return code >= 0xd800 && code <= 0xdbff ? { from, to: to + 1 } : { from, to }
}

function propose(view: EditorView, from: number, to: number, text: string, by: string): boolean {
  const change = amended(view.state, from, to, text, by)
  if (change) view.dispatch(change.scrollIntoView())
  // Also when it can't be: nothing is changed by who proposes.
  return true
}

/** While one proposes, words are marked and nothing is changed. */
export const amending = Extension.create<{ me: string }>({
  name: 'amending',
  priority: 1000,
  addOptions: () => ({ me: '' }),
  addProseMirrorPlugins() {
    const { me } = this.options
    const on = (state: EditorState): boolean => key.getState(state) === true
    return [
      new Plugin<boolean>({
        key,
        state: {
          init: () => false,
          apply: (transaction, now) => (transaction.getMeta(key) as Told | undefined)?.on ?? now,
        },
        filterTransaction(transaction, state) {
          if (!transaction.docChanged || !on(state)) return true
          if (transaction.getMeta(ySyncPluginKey) || transaction.getMeta('appendedTransaction')) return true
          return (transaction.getMeta(key) as Told | undefined)?.amends === true
        },
        props: {
          handleTextInput: (view, from, to, text) => on(view.state) && propose(view, from, to, text, me),
          handlePaste(view, _, slice) {
            if (!on(view.state)) return false
            const { from, to } = view.state.selection
            return propose(view, from, to, slice.content.textBetween(0, slice.content.size, ' ', ' '), me)
          },
          handleDrop: view => on(view.state),
          handleKeyDown(view, event) {
            const deletes = event.key === 'Backspace' || event.key === 'Delete'
            if (!on(view.state) || !deletes) return false
            const range = besideCaret(view.state, event.key === 'Backspace')
            return range === null || propose(view, range.from, range.to, '', me)
          },
        },
      }),
    ]
  },
})

/** Whether one proposes in this editor, or writes. */
export const isAmending = (editor: Editor): boolean => key.getState(editor.state) === true
export const setAmending = (editor: Editor, on: boolean): void =>
  editor.view.dispatch(editor.state.tr.setMeta(key, { on } satisfies Told))

type Piece = { kind: 'added' | 'removed'; from: number; to: number; text: string }
/** A proposed change in the text: of one person, in one passage, its pieces side by side. */
export type PlacedAmendment = { by: string; pieces: Piece[] }

export function amendmentsIn(doc: Node): PlacedAmendment[] {
  const found: PlacedAmendment[] = []
  doc.descendants((node, at) => {
    const mark = node.marks.find(({ type }) => type.name === 'added' || type.name === 'removed')
    if (!node.isText || !mark) return true
    const piece: Piece = {
      kind: mark.type.name as Piece['kind'],
      ...{ from: at, to: at + node.nodeSize, text: node.text ?? '' },
    }
    const last = found.at(-1)
    const beside = last?.by === mark.attrs.by && last?.pieces.at(-1)?.to === at
    if (last && beside) last.pieces.push(piece)
    else found.push({ by: mark.attrs.by, pieces: [piece] })
    return false
  })
  return found
}

/** Takes a proposed change over, or turns it down. */
export function settle(editor: Editor, { pieces }: PlacedAmendment, accepted: boolean): void {
  const change = editor.state.tr
  const { added, removed } = editor.schema.marks
  for (const { kind, from, to } of [...pieces].reverse()) {
    if ((kind === 'added') === accepted) {
      if (added && removed) change.removeMark(from, to, kind === 'added' ? added : removed)
    } else change.delete(from, to)
  }
  editor.view.dispatch(change.setMeta(key, { amends: true } satisfies Told))
}
