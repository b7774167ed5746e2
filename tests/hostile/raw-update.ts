import * as encoding from 'lib0/encoding'

export type Id = readonly [client: number, clock: number]
/** Where a struct says that it belongs: beside others, or in a root (by name) or type (by id), under a key or not. */
type Where = { origin?: Id; right?: Id; parent?: string | Id; key?: string }
export type RawStruct =
  | { is: 'gc'; length: number }
  | ({ is: 'deleted'; length: number } & Where)
  | ({ is: 'text'; text: string } & Where)
  | ({ is: 'values'; values: readonly (string | number | null)[] } & Where)
  /** `ref`: which of Yjs' types it is. */
  | ({ is: 'type'; ref: 1 | 2 } & Where)
export type Group = { client: number; clock: number; structs: readonly RawStruct[] }
export type Deleted = readonly [client: number, ranges: readonly (readonly [clock: number, length: number])[]]

const contentRef = { deleted: 1, text: 4, type: 7, values: 8 } as const

/** Puts an update together byte by byte (Yjs' first format), so that it can say what Yjs never would. */
export function rawUpdate(groups: readonly Group[], deleted: readonly Deleted[] = []): Uint8Array {
  const encoder = encoding.createEncoder()
  const number = (value: number) => encoding.writeVarUint(encoder, value)
  number(groups.length)
  for (const { client, clock, structs } of groups) {
    for (const value of [structs.length, client, clock]) number(value)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  number(deleted.length)
  for (const [client, ranges] of deleted) {
    for (const value of [client, ranges.length]) number(value)
    for (const value of ranges.flat()) number(value)
  }
  return encoding.toUint8Array(encoder)
}

function writeStruct(encoder: encoding.Encoder, struct: RawStruct): void {
  if (struct.is === 'gc') {
    encoding.writeUint8(encoder, 0)
    return encoding.writeVarUint(encoder, struct.length)
  }
  writeWhere(encoder, contentRef[struct.is], struct)
  if (struct.is === 'deleted') encoding.writeVarUint(encoder, struct.length)
  if (struct.is === 'text') encoding.writeVarString(encoder, struct.text)
  if (struct.is === 'type') encoding.writeVarUint(encoder, struct.ref)
  if (struct.is !== 'values') return
  encoding.writeVarUint(encoder, struct.values.length)
  for (const value of struct.values) encoding.writeAny(encoder, value)
}

function writeWhere(encoder: encoding.Encoder, ref: number, { origin, right, parent, key }: Where): void {
  const flags = (origin ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32)
  encoding.writeUint8(encoder, ref | flags)
  for (const value of [...(origin ?? []), ...(right ?? [])]) encoding.writeVarUint(encoder, value)
  if (origin || right) return
  encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
  if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
  else for (const value of parent ?? [0, 0]) encoding.writeVarUint(encoder, value)
  if (key !== undefined) encoding.writeVarString(encoder, key)
}
