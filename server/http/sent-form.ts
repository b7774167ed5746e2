/** Parts and bytes of their heads that a form of ours has, with room to spare. */
const PARTS_MAX = 8
const HEAD_MAX = 4096

/**
 * The fields of a form (RFC 7578) by their names, as the bytes of each. Null when it is none, or has more to it than a form of ours: a parser for
 * forms of any kind takes seconds over one of a million parts, and everybody waits meanwhile.
 */
export function readForm(bytes: Uint8Array, type: string): Map<string, Uint8Array> | null {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(type)
  if (!boundary) return null
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const line = `--${boundary[1] ?? boundary[2]}`
  const fields = new Map<string, Uint8Array>()
  let at = line.length
  if (body.subarray(0, at).toString('latin1') !== line) return null
  for (let parts = 0; body.subarray(at, at + 2).toString('latin1') !== '--'; parts++) {
    if (parts === PARTS_MAX || body.subarray(at, at + 2).toString('latin1') !== '\r\n') return null
    const head = body.subarray(at, at + HEAD_MAX).indexOf('\r\n\r\n')
    const start = at + head + 4
    const end = head < 0 ? -1 : body.indexOf(`\r\n${line}`, start, 'latin1')
    if (end < 0) return null
    const name = nameIn(body.subarray(at, at + head).toString('latin1'))
    if (name !== null) fields.set(name, body.subarray(start, end))
    at = end + 2 + line.length
  }
  return fields
}

const nameIn = (head: string): string | null =>
  /^content-disposition:\s*form-data;\s*name="([^"\r\n]*)"/im.exec(head)?.[1] ?? null
