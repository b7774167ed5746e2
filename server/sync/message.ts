import { encodeOwnFrame, type OwnFrame } from '#lib/protocol/frames.ts'

declare const whole: unique symbol
/** A websocket message with its header, as it goes over the wire; made once, written to any number of sockets. */
export type Message = Buffer & { readonly [whole]: true }

const FINAL_BINARY = 0x82

/** Puts the header of one unfragmented, unmasked binary message (RFC 6455, 5.2) before a frame of ours. */
export function message(frame: Uint8Array): Message {
  const { byteLength } = frame
  const header = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
  const wire = Buffer.allocUnsafe(header + byteLength)
  wire[0] = FINAL_BINARY
  wire[1] = header === 2 ? byteLength : header === 4 ? 126 : 127
  if (header === 4) wire.writeUInt16BE(byteLength, 2)
  if (header === 10) wire.writeBigUInt64BE(BigInt(byteLength), 2)
  wire.set(frame, header)
  return wire as Message
}

export const ownMessage = (frame: OwnFrame): Message => message(encodeOwnFrame(frame))
