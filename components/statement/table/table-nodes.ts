import { type AnyExtension, Extension, Node } from '@tiptap/core'
import { addRowAfter, goToNextCell, tableEditing } from '@tiptap/pm/tables'

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

/** Tab goes from cell to cell, and makes a row behind the last one. */
const editing = Extension.create({
  name: 'tableEditing',
  addProseMirrorPlugins: () => [tableEditing()],
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
