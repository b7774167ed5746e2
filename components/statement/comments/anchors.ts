import type { Editor } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import {
  type AbstractType,
  createAbsolutePositionFromRelativePosition,
  decodeRelativePosition,
  encodeRelativePosition,
} from 'yjs'
import { type Comment, QUOTE_MAX } from '#lib/domain/comment.ts'

type On = NonNullable<Comment['on']>

const inUrl = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const outOfUrl = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))

const beginOf = ({ parent }: ResolvedPos): string =>
  parent.textContent.slice(0, QUOTE_MAX).toWellFormed().trim()

/** What a comment hangs on that is made now: the passage at the caret; null where there are no words. */
export function anchorHere(editor: Editor): On | null {
  const { $from } = editor.state.selection
  const { type, binding } = ySyncPluginKey.getState(editor.state) ?? {}
  const quote = $from.parent.isTextblock ? beginOf($from) : ''
  if (!binding || quote === '') return null
  const relative = absolutePositionToRelativePosition($from.start(), type, binding.mapping)
  return { anchor: inUrl(encodeRelativePosition(relative)), quote }
}

/** Where the passage begins now that a comment hangs on; null when it went. By its first words when it was written anew elsewhere. */
export function placeOf(editor: Editor, { anchor, quote }: On): number | null {
  const at = byAnchor(editor, anchor)
  if (at !== null) {
    const $at = editor.state.doc.resolve(Math.min(at, editor.state.doc.content.size))
    if ($at.parent.isTextblock) return $at.before()
  }
  let found: number | null = null
  editor.state.doc.descendants((node, place) => {
    if (found === null && node.isTextblock && quote !== '' && node.textContent.includes(quote)) found = place
    return found === null && !node.isTextblock
  })
  return found
}

function byAnchor(editor: Editor, anchor: string): number | null {
  const { doc, type, binding } = ySyncPluginKey.getState(editor.state) ?? {}
  if (!binding) return null
  try {
    const relative = decodeRelativePosition(outOfUrl(anchor))
    const absolute = createAbsolutePositionFromRelativePosition(relative, doc)
    if (!absolute || isGone(absolute.type)) return null
    return relativePositionToAbsolutePosition(doc, type, relative, binding.mapping)
  } catch {
    // Somebody's own program may send any anchor: it leads nowhere.
    return null
  }
}

/** Whether it, or what it lay in, was deleted. */
function isGone(type: AbstractType<unknown>): boolean {
  for (let item = type._item; item; item = (item.parent as AbstractType<unknown>)._item)
    if (item.deleted) return true
  return false
}
