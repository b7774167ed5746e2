'use client'
import { type ReactNode, useState } from 'react'
import { type Failure, post, useRefusalText } from '#components/live/api.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { homeMessages } from '#lib/i18n/home.ts'
import type { ExampleAnswer } from '#lib/protocol/requests.ts'

type Offer =
  | { state: 'offered' }
  | { state: 'coming' }
  | { state: 'ready'; links: ExampleAnswer }
  | { state: 'failed'; code: Failure['code'] }

/** Lays out a filled session for the visitor alone, then shows its two doors. The children stand beside the button. */
export function ExampleOffer({ children }: { children: ReactNode }) {
  const t = useMessages(homeMessages)
  const refusalText = useRefusalText()
  const [offer, setOffer] = useState<Offer>({ state: 'offered' })
  const ask = async () => {
    setOffer({ state: 'coming' })
    const answer = await post<ExampleAnswer>('/api/example', {})
    setOffer(
      answer.ok ? { state: 'ready', links: answer.value } : { state: 'failed', code: answer.refusal.code },
    )
  }
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {children}
        {offer.state !== 'ready' && (
          <Button
            variant="quiet"
            aria-disabled={offer.state === 'coming'}
            onClick={() => offer.state !== 'coming' && void ask()}
          >
            {t.seeExample}
          </Button>
        )}
      </div>
      <div role="status" className="empty:hidden">
        {offer.state === 'coming' && (
          <p className="flex items-start gap-3 rounded-lg bg-surface p-4">
            <span
              aria-hidden="true"
              className="mt-1 size-4 shrink-0 rounded-full border-2 border-line border-t-primary motion-safe:animate-spin"
            />
            {t.exampleComing}
          </p>
        )}
        {offer.state === 'ready' && (
          <div className="rounded-lg border-l-4 border-(--accent-samen-doen) bg-surface p-4">
            <p className="font-bold">{t.exampleReady}</p>
            <p>{t.exampleText}</p>
            <p className="mt-3 flex flex-wrap gap-3">
              <ButtonLink href={offer.links.facilitatorLink}>{t.exampleLead}</ButtonLink>
              <ButtonLink href={offer.links.joinLink}>{t.exampleJoin}</ButtonLink>
            </p>
          </div>
        )}
      </div>
      {offer.state === 'failed' && (
        <Notice kind="error" title={t.exampleFailed}>
          {offer.code === 'offline' ? t.offline : refusalText(offer.code)}
        </Notice>
      )}
    </>
  )
}
