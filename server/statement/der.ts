/** Reading and writing ASN.1 in its Distinguished Encoding Rules (X.690): the little that a seal is made of. */

export const tags = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const

function lengthOf(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size])
  const digits = size.toString(16)
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

/** One element: its tag, its length, its content. */
export function der(tag: number, ...content: Uint8Array[]): Buffer {
  const inner = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag]), lengthOf(inner.length), inner])
}

/** An object identifier in dotted form ("2.5.4.3"). */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap(arc => {
    const sevens = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      sevens.unshift((left & 0x7f) | 0x80)
    return sevens
  })
  return der(tags.oid, Buffer.from(bytes))
}

/** `whole` is the element with its tag and length. */
export type Element = { tag: number; content: Buffer; whole: Buffer }

/** The elements that `bytes` is made of, one after another. Throws RangeError when they don't fill it exactly. */
export function elementsOf(bytes: Buffer): Element[] {
  const found: Element[] = []
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at)
    found.push(element)
    at += element.whole.length
  }
  return found
}

/** The element that starts at `at`, whatever follows it. Throws RangeError when it does not fit. */
export function elementAt(bytes: Buffer, at: number): Element {
  const tag = bytes.readUInt8(at)
  const first = bytes.readUInt8(at + 1)
  const long = first >= 0x80 ? first - 0x80 : 0
  const size = long > 0 ? bytes.readUIntBE(at + 2, long) : first
  const start = at + 2 + long
  if (start + size > bytes.length) throw new RangeError('an element reaches past its end')
  return { tag, content: bytes.subarray(start, start + size), whole: bytes.subarray(at, start + size) }
}
