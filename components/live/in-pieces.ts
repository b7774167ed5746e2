import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { frameType } from '#lib/protocol/frames.ts'
import type { Edit } from './local-copy.ts'

/** The server takes no update above 256 kB. */
const PIECE_MAX = 200 * 1024
const syncStep1 = 0

/**
 * What to answer the server's sync step 1 when all that it lacks is too much for one update: frames with the edits that wait, in
 * their order. Null for every other message, and when one update will do.
 */
export function inPieces(
  doc: Y.Doc,
  decoder: decoding.Decoder,
  edits: readonly Pick<Edit, 'update'>[],
): Uint8Array<ArrayBuffer>[] | null {
  const waiting = edits.reduce((sum, { update }) => sum + update.byteLength, 0)
  if (waiting <= PIECE_MAX / 2 || decoding.readVarUint(decoder) !== syncStep1) return null
  const lacking = Y.encodeStateAsUpdate(doc, decoding.readVarUint8Array(decoder))
  if (lacking.byteLength <= PIECE_MAX) return null
  const pieces: Uint8Array[][] = []
  let size = PIECE_MAX
  for (const { update } of edits) {
    size += update.byteLength
    if (size > PIECE_MAX) {
      pieces.push([])
      size = update.byteLength
    }
    pieces.at(-1)?.push(update)
  }
  return pieces.map(updates => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, frameType.sync)
    writeUpdate(encoder, Y.mergeUpdates(updates))
    return encoding.toUint8Array(encoder)
  })
}
