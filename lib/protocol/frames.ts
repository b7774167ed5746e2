import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { RefusalCode } from './refusals.ts'
import type { SessionView } from './session-view.ts'

/** The first varUint of a frame. 0, 1 and 3 are y-websocket's own (y-websocket 3, `messageSync` …); ours begin at 100. */
export const frameType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  refusal: 100,
  view: 101,
  frozen: 102,
} as const

/** A refused update of the document on this socket. `frozen`: the document was fixed as the snapshot with this hash. */
export type OwnFrame =
  | { type: 'refusal'; code: RefusalCode }
  | { type: 'view'; view: SessionView }
  | { type: 'frozen'; hash: string }

/** One of our frames: its type as varUint, then its JSON as varString. */
export function encodeOwnFrame(frame: OwnFrame): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType[frame.type])
  encoding.writeVarString(encoder, JSON.stringify(frame))
  return encoding.toUint8Array(encoder)
}

/**
 * Encodes frames `view` of one moment. What several views hold by reference, such as the roster, is written as JSON once:
 * in a full hall that is most of each.
 */
export function viewEncoder(): (view: SessionView) => Uint8Array {
  const written = new Map<unknown, string>()
  const json = (value: unknown): string => {
    const text = written.get(value) ?? JSON.stringify(value)
    if (typeof value === 'object') written.set(value, text)
    return text
  }
  return view => {
    const fields = Object.entries(view).map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, frameType.view)
    encoding.writeVarString(encoder, `{"type":"view","view":{${fields.join(',')}}}`)
    return encoding.toUint8Array(encoder)
  }
}

/** Reads what follows the type of one of our frames; the server is trusted, so the JSON is not validated again. */
export function decodeOwnFrame(decoder: decoding.Decoder): OwnFrame {
  return JSON.parse(decoding.readVarString(decoder)) as OwnFrame
}
