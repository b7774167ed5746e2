import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a zip archive by name, in the order of its directory, as a reader finds them: from the end. Throws on what does not fit. */
export function unzipped(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 !== archive.length) throw new Error('no end of an archive')
  const files = new Map<string, Buffer>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry in the directory')
    const [method, crc, packed, size] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 16),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
    ]
    const [nameLength, extra, comment] = [28, 30, 32].map(field => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    const local = archive.readUInt32LE(at + 42)
    if (archive.readUInt32LE(local) !== 0x04034b50) throw new Error(`${name} is not where it should be`)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const raw = archive.subarray(start, start + packed)
    const bytes = method === 0 ? Buffer.from(raw) : inflateRawSync(raw)
    if (bytes.length !== size || crc32(bytes) !== crc) throw new Error(`${name} is damaged`)
    files.set(name, bytes)
    at += 46 + nameLength + extra + comment
  }
  return files
}

/** Throws when the tags of an XML text do not close in the order in which they open, or it has an entity that XML doesn't know. */
export function mustBeWellFormed(xml: string): void {
  const open: string[] = []
  for (const [, close, name, rest] of xml.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*\s*\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
    } else if (!rest?.endsWith('/')) open.push(name as string)
  }
  const text = xml
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replaceAll(/<\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, '')
  if (open.length > 0) throw new Error(`<${open.at(-1)}> stays open`)
  if (/[<>]|&(?!(amp|lt|gt|quot);)/.test(text)) throw new Error('a sign that is no text')
}
