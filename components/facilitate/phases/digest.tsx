'use client'
import { useId, useState } from 'react'
import { getText, useRefusalText } from '#components/live/api.ts'
import { useSession } from '#components/live/session.tsx'
import { BoardFiles } from '#components/statement/export-links.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { digestMessages } from '#lib/i18n/digest.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** Whether the first day has brought what there is to send round: from when it is looked at together until the lines are laid. */
export function isHarvested({ step, programme, session }: SessionView): boolean {
  if (session.phase === 'order' || step?.step.day === 'between') return true
  const day = programme?.steps.filter(({ day, skipped }) => day === 'day1' && !skipped) ?? []
  const together = day.findIndex(({ view }) => view === 'overview')
  const from = together < 0 ? day.length - 1 : together
  return day.slice(from).some(({ id }) => id === step?.step.id)
}

/** What was brought up so far, to send round: as a file, and as the text of a mail, which one reads before it is copied. */
export function Digest() {
  const t = useMessages(digestMessages)
  const refusal = useRefusalText()
  const path = `/api/sessions/${useSession()}/digest`
  const [mail, setMail] = useState<Awaited<ReturnType<typeof getText>> | null>(null)
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id={id} className="text-xl font-bold">
        {t.title}
      </h2>
      <p className="text-muted">{t.explain}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`${path}.pdf`} download>
          {t.pdf}
        </ButtonLink>
        <Button onClick={() => void getText(`${path}.txt`).then(setMail)}>{t.mail}</Button>
      </div>
      <BoardFiles />
      {mail?.ok === false && <Notice kind="error">{refusal(mail.refusal.code)}</Notice>}
      {mail?.ok && (
        <>
          <textarea
            readOnly
            rows={8}
            aria-label={t.mailText}
            value={mail.value}
            className="w-full rounded-lg border border-line bg-surface p-3 text-sm"
          />
          <div>
            <CopyButton text={mail.value} copy={t.copy} copied={t.copied} />
          </div>
        </>
      )}
    </section>
  )
}
