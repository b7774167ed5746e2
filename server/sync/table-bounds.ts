import * as Y from 'yjs'
import { statementRoot } from '#lib/documents/names.ts'
import { CELL_TEXT_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX } from '#lib/domain/statement.ts'
import type { Judgement } from './gate.ts'
import type { Inspection } from './inspect.ts'

/** The largest that any table of a text is: rows, cells in a row, characters in a cell. */
type Extent = { rows: number; columns: number; text: number }

const parts: readonly string[] = ['tableRow', 'tableCell', 'tableHeader']

/** Judges whether an update that adds `growth` characters and nodes makes a table larger than one may be. `afterwards` gives the document as the update would make it. */
export function judgeTables(
  doc: Y.Doc,
  { changes }: Inspection,
  growth: number,
  afterwards: () => Y.Doc,
): Judgement {
  const adds = changes.some(
    ({ do: act, ...change }) =>
      act === 'insert' &&
      'carried' in change &&
      change.carried.kind === 'type' &&
      parts.includes(change.carried.nodeName ?? ''),
  )
  const before = extentOf(doc)
  const near = before.rows > 0 && before.text + Math.max(0, growth) > CELL_TEXT_MAX
  if (!adds && !near) return null
  const after = extentOf(afterwards())
  const grew = (what: keyof Extent, most: number) => after[what] > Math.max(most, before[what])
  if (grew('rows', TABLE_ROWS_MAX) || grew('columns', TABLE_COLUMNS_MAX)) return 'too-many-entries'
  return grew('text', CELL_TEXT_MAX) ? 'text-too-long' : null
}

const elementsIn = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter(child => child instanceof Y.XmlElement)

function extentOf(doc: Y.Doc): Extent {
  const most: Extent = { rows: 0, columns: 0, text: 0 }
  for (const table of elementsIn(doc.getXmlFragment(statementRoot))) {
    if (table.nodeName !== 'table') continue
    const rows = elementsIn(table)
    most.rows = Math.max(most.rows, rows.length)
    for (const row of rows) {
      const cells = elementsIn(row)
      most.columns = Math.max(most.columns, cells.length)
      for (const cell of cells) most.text = Math.max(most.text, lengthOf(cell))
    }
  }
  return most
}

/** Characters, and one more for each passage and the end of each line. */
function lengthOf(parent: Y.XmlFragment): number {
  let length = 0
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) length += child.length
    else if (child instanceof Y.XmlElement) length += 1 + lengthOf(child)
  }
  return length
}
