import type { KeyObject } from 'node:crypto'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import type { Block } from '#lib/domain/statement.ts'
import { documentMessages } from '#lib/i18n/document.ts'
import type { StatementFile } from '#lib/protocol/files.ts'
import { ATTACHMENT, otherDossier } from './attachment.ts'
import { type Digest, printedDigest } from './digest.ts'
import { printedAddition, printedDocument } from './document.ts'
import type { Dossier } from './dossier.ts'
import { type Lying, lyingOf } from './lying.ts'
import { mosaicOf } from './mosaic.ts'
import { type WholeFile, wholeFiles, wholeOf } from './offline/whole.ts'
import { mayGrow, readPdfFile } from './pdf-file.ts'
import { addedPages, pagesIn } from './pdf-pages.ts'
import { pngOf } from './raster.ts'
import { sealDossier, sealPdf } from './seal.ts'
import { articleOf } from './text/article.ts'
import { docxOf } from './text/docx.ts'
import { markdownOf } from './text/markdown.ts'
import { notesCsv } from './text/notes-csv.ts'
import { odtOf } from './text/odt.ts'
import { element, escaped } from './text/xml.ts'
import { createTypst } from './typst.ts'

/** The installation's seal as it goes to the thread: KeyObjects may, private bytes need not. */
type Seal = { privateKey: KeyObject; certificate: Uint8Array; chain: readonly Uint8Array[] }
/** `address` is where readers are sent to check a file, `at` the moment of making (ms). */
type OfStatement = { dossier: Dossier; address: string; at: number; seal: Seal }
/** A PDF of the statement that went out before, with so many signatures and events in it. */
export type WentOut = { file: Uint8Array; signatures: number; events: number }

export type PressJob =
  | ({ make: Exclude<StatementFile, 'pdf' | 'zip'> } & OfStatement)
  /** `former`: what later signatures are added to; null: the PDF begins here. */
  | ({ make: 'pdf'; former: WentOut | null } & OfStatement)
  /** `pdf`: the one that goes along in it. */
  | ({ make: 'zip'; pdf: Uint8Array } & OfStatement)
  /** `body`: the statement's text, once there is one. */
  | { make: 'notes.csv'; lying: Lying; body: readonly Block[] }
  | { make: 'mosaic.svg' | 'mosaic.png'; lying: Lying; at: number }
  | { make: 'digest'; digest: Digest; at: number }

/** Most letters in a drawing of the mosaic, which takes some 100 bytes for each. */
const DRAWN_MAX = 300_000
/** Most letters in a picture of it: on a board with more of them none can be read. */
const PAINTED_MAX = 60_000

const keyOf = ({ privateKey, certificate, chain }: Seal) => ({
  privateKey,
  certificate: Buffer.from(certificate),
  chain: chain.map(each => Buffer.from(each)),
})

/** A picture with its words, for who does not see it, and without the typesetter's indents: a third of the file. */
const titled = (svg: string, { words, language }: { words: string; language: string }): string =>
  svg
    .replaceAll(/>\s+</g, '>\n<')
    .replace(
      /<svg([^>]*)>/,
      (_, attributes: string) =>
        `<svg${attributes} role="img" xml:lang="${language}">${element('title', {}, escaped(words))}`,
    )

const sealed = (dossier: Dossier, seal: Seal): string =>
  canonicalJson(sealDossier(dossier, keyOf(seal)) as unknown as Json)

/** A PDF goes further than the room: the file in it has no names but those in the text, no reasons of votes, and not where the room meets again. */
const forEverybody = (dossier: Dossier): Dossier => ({
  ...dossier,
  session: { phase: dossier.session.phase, chosen: dossier.session.chosen },
  people: [],
  outcomes: dossier.outcomes.map(({ tally, ...rest }) => ({
    ...rest,
    tally: tally && {
      ...tally,
      casters: [],
      options: tally.options.map(option => ({ ...option, reasons: [] })),
    },
  })),
})

/** Gives a function that makes files, on this thread. It throws NoTypesetter for what needs one where there is none. */
export function createPress(): (job: PressJob) => Promise<Uint8Array> {
  let typeset: ReturnType<typeof createTypst> | undefined
  const set: ReturnType<typeof createTypst> = manuscript => {
    typeset ??= createTypst()
    return typeset(manuscript)
  }
  const attachedTo = ({ dossier, seal }: OfStatement) => sealed(forEverybody(dossier), seal)
  const sealer = ({ address }: OfStatement) => `Mozaïekbord ${new URL(address).host}`
  const firstPdf = async (job: OfStatement) => {
    const { dossier, address, at, seal } = job
    const document = JSON.stringify(await printedDocument(dossier, address, at))
    const inputs = { document, dossier: attachedTo(job), attachment: ATTACHMENT }
    const reason = documentMessages[dossier.statement.language].sealReason
    const sealing = { name: sealer(job), reason, at: new Date(at) }
    return sealPdf(set({ template: 'statement', inputs, at }), keyOf(seal), sealing)
  }
  /** The same file with what was signed since behind it: no byte of it changes, so that its seals go on holding. A full one is set anew. */
  const laterPdf = (job: OfStatement, { file, ...since }: WentOut) => {
    const { dossier, at, seal } = job
    const former = Buffer.from(file)
    const there = readPdfFile(former)
    if (!mayGrow(there)) return firstPdf(job)
    const printed = printedAddition(dossier, since, { first: pagesIn(there) + 1, at })
    const pages = set({ template: 'later', inputs: { document: JSON.stringify(printed) }, at })
    const addition = addedPages(there, readPdfFile(pages))
    addition.objects.set(...otherDossier(there, attachedTo(job), new Date(at)))
    const reason = documentMessages[dossier.statement.language].laterReason
    return sealPdf(former, keyOf(seal), { name: sealer(job), reason, at: new Date(at), addition })
  }
  const svg = (lying: Lying, at: number, letters: number): string => {
    const drawn = { ...mosaicOf(lying, letters), language: lying.language }
    const picture = set({ template: 'picture', inputs: { document: JSON.stringify(drawn) }, at })
    return titled(picture.toString(), drawn)
  }
  const article = async ({ dossier, address, at }: OfStatement) =>
    articleOf(await printedDocument(dossier, address, at))
  const whole = async ({ pdf, ...job }: OfStatement & { pdf: Uint8Array }) => {
    const { dossier, at } = job
    const lying = lyingOf(dossier)
    const made = { pdf } as Record<WholeFile, Uint8Array>
    for (const file of wholeFiles)
      if (file !== 'pdf')
        made[file] = await press({ ...job, lying, body: dossier.statement.body, make: file })
    return wholeOf(dossier, made, {
      address: job.address,
      certificate: job.seal.certificate,
      at: new Date(at),
    })
  }
  const press = async (job: PressJob): Promise<Uint8Array> => {
    switch (job.make) {
      case 'pdf':
        return job.former ? laterPdf(job, job.former) : firstPdf(job)
      case 'docx':
        return docxOf(await article(job), new Date(job.at))
      case 'odt':
        return odtOf(await article(job), new Date(job.at))
      case 'md':
        return Buffer.from(markdownOf(await article(job)))
      case 'json':
        return Buffer.from(sealed(job.dossier, job.seal))
      case 'notes.csv':
        return Buffer.from(notesCsv(job.lying, job.body))
      case 'mosaic.svg':
        return Buffer.from(svg(job.lying, job.at, DRAWN_MAX))
      case 'mosaic.png':
        return pngOf(svg(job.lying, job.at, PAINTED_MAX))
      case 'digest': {
        const document = JSON.stringify(printedDigest(job.digest))
        return set({ template: 'digest', inputs: { document }, at: job.at })
      }
      case 'zip':
        return whole(job)
    }
  }
  return press
}
