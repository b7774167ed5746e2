import { catalogue } from './messages.ts'

/** Tables in the statement. */
export const tableMessages = catalogue(
  {
    insert: 'Tabel',
    tools: 'Tabel veranderen',
    rowBelow: 'Rij erbij',
    columnRight: 'Kolom erbij',
    deleteRow: 'Rij weg',
    deleteColumn: 'Kolom weg',
    deleteTable: 'Tabel weg',
  },
  {
    insert: 'Table',
    tools: 'Change the table',
    rowBelow: 'Add a row',
    columnRight: 'Add a column',
    deleteRow: 'Remove the row',
    deleteColumn: 'Remove the column',
    deleteTable: 'Remove the table',
  },
)
