import { type AnyExtension, Extension, Node } from '@tiptap/core'
import type { Node as Shown } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { addRowAfter, goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { CELL_TEXT_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX } from '#lib/domain/statement.ts'

/** Which part of a table each node is to prosemirror-tables. */
const roles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

const table = Node.create({
  name: 'table',
  content: 'tableRow+',
  group: 'block',
  isolating: true,
  extendNodeSchema: ({ name }) => ({ tableRole: roles[name] }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})

const tableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** Cells of one column and one row, of paragraphs alone: those that are pasted as more become so. */
const cellOf = (name: string, tag: 'td' | 'th') => {
  const always = (value: number | null) => ({
    default: value,
    parseHTML: () => value,
    renderHTML: () => ({}),
  })
  return Node.create({
    name,
    content: 'paragraph+',
    isolating: true,
    addAttributes: () => ({ colspan: always(1), rowspan: always(1), colwidth: always(null) }),
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  })
}

/** The largest that any table of a text is: rows, cells in a row, and what a cell holds. */
function extentOf(doc: Shown): { rows: number; columns: number; text: number } {
  const most = { rows: 0, columns: 0, text: 0 }
  doc.forEach(node => {
    if (node.type.name !== 'table') return
    most.rows = Math.max(most.rows, node.childCount)
    node.forEach(row => {
      most.columns = Math.max(most.columns, row.childCount)
      row.forEach(cell => {
        most.text = Math.max(most.text, cell.content.size)
      })
    })
  })
  return most
}

/** What would make a table larger than the server takes is not done. */
const bounded = new Plugin({
  filterTransaction(transaction, { doc }) {
    if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true
    const [had, is] = [extentOf(doc), extentOf(transaction.doc)]
    return (
      is.rows <= Math.max(TABLE_ROWS_MAX, had.rows) &&
      is.columns <= Math.max(TABLE_COLUMNS_MAX, had.columns) &&
      is.text <= Math.max(CELL_TEXT_MAX, had.text)
    )
  },
})

/** Tab goes from cell to cell, and makes a row behind the last one. */
const editing = Extension.create({
  name: 'tableEditing',
  addProseMirrorPlugins: () => [tableEditing(), bounded],
  addKeyboardShortcuts() {
    return {
      Tab: () => {
        const { state, view } = this.editor
        if (!this.editor.isActive('table')) return false
        if (goToNextCell(1)(state, view.dispatch)) return true
        addRowAfter(state, view.dispatch)
        return goToNextCell(1)(this.editor.state, view.dispatch)
      },
      'Shift-Tab': () => goToNextCell(-1)(this.editor.state, this.editor.view.dispatch),
    }
  },
})

export const tables: AnyExtension[] = [
  table,
  tableRow,
  cellOf('tableCell', 'td'),
  cellOf('tableHeader', 'th'),
  editing,
]
