/** What a session's rows hold of what was fixed and signed, as it stands in the file: nothing of it was looked at. */
export type RawRecord = {
  session: string
  network: string
  board: string | null
  statement: string | null
  partners: string[]
  /** Where people sign for partners. */
  places: { id: string; partner: string }[]
  audit: { sequence: number; at: number; actor: string; type: string; detail: string; hash: string }[]
  snapshots: { hash: string; canonical: string }[]
  signatures: { sequence: number; partner: string; body: string }[]
  edition: { hash: string; canonical: string; signatures: string } | null
  /** The file that the session was brought back from, as it came; null of every other. */
  archive: string | null
  /** Whether something is open that only lasts within a transaction. */
  erasing: boolean
}
