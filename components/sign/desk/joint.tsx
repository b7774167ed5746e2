'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { SIGNATORIES_PER_PARTNER_MAX } from '#lib/domain/signing-place.ts'
import { signatoryDeskMessages } from '#lib/i18n/signatory-desk.ts'
import type { Command } from '#lib/protocol/commands.ts'
import type { SignatoryView } from '#lib/protocol/session-view.ts'
import { NamedForm } from './named-form.tsx'

type Asking = { busy: boolean; send: (command: Command) => Promise<boolean> }

/** Asks one person more to sign for a partner, for who may sign together only. */
export function AnotherSignatory(props: Asking & { places: readonly SignatoryView[]; partner: string }) {
  const t = useMessages(signatoryDeskMessages)
  const { places, partner, busy, send } = props
  const [adding, setAdding] = useState(false)
  const [first] = places
  if (!first || places.length >= SIGNATORIES_PER_PARTNER_MAX) return null
  const add = async (named: NonNullable<SignatoryView['named']>) => {
    if (!(await send({ type: 'addSignatory', partner: first.partner, ...named }))) return false
    setAdding(false)
    return true
  }
  return (
    <section aria-labelledby="joint" className="flex flex-col items-start gap-3 border-t border-line pt-4">
      <h3 id="joint" className="text-lg font-bold">
        {t.joint}
      </h3>
      <p className="max-w-[65ch] text-muted">{t.jointHint(partner)}</p>
      {adding ? (
        <NamedForm named={null} title={t.another} action={t.add} busy={busy} onSave={add} />
      ) : (
        <Button onClick={() => setAdding(true)}>{t.another}</Button>
      )}
    </section>
  )
}

/** Asks one person fewer, after a question: their link ends by it. */
export function RemoveSignatory(props: Asking & { signatory: SignatoryView; onGone: () => void }) {
  const t = useMessages(signatoryDeskMessages)
  const { signatory, busy, send, onGone } = props
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    const { partner, id } = signatory
    if (await send({ type: 'removeSignatory', partner, signatory: id })) onGone()
  }
  if (!asking)
    return (
      <div>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {t.remove}
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{t.removeText}</p>
      <div className="flex flex-wrap gap-3">
        <Button variant="danger" disabled={busy} onClick={() => void remove()}>
          {t.removeSure}
        </Button>
        <Button onClick={() => setAsking(false)}>{t.keepSignatory}</Button>
      </div>
    </div>
  )
}
