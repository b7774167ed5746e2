import { createHash } from 'node:crypto'
import QRCode from 'qrcode'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { DRAWING_HEIGHT, DRAWING_WIDTH } from '#lib/domain/drawing.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Language } from '#lib/domain/session.ts'
import { placeOf, type Signature } from '#lib/domain/signature.ts'
import { type Place, placesOf } from '#lib/domain/signing-place.ts'
import {
  isComplete,
  type PartnerState,
  partnerStanding,
  type Standing,
  standingOf,
} from '#lib/domain/standing.ts'
import {
  type Block,
  type Cell,
  formerHashOf,
  type Inline,
  type Reservation,
  reservationsOf,
} from '#lib/domain/statement.ts'
import { documentMessages } from '#lib/i18n/document.ts'
import { writtenMandate } from '#lib/i18n/signing-sentence.ts'
import { writtenDates, writtenDay, writtenTime } from './dates.ts'
import type { Dossier } from './dossier.ts'
import { hues } from './hues.ts'
import { lyingOf } from './lying.ts'
import { mosaicOf, type PrintedMosaic } from './mosaic.ts'
import { plainWords } from './plain-words.ts'
import { type PrintedBallot, printedBallots } from './printed-ballots.ts'
import { type PrintedTrail, printedTrail } from './printed-trail.ts'
import { annexOf, type PrintedAnnex } from './roots.ts'

/** What is set: plain data in the words of the page, read by `statement.typ`. Nothing in it is ever Typst's own code. */
export type PrintedDocument = {
  language: Language
  words: Record<string, string>
  title: string
  network: string
  subtitle: string
  dates: string
  version: string
  /** As of when that is how things stand, and where to find who answers after that; the latter empty when nobody can. */
  asOf: string
  status: string[]
  later: string
  definition: string
  partners: Pick<Partner, 'name' | 'kind'>[]
  body: PrintedBlock[]
  reservations: PrintedReservation[]
  signatures: PrintedSignature[]
  annex: PrintedAnnex
  ballots: PrintedBallot[]
  mosaic: PrintedMosaic
  mosaicNote: string
  trail: PrintedTrail
  hash: string
  boardHash: string
  /** Of the statement that this one follows; empty when there is none. */
  formerHash: string
  address: string
  qr: string
}
export type PrintedBlock =
  | { kind: 'heading'; level: number; colour: string | null; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][][] }
  /** `head`: its first row where that is one of headers alone; else empty, and all lies in `cells`, row by row. */
  | { kind: 'table'; columns: number; head: PrintedCell[]; cells: PrintedCell[] }
export type PrintedCell = { header: boolean; content: Inline[][] }
type PrintedReservation = { section: string; partner: string; text: string; by: string }
type Placed = {
  partner: string
  /** The how-manieth of those who sign together for the partner; empty where one person does. */
  joint: string
}
export type PrintedSignature = Placed & {
  state: Standing['state']
  name: string
  function: string
  /** By what right, and where; empty where it was not told. */
  mandate: string
  place: string
  reason: string
  /** What was withdrawn, in a sentence; empty when nothing was. */
  withdrawn: string
  day: string
  time: string
  key: string
  /** The drawn signature as an SVG; empty when there is none. */
  drawn: string
}

/** Puts a dossier in the words of its session's language. `address` is where we are reached, so that a reader can check the file; `at` is now (ms). */
export async function printedDocument(
  dossier: Dossier,
  address: string,
  at: number,
): Promise<PrintedDocument> {
  const { statement, signatories, signatures } = dossier
  const { language, network, title } = statement
  const t = documentMessages[language]
  const verify = `${address}/verify`
  return {
    language,
    words: { ...plainWords(t), qr: t.qr(verify) },
    title: t.documentTitle(network),
    network,
    subtitle: title === network ? '' : title,
    dates: writtenDates(statement.dates, language),
    version: t.version(statement.version, writtenDay(statement.frozenAt, language)),
    asOf: asOf(at, language),
    status: status(dossier),
    later: isComplete(statement.partners, signatories, signatures) ? '' : t.later,
    definition: statement.definition.text,
    partners: statement.partners.map(({ name, kind }) => ({ name, kind })),
    body: withoutSkips(statement.body.map(printedBlock)),
    reservations: reservationsOf(statement).map(each => printedReservation(each, language)),
    signatures: signatories.map(place =>
      printedSignature(placed(dossier, place), standingOf(place.id, signatures), language),
    ),
    annex: annexOf(dossier),
    ballots: printedBallots(dossier),
    mosaic: mosaicOf(lyingOf(dossier), 0),
    mosaicNote: mosaicNote(dossier),
    trail: printedTrail(dossier),
    hash: dossier.statementHash,
    boardHash: dossier.boardHash,
    formerHash: formerHashOf(statement) ?? '',
    address: verify,
    qr: await QRCode.toString(verify, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
  }
}

/** How much lies on the picture, and of how many. */
function mosaicNote({ statement, board }: Dossier): string {
  const brought = new Set(board.notes.flatMap(({ partner }) => partner ?? []))
  const t = documentMessages[statement.language]
  return t.mosaicNote(board.notes.length, brought.size, writtenDay(board.frozenAt, statement.language))
}

/** Who signed and who did not, in sentences; never that all did when one did not. */
function status({ statement: { partners, language }, signatories, signatures }: Dossier): string[] {
  const t = documentMessages[language]
  const states = partners.map(({ id }) => partnerStanding(id, signatories, signatures).state)
  const count = (state: PartnerState) => states.filter(each => each === state).length
  const [signed, declined, withdrawn] = [count('signed'), count('declined'), count('withdrawn')]
  const [partly, open] = [count('partly'), count('open')]
  if (signed === partners.length && signed > 0) return [t.complete(signed)]
  return [
    t.incomplete,
    t.signedCount(signed, partners.length),
    ...(partly > 0 ? [t.partlyCount(partly)] : []),
    ...(declined > 0 ? [t.declinedCount(declined)] : []),
    ...(withdrawn > 0 ? [t.withdrawnCount(withdrawn)] : []),
    ...(open > 0 ? [t.openCount(open)] : []),
  ]
}

const asOf = (at: number, language: Language): string =>
  documentMessages[language].asOf(writtenDay(at, language), writtenTime(at, language))

/** What is added behind a PDF that went out before: what was declared since, and the events by which that came. */
export type PrintedAddition = Pick<
  PrintedDocument,
  'language' | 'words' | 'title' | 'network' | 'version' | 'asOf' | 'status' | 'signatures' | 'trail' | 'hash'
> & { heading: string; note: string; first: number }

/** `since`: how many signatures and events stand in what went out before; `first`: the number of the first page behind it. */
export function printedAddition(
  dossier: Dossier,
  since: { signatures: number; events: number },
  { first, at }: { first: number; at: number },
): PrintedAddition {
  const { statement, signatures } = dossier
  const { language, network } = statement
  const t = documentMessages[language]
  const places = new Map(dossier.signatories.map(place => [place.id, place]))
  const later = signatures.slice(since.signatures).flatMap(({ declaration }, index) => {
    const place = places.get(placeOf(declaration))
    const known = signatures.slice(0, since.signatures + index + 1)
    return place ? [printedSignature(placed(dossier, place), standingOf(place.id, known), language)] : []
  })
  const day = writtenDay(at, language)
  return {
    ...{ language, network, first, words: plainWords(t), title: t.documentTitle(network) },
    version: t.version(statement.version, writtenDay(statement.frozenAt, language)),
    heading: t.laterTitle,
    note: t.laterNote(day, writtenTime(at, language)),
    asOf: asOf(at, language),
    status: status(dossier),
    signatures: later,
    trail: printedTrail({ ...dossier, trail: dossier.trail.slice(since.events) }),
    hash: dossier.statementHash,
  }
}

function printedBlock(block: Block): PrintedBlock {
  if (block.type === 'paragraph') return { kind: 'paragraph', content: block.content }
  if (block.type === 'table') return printedTable(block.rows)
  if (block.type !== 'heading')
    return {
      kind: 'list',
      ordered: block.type === 'orderedList',
      items: block.items.map(item => item.map(paragraph => paragraph.content)),
    }
  const bouwsteen = statementTemplate.sections.find(({ id }) => id === block.section)?.bouwstenen[0]
  const colour = bouwsteen ? hues[bouwsteen].accent : null
  return { kind: 'heading', level: block.level, colour, content: block.content }
}

/** A heading below a section's is one of a section where none stands above it: who hears the page read goes from one level to the next. */
function withoutSkips(body: PrintedBlock[]): PrintedBlock[] {
  const first = body.findIndex(block => block.kind === 'heading' && block.level === 2)
  return body.map((block, index) =>
    block.kind === 'heading' && (first < 0 || index < first) ? { ...block, level: 2 } : block,
  )
}

function printedTable(rows: readonly Cell[][]): PrintedBlock {
  const printed = rows.map(row =>
    row.map(({ header, content }) => ({ header, content: content.map(each => each.content) })),
  )
  const [first = []] = printed
  const head = first.every(({ header }) => header) ? first : []
  return { kind: 'table', columns: first.length, head, cells: printed.flat().slice(head.length) }
}

function printedReservation(
  { title, partner, text, by, at, changed, entered }: Reservation,
  language: Language,
): PrintedReservation {
  const t = documentMessages[language]
  const told = (entered ? t.enteredBy : t.reservedBy)(by, writtenDay(at, language))
  return {
    section: title || t.beforeSections,
    partner,
    text,
    by: changed ? `${told} ${t.reservedBefore}` : told,
  }
}

/** For which partner a place is, and where more sign for it the how-manieth of them it is. */
function placed({ statement, signatories }: Dossier, { id, partner }: Place): Placed {
  const places = placesOf(partner, signatories)
  const at = places.findIndex(each => each.id === id) + 1
  return {
    partner: statement.partners.find(each => each.id === partner)?.name ?? '',
    joint: places.length > 1 ? documentMessages[statement.language].joint(at, places.length) : '',
  }
}

function printedSignature(
  { partner, joint }: Placed,
  { state, last, withdrawn }: Standing,
  language: Language,
): PrintedSignature {
  const nothing = { mandate: '', place: '', reason: '', withdrawn: '', drawn: '' }
  if (!last) return { partner, joint, state, ...nothing, name: '', function: '', day: '', time: '', key: '' }
  const { declaration, publicKey } = last
  const { name, function: role, signedAt } = declaration
  const [day, time] = [writtenDay(signedAt, language), writtenTime(signedAt, language)]
  const common = {
    partner,
    joint,
    state,
    ...nothing,
    name,
    function: role,
    day,
    time,
    key: fingerprint(publicKey),
  }
  if (declaration.decision !== 'signs')
    return {
      ...common,
      reason: declaration.reason,
      withdrawn: withdrawn ? withdrawnSentence(withdrawn, language) : '',
    }
  if (declaration.format === 'mozaiekbord-signature/1') return common
  const { place, mandate, drawn } = declaration
  return { ...common, place, mandate: writtenMandate(mandate, language), drawn: drawn ? svgOf(drawn) : '' }
}

function withdrawnSentence({ declaration }: Signature, language: Language): string {
  const t = documentMessages[language]
  const say = declaration.decision === 'signs' ? t.firstSigned : t.firstDeclined
  return say(declaration.name, writtenDay(declaration.signedAt, language))
}

/** Nothing but digits and the letters of a path fits in a drawing, so it can be put in as it is. */
const svgOf = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}"><path d="${path}" fill="none" stroke="#221811" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`

/** The first 64 bits of a key's SHA-256, in groups that a person can compare. The whole key is in the attached dossier. */
function fingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex')
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}
