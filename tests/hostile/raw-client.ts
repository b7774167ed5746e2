import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { decodeOwnFrame, frameType } from '#lib/protocol/frames.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** A client written by hand: it sends what it is told, lawful or not, and keeps what it is told back. */
export class RawClient {
  readonly refusals: RefusalCode[] = []
  /** Updates that the server showed, and its answer to `ask`. */
  readonly shown: Uint8Array[] = []
  /** Awareness frames, as they came. */
  readonly presence: Uint8Array[] = []
  /** Everything that `ask` asked for has come: the server puts its own question after it. */
  answered = false
  /** What the server showed of the session, each time it did. */
  readonly views: SessionView[] = []
  frozen: string | null = null
  closed: number | null = null
  private readonly socket: WebSocket

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => this.take(decoding.createDecoder(new Uint8Array(data))))
    socket.on('close', code => {
      this.closed = code
    })
    socket.on('error', () => {})
  }

  static async connect(address: string): Promise<RawClient> {
    const client = new RawClient(new WebSocket(address))
    await once(client.socket, 'open')
    return client
  }

  update(update: Uint8Array): void {
    this.sync(2, update)
  }

  /** Sync step 2, as an answer that nobody asked for. */
  answer(update: Uint8Array): void {
    this.sync(1, update)
  }

  ask(stateVector = new Uint8Array([0])): void {
    this.sync(0, stateVector)
  }

  aware(client: number, clock: number, state: unknown): void {
    const entry = encoding.createEncoder()
    encoding.writeVarUint(entry, 1)
    encoding.writeVarUint(entry, client)
    encoding.writeVarUint(entry, clock)
    encoding.writeVarString(entry, JSON.stringify(state))
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, frameType.awareness)
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(entry))
    this.socket.send(encoding.toUint8Array(frame))
  }

  close(): void {
    this.socket.terminate()
  }

  private sync(step: number, body: Uint8Array): void {
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, frameType.sync)
    encoding.writeVarUint(frame, step)
    encoding.writeVarUint8Array(frame, body)
    this.socket.send(encoding.toUint8Array(frame))
  }

  private takeSync(step: number, decoder: decoding.Decoder): void {
    if (step > 0) this.shown.push(decoding.readVarUint8Array(decoder))
    else this.answered = true
  }

  private take(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    if (type === frameType.awareness) this.presence.push(decoding.readVarUint8Array(decoder))
    if (type === frameType.sync) this.takeSync(decoding.readVarUint(decoder), decoder)
    if (type < frameType.refusal) return
    const frame = decodeOwnFrame(decoder)
    if (frame.type === 'refusal') this.refusals.push(frame.code)
    if (frame.type === 'view') this.views.push(frame.view)
    if (frame.type === 'frozen') this.frozen = frame.hash
  }
}
