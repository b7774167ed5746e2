import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { Pending } from '#components/live/pending.ts'

const step = fc.record({
  what: fc.constantFrom('type', 'delete', 'other', 'deliver', 'echo', 'reconnect'),
  at: fc.nat(20),
})

/** A client whose edits go to a server that may be slow to take them and to show them back. */
function line() {
  const [client, server] = [new Y.Doc(), new Y.Doc()]
  const pending = new Pending<Uint8Array>()
  let sent: Uint8Array[] = []
  let shown: Uint8Array[] = []
  client.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') return
    pending.sent(update, update)
    sent.push(update)
  })
  const hear = (write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder()
    write(encoder)
    const message = encoding.toUint8Array(encoder)
    pending.heard(decoding.createDecoder(message))
    const reply = encoding.createEncoder()
    syncProtocol.readSyncMessage(decoding.createDecoder(message), reply, client, 'server')
  }
  return {
    client,
    server,
    pending,
    /** The server stores what was sent. */
    deliver() {
      for (const update of sent) Y.applyUpdate(server, update)
      shown.push(...sent)
      sent = []
    },
    /** It shows all that it stored, merged into one frame, as it does in a tick. */
    echo() {
      if (shown.length > 0) hear(encoder => syncProtocol.writeUpdate(encoder, Y.mergeUpdates(shown)))
      shown = []
    },
    /** The socket broke: frames on their way are gone, and both tell what they have. */
    reconnect() {
      shown = []
      hear(encoder => syncProtocol.writeSyncStep2(encoder, server, Y.encodeStateVector(client)))
      hear(encoder => syncProtocol.writeSyncStep1(encoder, server))
      sent = [Y.encodeStateAsUpdate(client, Y.encodeStateVector(server))]
    },
  }
}

test('[T4] edits wait exactly as long as the server has not shown that it stored them', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const { client, server, pending, deliver, echo, reconnect } = line()
      const text = client.getText('text')
      for (const { what, at } of steps) {
        if (what === 'type') text.insert(at % (text.length + 1), 'woord')
        if (what === 'delete' && text.length > 0) text.delete(at % text.length, 1)
        if (what === 'other') server.getText('text').insert(0, 'van een ander')
        if (what === 'deliver') deliver()
        if (what === 'echo') echo()
        if (what === 'reconnect') reconnect()
        if (pending.count === 0) {
          const missing = Y.diffUpdate(Y.encodeStateAsUpdate(client), Y.encodeStateVector(server))
          expect(Y.parseUpdateMeta(missing).to.get(client.clientID), 'nothing typed is only here').toBe(
            undefined,
          )
        }
      }
      deliver()
      reconnect()
      expect(pending.count, 'all is stored, so nothing waits').toBe(0)
    }),
  )
})
