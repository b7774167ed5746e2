export type Row = Record<string, unknown>
/** What a statement is given in the place of a `?`. */
export type Value = string | number | null | Uint8Array

/**
 * SQL that every database here understands, with a `?` for each value; rows come back with text, numbers and bytes. Where databases
 * differ there is a word for what is meant. All of it within one transaction.
 */
export type Statements = {
  all(sql: string, ...values: Value[]): Promise<Row[]>
  one(sql: string, ...values: Value[]): Promise<Row | null>
  /** How many rows were changed. */
  run(sql: string, ...values: Value[]): Promise<number>
  /** Until the end of the transaction nobody else writes to this session's documents, or to this one of them. */
  holdDocuments(session: string, document?: string): Promise<void>
  /** Rows that refer to others may miss them until the end of the transaction. */
  deferReferences(): Promise<void>
  /** Every table with a column of this name. */
  tablesWith(column: string): Promise<string[]>
}
