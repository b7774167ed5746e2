/**
 * The structure of a PDF file as our typesetter writes it (ISO 32000-1, 7.5): objects found by its cross-reference tables, further
 * sections appended. Files of other makers may be built otherwise; reading those throws UnknownStructure.
 */
export class UnknownStructure extends Error {}

/** `objects`: where each object starts, in bytes. `trailer` is the last section's; `sections`: how many there are. */
export type PdfFile = {
  bytes: Buffer
  objects: Map<number, number>
  trailer: string
  startxref: number
  sections: number
}

/** More sections than this no file of ours has: one for the text, one for its seal, and one for each time that more was signed. */
export const SECTIONS_MAX = 200
/** From so many bytes on nothing is added to a file, so that all of it can still be sent in to be checked. */
const GROWN_MAX = 16 * 1024 * 1024
const ENTRY = 20
/** Largest trailer, in bytes. Ours take some 300; each section has one, and a file made to keep us busy would have the same end for all. */
const TRAILER_MAX = 10_000

function must(match: RegExpExecArray | null, what: string): string {
  if (match?.[1] === undefined) throw new UnknownStructure(`no ${what}`)
  return match[1]
}

/** Reads the cross-reference tables from the last to the first; the last word on an object counts. */
export function readPdfFile(bytes: Buffer): PdfFile {
  const tail = bytes.subarray(Math.max(0, bytes.length - 200)).toString('latin1')
  const startxref = Number(must(/startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail), 'startxref'))
  const objects = new Map<number, number>()
  let trailer: string | null = null
  let at: number | null = startxref
  let sections = 0
  for (; at !== null; sections++) {
    if (sections === SECTIONS_MAX) throw new UnknownStructure('too many sections')
    const read: { trailer: string } = readSection(bytes, at, objects)
    trailer ??= read.trailer
    const former = /\/Prev (\d{1,10})/.exec(read.trailer)?.[1]
    at = former === undefined ? null : Number(former)
  }
  return { bytes, objects, trailer: trailer ?? '', startxref, sections }
}

/** Whether there is room in a file for one more section. */
export const mayGrow = ({ bytes, sections }: PdfFile): boolean =>
  sections < SECTIONS_MAX && bytes.length < GROWN_MAX

function readSection(bytes: Buffer, at: number, objects: Map<number, number>): { trailer: string } {
  if (bytes.subarray(at, at + 5).toString('latin1') !== 'xref\n') throw new UnknownStructure('no xref table')
  let position = at + 5
  while (true) {
    const line = bytes.subarray(position, position + 30).toString('latin1')
    if (line.startsWith('trailer')) break
    const head = /^(\d{1,10}) (\d{1,10})\r?\n/.exec(line)
    if (!head) throw new UnknownStructure('no xref section')
    const [whole, first, count] = [head[0], Number(head[1]), Number(head[2])]
    position += whole.length
    if (position + count * ENTRY > bytes.length) throw new UnknownStructure('a short xref table')
    for (let index = 0; index < count; index++, position += ENTRY) {
      const entry = bytes.subarray(position, position + ENTRY).toString('latin1')
      const offset = /^(\d{10}) \d{5} n/.exec(entry)?.[1]
      if (offset && !objects.has(first + index)) objects.set(first + index, Number(offset))
    }
  }
  const near = bytes.subarray(position, position + TRAILER_MAX)
  const end = near.indexOf('startxref')
  if (end < 0) throw new UnknownStructure('no startxref')
  return { trailer: near.subarray(0, end).toString('latin1') }
}

/** The text of an object's dictionary, without its outer brackets; of a stream, what stands before its bytes. */
export function dictionaryOf({ bytes, objects }: PdfFile, id: number): string {
  const { start, end } = extentOf(bytes, objects, id)
  const text = bytes.subarray(start, end).toString('latin1')
  const open = must(/^\d+ 0 obj\s*<<([\s\S]*)$/.exec(text), `dictionary of ${id}`)
  const close = open.lastIndexOf('>>')
  if (close < 0) throw new UnknownStructure(`object ${id} is open`)
  return open.slice(0, close)
}

function extentOf(bytes: Buffer, objects: Map<number, number>, id: number): { start: number; end: number } {
  const start = objects.get(id)
  if (start === undefined) throw new UnknownStructure(`no object ${id}`)
  const over = bytes.indexOf('endobj', start)
  const stream = bytes.indexOf('stream\n', start)
  const end = stream >= 0 && stream < over ? stream : over
  if (end < 0) throw new UnknownStructure(`object ${id} is open`)
  return { start, end }
}

/** The object that a dictionary names under a key ("/Root 5 0 R"). Throws when it names none. */
export function reference(dictionary: string, key: string): number {
  return Number(must(new RegExp(`/${key} (\\d{1,10}) 0 R`).exec(dictionary), key))
}

/** The bytes of a stream as they stand in the file, and the filter that they went through ('' for none). */
export function streamOf(file: PdfFile, id: number): { raw: Buffer; filter: string } {
  const head = dictionaryOf(file, id)
  const { end } = extentOf(file.bytes, file.objects, id)
  const length = Number(must(/\/Length (\d{1,10})\b(?! \d+ R)/.exec(head), 'length'))
  const start = end + 'stream\n'.length
  return { raw: file.bytes.subarray(start, start + length), filter: /\/Filter \/(\w+)/.exec(head)?.[1] ?? '' }
}

/** All that an object is, as it stands between `obj` and `endobj`: a stream's bytes are one letter each (latin1). */
export function insideOf(file: PdfFile, id: number): string {
  const { start, end } = extentOf(file.bytes, file.objects, id)
  const head = file.bytes
    .subarray(start, end)
    .toString('latin1')
    .replace(/^\d+ 0 obj\s*/, '')
  if (file.bytes.subarray(end, end + 6).toString('latin1') === 'endobj') return head.trimEnd()
  return `${head}stream\n${streamOf(file, id).raw.toString('latin1')}\nendstream`
}

/** The number that the first object to be added gets. */
export const nextNumber = ({ objects }: PdfFile): number => Math.max(...objects.keys()) + 1

/** Appends objects, by their number, as an incremental update with a table of its own. `body` is each object's inside. */
export function appendObjects(file: PdfFile, objects: ReadonlyMap<number, string>): Buffer {
  const pieces = ['\n']
  const offsets = new Map<number, number>()
  let at = file.bytes.length + 1
  const write = (piece: string) => {
    pieces.push(piece)
    at += piece.length
  }
  for (const [id, body] of objects) {
    offsets.set(id, at)
    write(`${id} 0 obj\n${body}\nendobj\n\n`)
  }
  const size = Math.max(...file.objects.keys(), ...objects.keys()) + 1
  const startxref = at
  write('xref\n')
  for (const [id, offset] of [...offsets].sort(([a], [b]) => a - b))
    write(`${id} 1\n${String(offset).padStart(10, '0')} 00000 n\r\n`)
  const inherited = ['Root', 'Info']
    .map(key => new RegExp(`/${key} \\d+ 0 R`).exec(file.trailer)?.[0])
    .concat(/\/ID \[[^\]]*\]/.exec(file.trailer)?.[0])
    .filter(entry => entry !== undefined)
  write(`trailer\n<<\n/Size ${size}\n${inherited.join('\n')}\n/Prev ${file.startxref}\n>>\n`)
  write(`startxref\n${startxref}\n%%EOF\n`)
  return Buffer.concat([file.bytes, Buffer.from(pieces.join(''), 'latin1')])
}
