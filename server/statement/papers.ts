import { canonicalJson, hashOf, type Json } from '#lib/domain/canonical.ts'
import { documentMessages } from '#lib/i18n/document.ts'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import { ATTACHMENT } from './attachment.ts'
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
  /** The statement on A4, sealed, with the sealed dossier attached. Throws WorkshopBusy or JobFailed. */
  pdf(dossier: Dossier): Promise<Buffer>
  /** What a file is and whether it stands as it was sealed. Throws WorkshopBusy when there is too much to do. */
  verify(file: Uint8Array): Promise<VerifyAnswer>
  stop(): Promise<void>
}

/** Makes and judges files by the installation's own key. `publicUrl` is where readers are sent to check them. */
export function createPapers(ports: { key: SealKey; publicUrl: string; now(): number }): Papers {
  const { key, publicUrl, now } = ports
  const press = createWorkshop<Manuscript, Uint8Array>(new URL('typst-thread.ts', import.meta.url))
  const desk = createWorkshop<{ file: Uint8Array; certificate: Uint8Array }, VerifyAnswer>(
    new URL('verify-thread.ts', import.meta.url),
  )
  const json = (dossier: Dossier) => canonicalJson(sealDossier(dossier, key) as unknown as Json)
  const make = async (dossier: Dossier) => {
    const at = now()
    const document = JSON.stringify(await printedDocument(dossier, publicUrl))
    const set = await press.run({ document, dossier: json(dossier), attachment: ATTACHMENT, at })
    const reason = documentMessages[dossier.statement.language].sealReason
    const name = `Mozaïekbord ${new URL(publicUrl).host}`
    return sealPdf(Buffer.from(set), key, { name, reason, at: new Date(at) })
  }
  const underway = new Map<string, Promise<Buffer>>()
  return {
    json,
    pdf(dossier) {
      // A whole room asks for the same file at the same moment: it is made once.
      const content = hashOf(dossier as unknown as Json)
      const made = underway.get(content) ?? make(dossier).finally(() => underway.delete(content))
      underway.set(content, made)
      return made
    },
    verify: file => desk.run({ file, certificate: key.certificate }),
    stop: async () => void (await Promise.all([press.stop(), desk.stop()])),
  }
}
