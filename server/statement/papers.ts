import { canonicalJson, hashOf, type Json } from '#lib/domain/canonical.ts'
import { documentMessages } from '#lib/i18n/document.ts'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import { ATTACHMENT } from './attachment.ts'
import { type Digest, printedDigest } from './digest.ts'
import { printedDocument } from './document.ts'
import type { Dossier } from './dossier.ts'
import { sealDossier, sealPdf } from './seal.ts'
import type { SealKey } from './seal-key.ts'
import type { Manuscript } from './typst.ts'
import { createWorkshop } from './workshop.ts'

/** The files that leave the installation, and the judgement of those that come back. */
export type Papers = {
  /** The sealed dossier in canonical JSON. */
  json(dossier: Dossier): string
  /**
   * The statement on A4, sealed, with the sealed dossier attached. `address` is where readers are sent to check it. Throws
   * WorkshopBusy or JobFailed.
   */
  pdf(dossier: Dossier, address: string): Promise<Buffer>
  /** The digest on A4: not sealed, for nothing is agreed by it. Throws WorkshopBusy or JobFailed. */
  digest(digest: Digest): Promise<Uint8Array>
  /** What a file is and whether it stands as it was sealed. Throws WorkshopBusy when there is too much to do. */
  verify(file: Uint8Array): Promise<VerifyAnswer>
  stop(): Promise<void>
}

/** Makes and judges files by the installation's own key. */
export function createPapers({ key, now }: { key: SealKey; now(): number }): Papers {
  const press = createWorkshop<Manuscript, Uint8Array>(new URL('typst-thread.ts', import.meta.url))
  const desk = createWorkshop<{ file: Uint8Array; certificate: Uint8Array }, VerifyAnswer>(
    new URL('verify-thread.ts', import.meta.url),
  )
  const json = (dossier: Dossier) => canonicalJson(sealDossier(dossier, key) as unknown as Json)
  const make = async (dossier: Dossier, address: string) => {
    const at = now()
    const document = JSON.stringify(await printedDocument(dossier, address))
    const inputs = { document, dossier: json(dossier), attachment: ATTACHMENT }
    const set = await press.run({ template: 'statement', inputs, at })
    const reason = documentMessages[dossier.statement.language].sealReason
    const name = `Mozaïekbord ${new URL(address).host}`
    return sealPdf(Buffer.from(set), key, { name, reason, at: new Date(at) })
  }
  const underway = new Map<string, Promise<Buffer>>()
  return {
    json,
    pdf(dossier, address) {
      // A whole room asks for the same file at the same moment: it is made once.
      const content = `${address} ${hashOf(dossier as unknown as Json)}`
      const made = underway.get(content) ?? make(dossier, address).finally(() => underway.delete(content))
      underway.set(content, made)
      return made
    },
    digest: digest => {
      const document = JSON.stringify(printedDigest(digest))
      return press.run({ template: 'digest', inputs: { document }, at: now() })
    },
    verify: file => desk.run({ file, certificate: key.certificate }),
    stop: async () => void (await Promise.all([press.stop(), desk.stop()])),
  }
}
