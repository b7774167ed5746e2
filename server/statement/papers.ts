import type { Block } from '#lib/domain/statement.ts'
import type { BoardFile, StatementFile } from '#lib/protocol/files.ts'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import type { Digest } from './digest.ts'
import type { Dossier } from './dossier.ts'
import type { Lying } from './lying.ts'
import type { PressJob, WentOut } from './press.ts'
import type { SealKey } from './seal-key.ts'
import type { SessionFile } from './session-file.ts'
import type { VerifyJob } from './verify-thread.ts'
import { createWorkshop } from './workshop.ts'

/** The files that leave the installation, and the judgement of those that come back. What makes one throws WorkshopBusy or JobFailed. */
export type Papers = {
  /**
   * The statement in one of its formats. The JSON (canonical) is sealed, and so is the PDF, which carries it. `address` is where readers are
   * sent to check it.
   */
  statement(kind: Exclude<StatementFile, 'pdf' | 'zip'>, dossier: Dossier, address: string): Promise<Buffer>
  /** The statement's PDF; what was signed since `former` went out is added behind that while it has room, and its seals go on holding. */
  pdf(dossier: Dossier, address: string, former?: WentOut | null): Promise<Buffer>
  /** All files of a statement in one, with this PDF. */
  whole(dossier: Dossier, address: string, pdf: Uint8Array): Promise<Buffer>
  /** What lies on the board. `body`: the statement's text, once there is one. */
  board(kind: BoardFile, lying: Lying, body: readonly Block[]): Promise<Buffer>
  /** The digest on A4: not sealed, for nothing is agreed by it. */
  digest(digest: Digest): Promise<Buffer>
  /**
   * What a file is and whether it stands as it was sealed: here, or by the certificate (DER) of another installation that is given. Throws
   * WorkshopBusy when there is too much to do.
   */
  verify(file: Uint8Array, given?: Uint8Array | null): Promise<VerifyAnswer>
  /** The session of a file, if it can be brought back, read in a thread: anybody may ask. Throws WorkshopBusy. */
  sessionIn(file: Uint8Array): Promise<SessionFile>
  /** The certificate that files are sealed with now (DER). */
  certificate: Uint8Array
  stop(): Promise<void>
}

/** Which file this is: as long as nobody signs or does anything else that is told, it is the same. */
const nameOf = (
  kind: string,
  { statementHash, signatures, trail, session }: Dossier,
  address: string,
): string => [kind, address, statementHash, signatures.length, trail.at(-1)?.hash, session.phase].join(' ')

/** Makes and judges files by the installation's own key. */
export function createPapers({ key, now }: { key: SealKey; now(): number }): Papers {
  const press = createWorkshop<PressJob, Uint8Array>(new URL('press-thread.ts', import.meta.url))
  const desk = createWorkshop<VerifyJob, VerifyAnswer | SessionFile>(
    new URL('verify-thread.ts', import.meta.url),
  )
  const make = async (job: PressJob): Promise<Buffer> => Buffer.from(await press.run(job))
  const { former, ...seal } = key
  const own = [key.certificate, ...former]
  const underway = new Map<string, Promise<Buffer>>()
  /** A whole room asks for the same file at the same moment: it is made once. */
  const once = (job: Extract<PressJob, { dossier: Dossier }>, after = ''): Promise<Buffer> => {
    const name = `${nameOf(job.make, job.dossier, job.address)} ${after}`
    const made = underway.get(name) ?? make(job).finally(() => underway.delete(name))
    underway.set(name, made)
    return made
  }
  return {
    statement: (kind, dossier, address) => once({ make: kind, dossier, address, at: now(), seal }),
    pdf: (dossier, address, former = null) =>
      once(
        { make: 'pdf', former, dossier, address, at: now(), seal },
        former ? `after ${former.signatures}` : '',
      ),
    whole: (dossier, address, pdf) => once({ make: 'zip', pdf, dossier, address, at: now(), seal }),
    board: (kind, lying, body) =>
      make(kind === 'notes.csv' ? { make: kind, lying, body } : { make: kind, lying, at: now() }),
    digest: digest => make({ make: 'digest', digest, at: now() }),
    verify: (file, given = null) => desk.run({ as: 'file', file, own, given }) as Promise<VerifyAnswer>,
    sessionIn: file => desk.run({ as: 'session', file, own, given: null }) as Promise<SessionFile>,
    certificate: key.certificate,
    stop: async () => void (await Promise.all([press.stop(), desk.stop()])),
  }
}
