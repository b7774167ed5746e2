import type { Duplex } from 'node:stream'
import * as decoding from 'lib0/decoding'
import type { RawData, WebSocket } from 'ws'
import { frameType } from '#lib/protocol/frames.ts'
import { type Message, message } from './message.ts'

/** Largest frame that is taken, in bytes. */
export const FRAME_MAX = 1024 * 1024
/** Above this many unsent bytes a reader misses presence; before the second it is let go, and syncs afresh. */
export const PRESENCE_BUFFER_MAX = 1024 * 1024
export const BUFFER_MAX = 16 * 1024 * 1024
const PING_MS = 25_000
/** How long, in ms, one may take to answer that the socket closes; who reads nothing doesn't. */
const FAREWELL_MS = 2000

/**
 * Why the server closes a socket. y-websocket comes back after every code but 4400–4499, so what a new try may mend
 * (a slow reader, a failed append) stays out of that range.
 */
export const closeCode = {
  tooLarge: 1009,
  tryAgain: 1013,
  rubbish: 4400,
  notAllowed: 4403,
  moving: 4503,
  slowReader: 4508,
} as const

/** What a socket's frames come down to; a handler that throws has been given rubbish. */
export type FrameHandlers = {
  /** The reader's state vector: it asks for all that it lacks. */
  asks(stateVector: Uint8Array): void
  /** `answer`: to our own question what we lack, so it holds everything that this reader has and we don't. */
  proposes(update: Uint8Array, answer: boolean): void
  presence(update: Uint8Array): void
  asksPresence(): void
  closed(): void
}

const syncStep1 = 0
const syncStep2 = 1
const syncUpdate = 2

/** Names nobody. y-websocket gives a connection up after 30 s without a frame, and doesn't see pings. */
const stillHere = message(new Uint8Array([frameType.awareness, 1, 0]))

class TooLarge extends Error {}

/** A socket that was opened, with the stream below it. */
export type Opened = { socket: WebSocket; wire: Duplex }

/**
 * One socket of one person: reads frames, closes on rubbish, and never lets a slow reader pile up without bound.
 * Messages are written to the stream as they are: ws would make a header for each reader, and it sends nothing in pieces or
 * compressed here that they could fall between.
 */
export class Connection {
  readonly participant: string
  private readonly socket: WebSocket
  private readonly wire: Duplex
  private readonly timer: NodeJS.Timeout
  private answered = true

  /** Takes nothing in before `listen`. */
  constructor({ socket, wire }: Opened, participant: string) {
    this.socket = socket
    this.wire = wire
    this.participant = participant
    socket.pause()
    socket.on('error', () => socket.terminate())
    socket.on('pong', () => {
      this.answered = true
    })
    this.timer = setInterval(() => this.ping(), PING_MS)
    this.timer.unref()
    socket.on('close', () => clearInterval(this.timer))
  }

  get open(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  listen(handlers: FrameHandlers): void {
    this.socket.on('message', (data, binary) => this.take(data, binary, handlers))
    this.socket.on('close', () => handlers.closed())
    this.socket.resume()
  }

  /** Takes nothing more in: what came is finished, and then the socket closes. */
  rest(): void {
    if (this.open) this.socket.pause()
  }

  /** Bytes that this reader has not taken yet. */
  get unsent(): number {
    return this.wire.writableLength
  }

  /** Never holds more than `BUFFER_MAX` for one reader, but for a single message that is larger by itself. */
  send(message: Message): void {
    if (!this.open) return
    const { unsent } = this
    if (unsent > 0 && unsent + message.byteLength > BUFFER_MAX)
      this.close(closeCode.slowReader, 'slow reader')
    else this.wire.write(message)
  }

  /** Presence grows stale at once: who reads slowly does without. */
  sendPresence(message: Message): void {
    if (this.open && this.unsent <= PRESENCE_BUFFER_MAX) this.wire.write(message)
  }

  close(code: number, reason: string): void {
    if (this.socket.isPaused) this.socket.resume()
    this.socket.close(code, reason)
    // The close frame queues behind everything unsent; who doesn't read that doesn't read it either. And a server that stops has no time.
    if (code === closeCode.slowReader || code === closeCode.moving)
      setTimeout(() => this.socket.terminate(), FAREWELL_MS).unref()
  }

  private ping(): void {
    if (!this.answered) this.socket.terminate()
    this.answered = false
    if (!this.open) return
    this.socket.ping()
    this.sendPresence(stillHere)
  }

  private take(data: RawData, binary: boolean, handlers: FrameHandlers): void {
    if (!this.open) return
    const frame = Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data as Buffer)
    try {
      if (frame.byteLength > FRAME_MAX) throw new TooLarge()
      if (!binary) throw new Error('a text frame')
      read(decoding.createDecoder(frame), handlers)
    } catch (error) {
      if (error instanceof TooLarge) this.close(closeCode.tooLarge, 'frame too large')
      else this.close(closeCode.rubbish, 'unreadable frame')
    }
  }
}

/** Reads one frame. Unknown types are passed over: a newer client may send what this server doesn't know yet. */
function read(decoder: decoding.Decoder, handlers: FrameHandlers): void {
  const type = decoding.readVarUint(decoder)
  if (type === frameType.awareness) handlers.presence(decoding.readVarUint8Array(decoder))
  if (type === frameType.queryAwareness) handlers.asksPresence()
  if (type !== frameType.sync) return
  const step = decoding.readVarUint(decoder)
  // A copy: Yjs keeps views on what it decodes, and the socket's buffer is used again.
  if (step === syncStep1) handlers.asks(decoding.readVarUint8Array(decoder).slice())
  if (step === syncStep2 || step === syncUpdate)
    handlers.proposes(decoding.readVarUint8Array(decoder).slice(), step === syncStep2)
}
