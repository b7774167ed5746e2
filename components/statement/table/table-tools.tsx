'use client'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'
import { useMessages } from '#components/ui/language.tsx'
import { tableMessages } from '#lib/i18n/tables-in-text.ts'

const COLUMNS = 3
const ROWS = 3

/** Puts a table at the caret, its first row of headers, with room to write on below. */
export function insertTable(editor: Editor): void {
  const row = (type: string) => ({
    type: 'tableRow',
    content: Array.from({ length: COLUMNS }, () => ({ type, content: [{ type: 'paragraph' }] })),
  })
  const rows = Array.from({ length: ROWS }, (_, at) => row(at === 0 ? 'tableHeader' : 'tableCell'))
  const at = editor.state.selection.from
  editor
    .chain()
    .focus()
    .insertContent([{ type: 'table', content: rows }, { type: 'paragraph' }])
    .run()
  // Into its first cell, where one begins to write.
  let cell: number | null = null
  editor.state.doc.descendants((node, place) => {
    if (node.type.name === 'tableHeader' && place >= at - 1) cell ??= place
    return cell === null
  })
  if (cell !== null) editor.commands.focus(cell + 2)
}

/** What one can do to the table that the caret stands in. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useMessages(tableMessages)
  const acts = [
    [t.rowBelow, addRowAfter],
    [t.columnRight, addColumnAfter],
    [t.deleteRow, deleteRow],
    [t.deleteColumn, deleteColumn],
    [t.deleteTable, deleteTable],
  ] as const
  return (
    <div
      role="toolbar"
      aria-label={t.tools}
      className="goes-on-aside flex gap-0.5 overflow-x-auto border-t border-line p-1"
    >
      {acts.map(([label, act]) => (
        <button
          key={label}
          type="button"
          onClick={() => {
            act(editor.state, editor.view.dispatch)
            editor.commands.focus()
          }}
          className="min-h-11 shrink-0 rounded-lg px-3 text-sm hover:bg-surface"
        >
          {label}
        </button>
      ))}
    </div>
  )
}
