import type { Context, Hono } from 'hono'
import type { BallotOutcome } from '#lib/domain/ballot-result.ts'
import { isIn } from '#lib/domain/participant.ts'
import { inOrderOf } from '#lib/domain/signing-place.ts'
import { type BoardContent, boardSnapshotSchema, contentOf } from '#lib/domain/snapshot.ts'
import { about } from '#lib/domain/standing.ts'
import { type Block, statementSchema } from '#lib/domain/statement.ts'
import { trailOf } from '#lib/domain/trail.ts'
import { boardFiles, mediaTypes, sealedByUs, statementFiles } from '#lib/protocol/files.ts'
import { readBallots } from '#server/session/ballot-view.ts'
import { Refused } from '#server/session/context.ts'
import { present } from '#server/session/present.ts'
import { currentOf, type Dossier, dossierJsonSchema, sealedDossierSchema } from '#server/statement/dossier.ts'
import type { Lying } from '#server/statement/lying.ts'
import { fileName, nameOfBoardFile } from '#server/statement/names.ts'
import type { Papers } from '#server/statement/papers.ts'
import { pemOf } from '#server/statement/pem.ts'
import type { SessionTransaction, Store } from '#server/store/store.ts'

import { asRefusal } from './made-files.ts'
import { ownAddress } from './own-addresses.ts'
import { PersonRate } from './person-rate.ts'

async function peopleIn(tx: SessionTransaction): Promise<Dossier['people']> {
  const people = (await tx.participants()).filter(each => isIn(each) || each.removed)
  return people.map(({ id, name, partner, role }) => ({ id, name, partner, role }))
}

/** Of these people who is named in what is taken along: who only was there, or wrote without a name, stays out of it. */
function named(people: Dossier['people'], content: Omit<Dossier, 'people'>): Dossier['people'] {
  const text = JSON.stringify(content)
  return people.filter(({ id }) => text.includes(id))
}

/** The votes whose outcome everybody saw. */
async function outcomesIn(tx: SessionTransaction): Promise<BallotOutcome[]> {
  const { hosted } = await tx.room()
  const electorate = { people: await tx.participants(), hosted, partners: await tx.partners() }
  return (await readBallots(tx, electorate))
    .filter(({ ballot }) => ballot.state === 'revealed')
    .map(({ ballot, shared }) => ({ ballot, ...shared }))
}

/** `ours`: what it holds was kept or sealed here. */
type Read = { dossier: Dossier; ours: boolean }
/** Refuses who has files made too often: what they hold is read where everybody waits. */
type Take = (who: string) => void

/** What a session was brought back from, as it came, with its name; null for a session that began here. */
async function readArchive(tx: SessionTransaction, participant: string) {
  const { session } = await present(tx, participant)
  const file = await tx.archiveFile()
  if (file === null || !session.statement) return null
  const { network, language } = session
  const { version } = session.statement
  return { file, name: fileName({ statement: { network, language, version } }, 'json') }
}

/**
 * The frozen statement with all that proves it: its text and hash, the board that it comes from, every signature so far, and the trail. For
 * everybody in the session; throws Refused `not-frozen` before the freeze.
 */
async function readDossier(tx: SessionTransaction, participant: string, take: Take): Promise<Read> {
  const { session } = await present(tx, participant)
  const archive = await tx.archive()
  // Anybody brings back a large file and comes in as many: all who read it have one share together.
  take(archive ? session.id : participant)
  const file = archive && (await tx.archiveFile())
  if (file) return { dossier: currentOf(sealedDossierSchema.parse(JSON.parse(file))), ours: archive.ours }
  const statement = session.statement && (await tx.snapshot(session.statement.hash))
  const board = session.board && (await tx.snapshot(session.board.hash))
  if (!statement || !board) throw new Refused('not-frozen')
  const { meeting } = await tx.room()
  const content: Omit<Dossier, 'people'> = {
    format: 'mozaiekbord-dossier/3',
    statement: statementSchema.parse(JSON.parse(statement.canonical)),
    statementHash: statement.hash,
    board: boardSnapshotSchema.parse(JSON.parse(board.canonical)),
    boardHash: board.hash,
    signatories: inOrderOf(await tx.partners(), await tx.signatories()).map(({ id, partner }) => ({
      id,
      partner,
    })),
    signatures: about(statement.hash, await tx.signatures()),
    session: {
      phase: session.phase,
      chosen: session.definition?.proposal ?? null,
      ...(meeting && { meeting }),
    },
    outcomes: await outcomesIn(tx),
    trail: trailOf(await tx.audit()),
  }
  return { dossier: { ...content, people: named(await peopleIn(tx), content) }, ours: true }
}

type Laid = {
  lying: Omit<Lying, 'board'>
  body: readonly Block[]
  board: BoardContent | readonly Uint8Array[]
}

/** What lies on the board at this moment, or as it was fixed; for everybody in the session: it shows no more than the board does. */
async function readLying(
  tx: SessionTransaction,
  participant: string,
  { at, take }: { at: number; take: Take },
): Promise<Laid> {
  const { session } = await present(tx, participant)
  take((await tx.archive()) ? session.id : participant)
  const { network, title, language } = session
  const lying = { network, title, language, partners: await tx.partners(), people: await peopleIn(tx) }
  const fixed = session.board && (await tx.snapshot(session.board.hash))
  const statement = session.statement && (await tx.snapshot(session.statement.hash))
  const body = statement ? statementSchema.parse(JSON.parse(statement.canonical)).body : []
  if (!fixed) return { lying: { ...lying, at }, body, board: (await tx.readDocument('board')).updates }
  const board = boardSnapshotSchema.parse(JSON.parse(fixed.canonical))
  return { lying: { ...lying, at: board.frozenAt }, body, board: contentOf(board) }
}

/** Files that one person, or all who read one archive, may have made at once, and then a second. */
const FILES = [30, 0.25] as const

type Ports = {
  store: Store
  papers: Papers
  publicUrl: string | null
  readBoard: (updates: readonly Uint8Array[]) => BoardContent
  now(): number
  asker: (context: Context, session: string) => string
}

/**
 * Gives the statement's PDF. From the first signature on it is the file that went out before, with what was signed since behind it: whoever
 * has an older one finds it back in the newer, seals and all.
 */
function grownPdf({ store, papers }: Ports) {
  return async (session: string, dossier: Dossier, address: string): Promise<Uint8Array> => {
    const { statementHash: statement, signatures } = dossier
    if (signatures.length === 0) return papers.pdf(dossier, address)
    const kept = await store.transaction(session, tx => tx.printed(address))
    const former = kept?.statement === statement ? kept : null
    if (former && former.signatures >= signatures.length) return former.file
    const file = await papers.pdf(dossier, address, former)
    // The one that went out is full, and stays as the last that all earlier ones are found back in.
    if (former && !startsWith(file, former.file)) return file
    const [told, events] = [signatures.length, dossier.trail.length]
    // Of two that were made at once the first counts, for everybody.
    const last = await store.transaction(session, async tx => {
      await tx.savePrinted({ address, statement, signatures: told, events, file })
      return tx.printed(address)
    })
    return last?.statement === statement ? last.file : file
  }
}

const startsWith = (file: Buffer, former: Uint8Array): boolean =>
  file.subarray(0, former.length).equals(former)

/** A made file as an answer: to be kept by the browser under this name, and by nobody on the way. */
function download(context: Context, made: Uint8Array, name: string, type: string): Response {
  return context.body(new Uint8Array(made), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

/** The statement, and what lies on the board, as files. */
export function exportRoutes(app: Hono, ports: Ports): void {
  const { store, papers, publicUrl, asker } = ports
  const pdfOf = grownPdf(ports)
  const rate = new PersonRate(...FILES)
  const take: Take = who => {
    if (!rate.take(who, performance.now())) throw new Refused('too-busy')
  }
  for (const ending of statementFiles)
    app.get(`/sessions/:session/export.${ending}`, async context => {
      const session = context.req.param('session')
      const participant = asker(context, session)
      if (ending === 'json') {
        // Sealed by whoever made it, which need not be us.
        const archive = await store.transaction(session, tx => readArchive(tx, participant))
        if (archive) return download(context, Buffer.from(archive.file), archive.name, mediaTypes.json)
      }
      const { dossier, ours } = await store.transaction(session, tx => readDossier(tx, participant, take))
      // Our seal says that this was signed here. Whoever has a key of their own can seal anything, and bring that back.
      if (!ours && (sealedByUs as readonly string[]).includes(ending)) throw new Refused('sealed-elsewhere')
      const address = publicUrl ?? ownAddress(context.req.header('host'))
      const anew = context.req.query('anew') !== undefined
      const make = async () => {
        if (ending !== 'pdf' && ending !== 'zip') return papers.statement(ending, dossier, address)
        const pdf = await (anew ? papers.pdf(dossier, address) : pdfOf(session, dossier, address))
        return ending === 'pdf' ? pdf : papers.whole(dossier, address, pdf)
      }
      const made = await make().catch(error => {
        throw asRefusal(error)
      })
      return download(context, made, fileName(dossier, ending), mediaTypes[ending])
    })
  for (const file of boardFiles)
    app.get(`/sessions/:session/${file}`, async context => {
      const session = context.req.param('session')
      const participant = asker(context, session)
      const at = ports.now()
      const laid = await store.transaction(session, tx => readLying(tx, participant, { at, take }))
      // Not within the transaction: others wait for that.
      const board = Array.isArray(laid.board) ? ports.readBoard(laid.board) : (laid.board as BoardContent)
      const lying = { ...laid.lying, board }
      const made = await papers.board(file, lying, laid.body).catch(error => {
        throw asRefusal(error)
      })
      const ending = file.split('.')[1] as 'csv' | 'svg' | 'png'
      return download(context, made, nameOfBoardFile(file, lying), mediaTypes[ending])
    })
}

/** For everybody: what the JSON of a statement holds, and the certificate that files are sealed with here. */
export function publicFiles(app: Hono, { papers }: Pick<Ports, 'papers'>): void {
  const schema = JSON.stringify(dossierJsonSchema())
  app.get('/dossier.schema.json', context =>
    context.body(schema, 200, { 'content-type': 'application/schema+json' }),
  )
  app.get('/certificate.pem', context =>
    context.body(pemOf(papers.certificate), 200, {
      'content-type': 'application/x-pem-file',
      'content-disposition': 'attachment; filename="mozaiekbord-certificaat.pem"',
    }),
  )
}
