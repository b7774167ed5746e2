import { createHash, webcrypto } from 'node:crypto'
import { canonicalJson, hashOf, type Json } from '#lib/domain/canonical.ts'
import { type Signature, signatureHash, verifySignature } from '#lib/domain/signature.ts'
import { followsOn, partnerStanding } from '#lib/domain/standing.ts'
import { formerHashOf, reservingPartners } from '#lib/domain/statement.ts'
import { trailBreak } from '#lib/domain/trail.ts'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import { attachedDossier } from './attachment.ts'
import { currentOf, hasItsPlaces, type SealedDossier, sealedDossierSchema } from './dossier.ts'
import { dossierSealHolds, earlierSealsHold, pdfSealOf } from './seal.ts'

type Check = VerifyAnswer['checks'][number]
type Kind = VerifyAnswer['kind']
type Found = Pick<VerifyAnswer, 'statement' | 'partners' | 'signatures'>

/**
 * By whom a file may be sealed (certificates in DER): this installation, by its present or a former one; or, where somebody gives the certificate of
 * another installation, by that one alone.
 */
export type Sealers = { own: readonly Buffer[]; given: Buffer | null }

/** Stands in every file of ours many times, so that one changed byte never makes ours look like somebody else's. */
const MARK = 'mozaiekbord-'

/**
 * Looks at a file of any making and says what it is, whether it stands as it was sealed, and who signed. Never throws: what can't be
 * read is an answer too. `known-here` is for who knows the store to add.
 */
export async function verifyFile(file: Buffer, by: Sealers): Promise<VerifyAnswer> {
  const kind = kindOf(file)
  const ours = file.includes(MARK)
  if (kind === 'unknown') return answerOf(kind, ours ? 'changed' : 'unreadable')
  return kind === 'pdf' ? verifyPdf(file, by, ours) : verifyJson(file, by, ours)
}

/** By how it begins; when that is damaged, by what else tells a file of ours. */
function kindOf(file: Buffer): Kind {
  const start = file.subarray(0, 20).toString('latin1').trimStart()
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('{')) return 'json'
  if (!file.includes(MARK)) return 'unknown'
  return file.includes('startxref') && file.includes('endobj') ? 'pdf' : 'json'
}

const answerOf = (
  kind: Kind,
  verdict: VerifyAnswer['verdict'],
  checks: Check[] = [],
  found: Found = { statement: null, partners: [], signatures: [] },
): VerifyAnswer => ({ kind, verdict, checks, ...found })

/** Whether the certificate of a seal (null: the seal does not hold) is one of those that it may be. */
function sealerCheck(sealer: Buffer | null, { own, given }: Sealers): Check {
  const among = (certificates: readonly Buffer[]) => certificates.some(each => sealer?.equals(each) ?? false)
  return given === null
    ? { id: 'installation', passed: among(own) }
    : { id: 'given-certificate', passed: among([given]) }
}

async function verifyPdf(file: Buffer, by: Sealers, ours: boolean): Promise<VerifyAnswer> {
  const sealer = pdfSealOf(file)
  if (sealer === null && !ours) return answerOf('pdf', 'not-ours')
  const dossier = dossierIn(() => attachedDossier(file))
  const earlier = earlierSealsHold(file)
  const seal: Check[] = [
    { id: 'seal', passed: sealer !== null },
    sealerCheck(sealer, by),
    ...(earlier === null ? [] : [{ id: 'earlier-seals' as const, passed: earlier }]),
  ]
  if (!dossier) return answerOf('pdf', ours ? 'changed' : 'not-ours', seal)
  const inner = await dossierChecks(dossier)
  // The attached dossier is sealed too: by the same hand, or it was put there by another. So one sees whether pages or data changed.
  const same = sealer === null || dossier.seal.certificate === sealer.toString('hex')
  const attached: Check = { id: 'attached', passed: same && dossierSealHolds(dossier) }
  return judged('pdf', [...seal, attached, ...inner.checks], inner)
}

async function verifyJson(file: Buffer, by: Sealers, ours: boolean): Promise<VerifyAnswer> {
  const dossier = dossierIn(() => file)
  if (!dossier) return answerOf('json', ours ? 'changed' : 'unreadable')
  const inner = await dossierChecks(dossier)
  const checks: Check[] = [
    { id: 'seal', passed: dossierSealHolds(dossier) },
    sealerCheck(Buffer.from(dossier.seal.certificate, 'hex'), by),
    ...inner.checks,
  ]
  return judged('json', checks, inner)
}

/** Every check but the maker's says "changed" when it fails; a file that is whole but made elsewhere is not ours. */
function judged(kind: Kind, checks: Check[], found: Found): VerifyAnswer {
  const failed = checks.filter(check => !check.passed)
  const changed = failed.some(({ id }) => id !== 'installation' && id !== 'given-certificate')
  const verdict = changed ? 'changed' : failed.length > 0 ? 'not-ours' : 'intact'
  const { statement, partners, signatures } = found
  return answerOf(kind, verdict, checks, { statement, partners, signatures })
}

/** The dossier in canonical JSON, to the byte: another space or order is another file. Null when it isn't one. */
function dossierIn(read: () => Buffer): SealedDossier | null {
  try {
    const bytes = read()
    const json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as Json
    if (!Buffer.from(canonicalJson(json)).equals(bytes)) return null
    const dossier = sealedDossierSchema.parse(json)
    // Reading by the schema may trim; what is judged is what stands there.
    return canonicalJson(dossier as unknown as Json) === canonicalJson(json) ? dossier : null
  } catch {
    return null
  }
}

/** Whether every event follows from the one before it; of a dossier without a trail nothing is said. */
function trailCheck(dossier: SealedDossier): Check[] {
  if (dossier.format === 'mozaiekbord-dossier/1') return []
  const place = trailBreak(dossier.trail)
  return [{ id: 'trail', passed: place === null, ...(place === null ? {} : { place }) }]
}

/** Recomputes every hash and every signature of a dossier. */
async function dossierChecks(sealed: SealedDossier): Promise<{ checks: Check[] } & Found> {
  const dossier = currentOf(sealed)
  const { statement, statementHash, board, boardHash, signatories } = dossier
  const names = new Map(statement.partners.map(partner => [partner.id, partner.name]))
  const withdrawn = new Set(
    dossier.signatures.flatMap(({ declaration }) => ('of' in declaration ? declaration.of : [])),
  )
  const signatures = await Promise.all(
    dossier.signatures.map(async signature => {
      const { declaration } = signature
      const fits =
        declaration.statement === statementHash &&
        declaration.version === statement.version &&
        declaration.session === statement.session &&
        names.has(declaration.partner)
      return {
        ...told(signature, names.get(declaration.partner) ?? ''),
        valid: fits && (await verifySignature(signature, webcrypto.subtle as SubtleCrypto)),
        withdrawn: withdrawn.has(signatureHash(signature)),
      }
    }),
  )
  const boardFits =
    hashOf(board as unknown as Json) === boardHash &&
    statement.board === boardHash &&
    board.session === statement.session &&
    (board.format !== 'mozaiekbord-board/4' || board.previous === formerHashOf(statement))
  return {
    checks: [
      { id: 'statement-hash', passed: hashOf(statement as unknown as Json) === statementHash },
      { id: 'board-hash', passed: boardFits },
      {
        id: 'signatures',
        passed:
          hasItsPlaces(dossier) &&
          signatories.every(({ id }) => followsOn(id, dossier.signatures)) &&
          signatures.every(signature => signature.valid),
      },
      ...trailCheck(sealed),
    ],
    statement: {
      network: statement.network,
      title: statement.title,
      version: statement.version,
      hash: statementHash,
      former: formerHashOf(statement),
      reservedBy: reservingPartners(statement),
      frozenAt: statement.frozenAt,
    },
    partners: statement.partners.map(({ id, name }) => ({
      name,
      ...partnerStanding(id, signatories, dossier.signatures),
    })),
    signatures,
  }
}

function told({ declaration, publicKey }: Signature, partner: string) {
  const { name, function: role, decision, signedAt: at } = declaration
  const key = createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex')
  const common = { partner, name, function: role, decision, at, key }
  if (!('mandate' in declaration)) return { ...common, place: null, mandate: null }
  return { ...common, place: declaration.place, mandate: declaration.mandate }
}
