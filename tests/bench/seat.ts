import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Seating, SubjectName } from './subject.ts'

const sync = 0
const awareness = 1
const authentication = 2
const nothingYet = Y.encodeStateVector(new Y.Doc())

/** One raw client, as light as can be: it sends what it's told and hands on what comes, without a document of its own. */
export class Seat {
  readonly seating: Seating
  private readonly socket: WebSocket
  private readonly prefix: Uint8Array
  private heard: (frame: Buffer) => void = () => {}

  private constructor(socket: WebSocket, seating: Seating, prefix: Uint8Array) {
    this.socket = socket
    this.seating = seating
    this.prefix = prefix
    socket.on('message', data => this.heard(data as Buffer))
    socket.on('error', () => {})
  }

  /** Connects, and waits until the server takes frames. Hocuspocus has the document's name before each, and a token first. */
  static async open(subject: SubjectName, port: number, seating: Seating): Promise<Seat> {
    const named = subject === 'hocuspocus'
    const socket = new WebSocket(`ws://127.0.0.1:${port}${named ? '/' : seating.path}`, {
      perMessageDeflate: false,
    })
    socket.on('error', () => {})
    const prefix = encoding.createEncoder()
    if (named) encoding.writeVarString(prefix, seating.room)
    const seat = new Seat(socket, seating, encoding.toUint8Array(prefix))
    await once(socket, 'open')
    if (named) {
      seat.frame(authentication, encoder => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, 'token')
        encoding.writeVarString(encoder, '4.7.0')
      })
      await once(socket, 'message')
    }
    return seat
  }

  /** Who is told of every frame that comes. */
  listen(heard: (frame: Buffer) => void): void {
    this.heard = heard
  }

  /** Asks for the whole document and waits for it, as one update. It is not applied: that would be our own work. */
  sync(): Promise<Uint8Array> {
    return new Promise(resolve => {
      this.heard = frame => {
        const decoder = decoding.createDecoder(frame)
        if (this.prefix.length > 0) decoding.readVarString(decoder)
        const type = decoding.readVarUint(decoder)
        if (type !== sync && type !== 4) return
        if (decoding.readVarUint(decoder) !== 1) return
        this.heard = () => {}
        resolve(decoding.readVarUint8Array(decoder))
      }
      this.frame(sync, encoder => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint8Array(encoder, nothingYet)
      })
    })
  }

  update(update: Uint8Array): void {
    this.frame(sync, encoder => {
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  presence(client: number, clock: number, state: object): void {
    const entry = encoding.createEncoder()
    encoding.writeVarUint(entry, 1)
    encoding.writeVarUint(entry, client)
    encoding.writeVarUint(entry, clock)
    encoding.writeVarString(entry, JSON.stringify(state))
    this.frame(awareness, encoder => encoding.writeVarUint8Array(encoder, encoding.toUint8Array(entry)))
  }

  close(): void {
    this.socket.terminate()
  }

  private frame(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, this.prefix)
    encoding.writeVarUint(encoder, type)
    write(encoder)
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(encoding.toUint8Array(encoder))
  }
}

/** Seats these people, so many at a time, and has each ask for the document. */
export async function seatAll(
  subject: SubjectName,
  port: number,
  seatings: readonly Seating[],
): Promise<Seat[]> {
  const seats: Seat[] = []
  for (let at = 0; at < seatings.length; at += 50) {
    const some = seatings.slice(at, at + 50)
    const opened = await Promise.all(some.map(seating => Seat.open(subject, port, seating)))
    const synced = Promise.all(opened.map(seat => seat.sync()))
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${subject} did not answer for 20 s`)), 20_000).unref()
    })
    await Promise.race([synced, late])
    seats.push(...opened)
  }
  return seats
}
