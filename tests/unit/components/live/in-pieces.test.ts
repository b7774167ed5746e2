import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { inPieces } from '#components/live/in-pieces.ts'

function edited(rounds: number, length: number) {
  const doc = new Y.Doc()
  const edits: { update: Uint8Array }[] = []
  doc.on('update', (update: Uint8Array) => edits.push({ update }))
  for (let round = 0; round < rounds; round++) doc.getText('text').insert(0, `${round}`.padEnd(length, '-'))
  return { doc, edits }
}
function asked(write: (encoder: encoding.Encoder) => void): decoding.Decoder {
  const encoder = encoding.createEncoder()
  write(encoder)
  return decoding.createDecoder(encoding.toUint8Array(encoder))
}
const step1 = () => asked(encoder => syncProtocol.writeSyncStep1(encoder, new Y.Doc()))

it('sends a day of writing in updates that the server takes, in their order', () => {
  const { doc, edits } = edited(300, 2000)
  const pieces = inPieces(doc, step1(), edits)
  expect(pieces?.length).toBeGreaterThan(2)
  const server = new Y.Doc()
  for (const piece of pieces ?? []) {
    expect(piece.byteLength).toBeLessThan(256 * 1024)
    const decoder = decoding.createDecoder(piece)
    expect(decoding.readVarUint(decoder)).toBe(0)
    syncProtocol.readSyncMessage(decoder, encoding.createEncoder(), server, null)
    // The server refuses what builds on what it has not.
    expect(server.store.pendingStructs).toBeNull()
  }
  expect(server.getText('text').toString()).toBe(doc.getText('text').toString())
})

it('leaves the answer to y-websocket when one update will do, and for every other message', () => {
  const small = edited(10, 2000)
  expect(inPieces(small.doc, step1(), small.edits)).toBeNull()
  const large = edited(300, 2000)
  const update = asked(encoder => syncProtocol.writeUpdate(encoder, new Uint8Array([0, 0])))
  expect(inPieces(large.doc, update, large.edits)).toBeNull()
})
