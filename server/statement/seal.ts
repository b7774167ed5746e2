import { createHash, createPublicKey, sign, verify, X509Certificate } from 'node:crypto'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import { encodeSignedData, readSignedData, signedAttributes } from './cms.ts'
import type { Dossier, SealedDossier } from './dossier.ts'
import { appendObjects, dictionaryOf, readPdfFile, reference } from './pdf-file.ts'
import type { SealKey } from './seal-key.ts'

/** Room for the signature in the PDF, in bytes; ours take some 900. */
const ROOM = 4096
/** Where the numbers of the byte range will stand: room for three of ten digits. */
const RANGE_ROOM = 36
const GAP = 'f'.repeat(ROOM * 2)

/** What a dossier's seal is over: all of it, and the certificate too, so that this can't be another either. */
const sealedBytes = (dossier: Dossier, certificate: string): Buffer =>
  Buffer.from(canonicalJson({ ...dossier, seal: { certificate } } as unknown as Json))

/** Seals a dossier: the installation's signature over its canonical form, and the certificate that proves it. */
export function sealDossier(dossier: Dossier, key: SealKey): SealedDossier {
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
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new TypeError('not a key of a seal')
  return key
}

/** A text as a PDF string: UTF-16 with its mark, in hexadecimal, so that no character of it means anything. */
const pdfText = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
const pdfDate = (at: Date): string => `(D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z)`

/** `name` is who seals, `reason` why, both for people; `at` the moment of sealing. */
export type Sealing = { name: string; reason: string; at: Date }

/**
 * Seals a PDF of our typesetter: an invisible PAdES baseline-B signature (ETSI.CAdES.detached) over the whole file, appended to
 * it. Throws UnknownStructure on other PDFs.
 */
export function sealPdf(pdf: Buffer, { privateKey, certificate }: SealKey, sealing: Sealing): Buffer {
  const open = withSignatureField(pdf, sealing)
  const start = open.lastIndexOf(`<${GAP}>`)
  const end = start + GAP.length + 2
  const range = `0 ${start} ${end} ${open.length - end}`.padEnd(RANGE_ROOM)
  open.write(range, open.lastIndexOf('/ByteRange [', start) + '/ByteRange ['.length, 'latin1')
  const digest = digestAround(open, start, end)
  const signature = sign('sha256', signedAttributes(certificate, digest), privateKey)
  const cms = encodeSignedData(certificate, digest, signature).toString('hex')
  if (cms.length > GAP.length) throw new RangeError('the seal is larger than its room')
  open.write(cms.padEnd(GAP.length, '0'), start + 1, 'latin1')
  return open
}

const digestAround = (bytes: Buffer, start: number, end: number): Buffer =>
  createHash('sha256').update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest()

function withSignatureField(pdf: Buffer, { name, reason, at }: Sealing): Buffer {
  const file = readPdfFile(pdf)
  const root = reference(file.trailer, 'Root')
  const catalogue = dictionaryOf(file, root)
  const page = Number(
    /\/Kids \[(\d+) 0 R/.exec(dictionaryOf(file, reference(catalogue, 'Pages')))?.[1] ?? Number.NaN,
  )
  const last = Math.max(...file.objects.keys())
  const [signature, field] = [last + 1, last + 2]
  const range = `/ByteRange [${' '.repeat(RANGE_ROOM)}]`
  const said = `/M ${pdfDate(at)} /Name ${pdfText(name)} /Reason ${pdfText(reason)}`
  const place = `/Rect [0 0 0 0] /F 132 /P ${page} 0 R`
  return appendObjects(
    file,
    new Map([
      [root, `<<${catalogue}/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n>>`],
      [page, `<<${withAnnotation(dictionaryOf(file, page), field)}>>`],
      [
        signature,
        `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${said}\n${range}\n/Contents <${GAP}>\n>>`,
      ],
      [
        field,
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${pdfText('Mozaïekbord')} /V ${signature} 0 R ${place} >>`,
      ],
    ]),
  )
}

function withAnnotation(page: string, field: number): string {
  return page.includes('/Annots [')
    ? page.replace('/Annots [', `/Annots [${field} 0 R `)
    : `${page}/Annots [${field} 0 R]\n`
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
    const { whole, certificate, signature } = readSignedData(
      Buffer.from(bytes.subarray(start + 1, end - 1).toString('latin1'), 'hex'),
    )
    const digest = digestAround(bytes, start, end)
    const again = encodeSignedData(certificate, digest, signature)
    const expected = `<${again.toString('hex').padEnd(end - start - 2, '0')}>`
    if (!whole.equals(again) || bytes.subarray(start, end).toString('latin1') !== expected) return null
    return verify('sha256', signedAttributes(certificate, digest), keyOf(certificate), signature)
      ? certificate
      : null
  } catch {
    return null
  }
}
