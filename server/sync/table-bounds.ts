import * as Y from 'yjs'
import { statementRoot } from '#lib/documents/names.ts'
import { CELL_TEXT_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX } from '#lib/domain/statement.ts'
import type { Judgement } from './gate.ts'
import type { Change, Inspection } from './inspect.ts'

/** The largest that any table of a text is: rows, cells in a row, characters in a cell. */
type Extent = { rows: number; columns: number; text: number }

const parts: readonly string[] = ['tableRow', 'tableCell', 'tableHeader']

/** Judges whether an update that adds `growth` characters and nodes makes a table larger than one may be. `afterwards` gives the document as the update would make it. */
export function judgeTables(
  doc: Y.Doc,
  { changes, touches }: Inspection,
  growth: number,
  afterwards: () => Y.Doc,
): Judgement {
  // The document is copied only where that may matter.
  const near = (cell: Y.XmlElement) => lengthOf(cell) + growth > CELL_TEXT_MAX
  const fills = growth > 0 && cellsTouched(touches).some(near)
  if (!fills && !changes.some(addsPart)) return null
  const [before, after] = [extentOf(doc), extentOf(afterwards())]
  const grew = (what: keyof Extent, most: number) => after[what] > Math.max(most, before[what])
  if (grew('rows', TABLE_ROWS_MAX) || grew('columns', TABLE_COLUMNS_MAX)) return 'too-many-entries'
  return grew('text', CELL_TEXT_MAX) ? 'text-too-long' : null
}

function addsPart(change: Change): boolean {
  if (change.do !== 'insert' || change.carried.kind !== 'type') return false
  return parts.includes(change.carried.nodeName ?? '')
}

/** The cells in which something is put or taken. */
function cellsTouched(touches: Inspection['touches']): Y.XmlElement[] {
  return [...touches].flatMap(touched => {
    let at = touched as Y.AbstractType<unknown> | null
    while (at && !(at instanceof Y.XmlElement && parts.slice(1).includes(at.nodeName)))
      at = at.parent as Y.AbstractType<unknown> | null
    return at ? [at as Y.XmlElement] : []
  })
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
