import { deflateSync, inflateSync } from 'node:zlib'
import { dictionaryOf, type PdfFile, readPdfFile, reference, streamOf, UnknownStructure } from './pdf-file.ts'

/** The name under which a statement's PDF carries its dossier. */
export const ATTACHMENT = 'mozaiekbord-verklaring.json'
/** Most bytes that an attachment may grow to when it is unpacked. */
const UNPACKED_MAX = 32 * 1024 * 1024

/**
 * The dossier that a PDF of ours carries, found by its catalogue (never by searching: text in the document may look like an
 * attachment). Throws UnknownStructure, or zlib's error, when there is none that can be read.
 */
export function attachedDossier(pdf: Buffer): Buffer {
  const file = readPdfFile(pdf)
  return unpack(file, embeddedIn(file))
}

/** The object that holds a PDF's dossier, and what it is to be instead: another dossier, as of `at`. */
export function otherDossier(file: PdfFile, dossier: string, at: Date): [number, string] {
  const bytes = Buffer.from(dossier)
  const raw = deflateSync(bytes)
  const date = `(D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z)`
  const head = `/Type /EmbeddedFile /Subtype /application#2Fjson /Filter /FlateDecode /Length ${raw.length}`
  const params = `/Params << /Size ${bytes.length} /ModDate ${date} >>`
  return [embeddedIn(file), `<< ${head} ${params} >>\nstream\n${raw.toString('latin1')}\nendstream`]
}

function embeddedIn(file: PdfFile): number {
  const catalogue = dictionaryOf(file, reference(file.trailer, 'Root'))
  const named = /\/EmbeddedFiles <<\s*\/Names \[\(([^)]*)\) (\d{1,10}) 0 R\]/.exec(catalogue)
  if (named?.[1] !== ATTACHMENT) throw new UnknownStructure('no dossier attached')
  return embedded(file, Number(named[2]))
}

function embedded(file: PdfFile, specification: number): number {
  const files = /\/EF <<([^>]*)>>/.exec(dictionaryOf(file, specification))?.[1]
  return reference(files ?? '', 'F')
}

function unpack(file: PdfFile, id: number): Buffer {
  const { raw, filter } = streamOf(file, id)
  if (filter === '') return raw
  if (filter !== 'FlateDecode') throw new UnknownStructure(`an attachment packed by ${filter}`)
  return inflateSync(raw, { maxOutputLength: UNPACKED_MAX })
}
