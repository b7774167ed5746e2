import { createHash, createPublicKey, sign, verify, X509Certificate } from 'node:crypto'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import { encodeSignedData, readSignedData, signedAttributes } from './cms.ts'
import type { AnyDossier, Dossier, SealedDossier } from './dossier.ts'
import { appendObjects, dictionaryOf, nextNumber, type PdfFile, readPdfFile, reference } from './pdf-file.ts'
import type { Addition } from './pdf-pages.ts'
import { asUniversal, tagField } from './pdf-ua.ts'
import type { KeyFile } from './pkcs12.ts'

/** Room for the signature in the PDF, in bytes, beside its certificates; ours take some 400, and RSA's 900. */
const ROOM = 3072
/** Where the numbers of the byte range will stand: room for three of ten digits. */
const RANGE_ROOM = 36
const gapFor = ({ certificate, chain }: KeyFile): string => {
  const all = [certificate, ...chain].reduce((sum, each) => sum + each.length, 0)
  return 'f'.repeat((ROOM + all) * 2)
}

/** What a dossier's seal is over: all of it, and the certificate too, so that this can't be another either. */
const sealedBytes = (dossier: AnyDossier, certificate: string): Buffer =>
  Buffer.from(canonicalJson({ ...dossier, seal: { certificate } } as unknown as Json))

/** Seals a dossier: the installation's signature over its canonical form, and the certificate that proves it. */
export function sealDossier(dossier: Dossier, key: KeyFile): SealedDossier {
  const certificate = key.certificate.toString('hex')
  const signing = { key: key.privateKey, dsaEncoding: 'ieee-p1363' } as const
  const signature = sign('sha256', sealedBytes(dossier, certificate), signing).toString('hex')
  return { ...dossier, seal: { certificate, signature } }
}

/** Whether the seal belongs to the dossier and to the certificate that it brings. Never throws. */
export function dossierSealHolds({ seal, ...dossier }: SealedDossier): boolean {
  try {
    const key = { key: keyOf(Buffer.from(seal.certificate, 'hex')), dsaEncoding: 'ieee-p1363' } as const
    return verify('sha256', sealedBytes(dossier, seal.certificate), key, Buffer.from(seal.signature, 'hex'))
  } catch {
    return false
  }
}

function keyOf(certificate: Buffer) {
  const key = createPublicKey(
    new X509Certificate(certificate).publicKey.export({ format: 'pem', type: 'spki' }),
  )
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {}
  if (namedCurve !== 'prime256v1' && modulusLength < 2048) throw new TypeError('not a key of a seal')
  return key
}

/** A text as a PDF string: UTF-16 with its mark, in hexadecimal, so that no character of it means anything. */
const pdfText = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
const pdfDate = (at: Date): string => `(D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z)`

/** `name` is who seals, `reason` why, both for people; `at` the moment of sealing. `addition`: what is appended and sealed with it. */
export type Sealing = { name: string; reason: string; at: Date; addition?: Addition }

/**
 * Seals a PDF of our typesetter: an invisible PAdES baseline-B signature (ETSI.CAdES.detached) over the whole file, appended to
 * it. A PDF that was sealed before is sealed once more: no byte of it changes, so that its earlier seals go on holding. Throws
 * UnknownStructure on other PDFs.
 */
export function sealPdf(pdf: Buffer, key: KeyFile, sealing: Sealing): Buffer {
  const gap = gapFor(key)
  const open = withSignatureField(pdf, sealing, gap)
  const start = open.lastIndexOf(`<${gap}>`)
  const end = start + gap.length + 2
  const range = `0 ${start} ${end} ${open.length - end}`.padEnd(RANGE_ROOM)
  open.write(range, open.lastIndexOf('/ByteRange [', start) + '/ByteRange ['.length, 'latin1')
  const digest = digestAround(open, start, end)
  const signature = sign('sha256', signedAttributes(key, digest), key.privateKey)
  const cms = encodeSignedData(key, digest, signature).toString('hex')
  if (cms.length > gap.length) throw new RangeError('the seal is larger than its room')
  open.write(cms.padEnd(gap.length, '0'), start + 1, 'latin1')
  return open
}

const digestAround = (bytes: Buffer, start: number, end: number): Buffer =>
  createHash('sha256').update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest()

function withSignatureField(pdf: Buffer, { name, reason, at, addition }: Sealing, gap: string): Buffer {
  const file = readPdfFile(pdf)
  const root = reference(file.trailer, 'Root')
  const catalogue = dictionaryOf(file, root)
  const objects = new Map(addition?.objects)
  const page = addition?.page ?? firstPage(file, catalogue)
  const inside = objects.get(page)?.trim().slice(2, -2) ?? dictionaryOf(file, page)
  const last = Math.max(nextNumber(file) - 1, ...objects.keys())
  const [signature, field, element] = [last + 1, last + 2, last + 3]
  const fields = sealFields(catalogue)
  const title = fields.length === 0 ? 'Mozaïekbord' : `Mozaïekbord ${fields.length + 1}`
  const all = [...fields, field].map(each => `${each} 0 R`).join(' ')
  const range = `/ByteRange [${' '.repeat(RANGE_ROOM)}]`
  const said = `/M ${pdfDate(at)} /Name ${pdfText(name)} /Reason ${pdfText(reason)}`
  const place = `/Rect [0 0 0 0] /F 132 /P ${page} 0 R`
  const form = `/AcroForm << /Fields [${all}] /SigFlags 3 >>`
  const known = fields.length === 0 ? asUniversal(file, objects, catalogue) : catalogue
  objects.set(root, `<<${known.replace(/\/AcroForm <<[^>]*>>\s*/, '')}${form}\n>>`)
  objects.set(page, `<<${withAnnotation(inside, field)}>>`)
  const tag = `${tagField(file, objects, { field, page, element })} /TU ${pdfText(reason)}`
  // Last of all, so that the latest seal is found at the end.
  objects.set(
    field,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${pdfText(title)} /V ${signature} 0 R ${place} ${tag} >>`,
  )
  objects.set(
    signature,
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${said}\n${range}\n/Contents <${gap}>\n>>`,
  )
  return appendObjects(file, objects)
}

const firstPage = (file: PdfFile, catalogue: string): number =>
  Number(/\/Kids \[(\d+) 0 R/.exec(dictionaryOf(file, reference(catalogue, 'Pages')))?.[1] ?? Number.NaN)

/** The fields of the seals that a catalogue names, the first that was set first. */
const sealFields = (catalogue: string): number[] =>
  [...(/\/AcroForm << \/Fields \[([^\]]*)\]/.exec(catalogue)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
    ([, id]) => Number(id),
  )

function withAnnotation(page: string, field: number): string {
  const ordered = page.includes('/Tabs ') ? page : `${page}/Tabs /S\n`
  return ordered.includes('/Annots [')
    ? ordered.replace('/Annots [', `/Annots [${field} 0 R `)
    : `${ordered}/Annots [${field} 0 R]\n`
}

/**
 * Whose certificate sealed this PDF, when every byte of it stands as it was sealed; null when anything doesn't. The signature
 * must cover the file to its end, and what the digest leaves out must be, byte for byte, what we would write there.
 */
export function pdfSealOf(bytes: Buffer): Buffer | null {
  try {
    const at = bytes.lastIndexOf('/ByteRange [')
    const written = bytes.subarray(at, at + 60).toString('latin1')
    const range = /^\/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]/.exec(written)
    const [start, end, rest] = [Number(range?.[1]), Number(range?.[2]), Number(range?.[3])]
    if (at < 0 || !range || !(at < start && start < end) || end + rest !== bytes.length) return null
    const { whole, certificate, chain, signature } = readSignedData(
      Buffer.from(bytes.subarray(start + 1, end - 1).toString('latin1'), 'hex'),
    )
    const digest = digestAround(bytes, start, end)
    const again = encodeSignedData({ certificate, chain }, digest, signature)
    const expected = `<${again.toString('hex').padEnd(end - start - 2, '0')}>`
    if (!whole.equals(again) || bytes.subarray(start, end).toString('latin1') !== expected) return null
    return verify('sha256', signedAttributes({ certificate, chain }, digest), keyOf(certificate), signature)
      ? certificate
      : null
  } catch {
    return null
  }
}

/**
 * Whether each seal but the last holds over the file as it was then, which is how the file begins; null when there is but one. Never throws.
 */
export function earlierSealsHold(bytes: Buffer): boolean | null {
  try {
    const file = readPdfFile(bytes)
    const fields = sealFields(dictionaryOf(file, reference(file.trailer, 'Root')))
    if (fields.length < 2) return null
    return fields.slice(0, -1).every(field => {
      const seal = dictionaryOf(file, reference(dictionaryOf(file, field), 'V'))
      const range = /\/ByteRange \[0 \d{1,10} (\d{1,10}) (\d{1,10}) *\]/.exec(seal)
      return pdfSealOf(bytes.subarray(0, Number(range?.[1]) + Number(range?.[2]))) !== null
    })
  } catch {
    return false
  }
}
