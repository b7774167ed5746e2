import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { frameType } from '#lib/protocol/frames.ts'
import { type Message, message } from './message.ts'

/** How much is remembered of what was shown since, before the answers are made anew: a newcomer reads these as well. */
const SINCE_MAX = 500
const SINCE_BYTES_MAX = 256 * 1024
const KEPT_MAX = 100
/** How long answers are kept after the last was given: a herd comes within seconds, and memory is for who is here. */
const KEEP_MS = 10_000

/**
 * What a newcomer lacks, made once for all who lack the same: encoding a large board takes longer than sending it. What is
 * written meanwhile goes along as one more update, so that a room that is being written in doesn't encode again for each.
 */
export class Answers {
  /** By state vector: the answer, and how much of `since` it holds already. */
  private readonly kept = new Map<string, { holds: number; answer: Message }>()
  private since: Uint8Array[] = []
  private sinceBytes = 0
  private later: { from: number; to: number; message: Message } | null = null
  private timer: NodeJS.Timeout | null = null

  /** The document's state of now is in `updates`, whose first is a state of its own: the answer for who has nothing. */
  begin(updates: readonly Uint8Array[]): void {
    this.clear()
    const [state, ...more] = updates
    if (!state) return
    this.keep(
      new Uint8Array([0]),
      syncMessage(encoder => encodeStep2(encoder, state)),
    )
    for (const update of more) this.shown(update)
  }

  /** Everything that was shown to all passes here, in its order. */
  shown(update: Uint8Array): void {
    if (this.kept.size === 0) return
    this.since.push(update)
    this.sinceBytes += update.byteLength
    if (this.since.length > SINCE_MAX || this.sinceBytes > SINCE_BYTES_MAX) this.clear()
  }

  /** What to send to who has `stateVector`. Throws when that can't be read. */
  for(doc: Y.Doc, stateVector: Uint8Array): Message[] {
    const found = this.kept.get(nameOf(stateVector))
    if (!found) {
      const answer = syncMessage(encoder => syncProtocol.writeSyncStep2(encoder, doc, stateVector))
      this.keep(stateVector, answer)
      return [answer]
    }
    this.rearm()
    // The rest goes first: Yjs keeps it until what it builds on has come, so that nothing lacks once the answer is there.
    const rest = found.holds < this.since.length ? [this.restFrom(found.holds)] : []
    return [...rest, found.answer]
  }

  clear(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.kept.clear()
    this.since = []
    this.sinceBytes = 0
    this.later = null
  }

  private keep(stateVector: Uint8Array, answer: Message): void {
    if (this.kept.size >= KEPT_MAX) this.clear()
    this.kept.set(nameOf(stateVector), { holds: this.since.length, answer })
    this.rearm()
  }

  private restFrom(from: number): Message {
    const to = this.since.length
    if (this.later?.from !== from || this.later.to !== to) {
      const merged = Y.mergeUpdates(this.since.slice(from))
      const made = syncMessage(encoder => syncProtocol.writeUpdate(encoder, merged))
      this.later = { from, to, message: made }
    }
    return this.later.message
  }

  private rearm(): void {
    if (this.timer) this.timer.refresh()
    else this.timer = setTimeout(() => this.clear(), KEEP_MS).unref()
  }
}

const nameOf = (stateVector: Uint8Array): string => Buffer.from(stateVector).toString('latin1')

function encodeStep2(encoder: encoding.Encoder, update: Uint8Array): void {
  encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2)
  encoding.writeVarUint8Array(encoder, update)
}

/** A message of y-websocket's type sync. */
export function syncMessage(write: (encoder: encoding.Encoder) => void): Message {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.sync)
  write(encoder)
  return message(encoding.toUint8Array(encoder))
}
