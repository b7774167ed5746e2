import type { Letter } from '#lib/domain/signatory.ts'
import { type At, placeAt } from '#lib/domain/signing-place.ts'
import { letter } from '#lib/i18n/letter.ts'
import type { Store } from '#server/store/store.ts'

type Mail = { to: { name: string; address: string }; subject: string; text: string }
export type LetterPorts = {
  store: Store
  announce(session: string): Promise<void>
  send(mail: Mail): Promise<void>
  /** Where people reach us: the personal links lead there. */
  publicUrl: string
  /** Told when a letter was not taken, without its words and to whom it was. */
  failed(session: string, error: unknown): void
}

/** Mails the letters of a signatory that wait to be, and notes how that went. Never rejects. */
export function createPostman(ports: LetterPorts): (session: string, at: At) => Promise<void> {
  return async (session, at) => {
    try {
      const mail = await ports.store.transaction(session, tx => mailOf(ports, tx, at))
      if (!mail) return
      const state = await ports.send(mail).then(
        () => 'sent' as const,
        error => {
          ports.failed(session, error)
          return 'failed' as const
        },
      )
      await ports.store.transaction(session, async tx => {
        const signatory = placeAt(await tx.signatories(), at)
        if (!signatory) return
        const done = (one: Letter): Letter => (one.state === 'sending' ? { ...one, state } : one)
        await tx.saveSignatory({ ...signatory, letters: signatory.letters.map(done) })
      })
      await ports.announce(session)
    } catch (error) {
      ports.failed(session, error)
    }
  }
}

async function mailOf(
  { publicUrl }: LetterPorts,
  tx: Parameters<Parameters<Store['transaction']>[1]>[0],
  at: At,
): Promise<Mail | null> {
  const record = await tx.session()
  const signatory = placeAt(await tx.signatories(), at)
  const partner = (await tx.partners()).find(({ id }) => id === signatory?.partner)
  const waiting = signatory?.letters.findLast(({ state }) => state === 'sending')
  if (!record || !partner || !signatory?.named?.email || !waiting) return null
  const { name, email } = signatory.named
  const facts = {
    ...{ kind: waiting.kind, network: record.network, partner: partner.name, name },
    ...{ link: `${publicUrl}/sign/${signatory.token}`, signBy: await tx.signBy() },
  }
  return { to: { name, address: email }, ...letter(record.language, facts) }
}
