'use client'
import { useState } from 'react'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { BREAKTHROUGH_TEXT_MAX, type Breakthrough } from '#lib/domain/breakthrough.ts'
import type { Partner } from '#lib/domain/partner.ts'
import { resultMessages } from '#lib/i18n/results.ts'
import { useFirstText, Written } from './written.tsx'

/** What holds each partner back most and what it does about that itself; one's own partner first. */
export function Breakthroughs() {
  const t = useMessages(resultMessages)
  const view = useSessionView()
  const all = useBoard().breakthroughs.filter(each => each.deletedAt === null)
  const mayWrite = useCan()({ type: 'writeResult' }) === null
  const [fresh, setFresh] = useState<string | null>(null)
  if (!view) return null
  const own = view.me.partner
  const partners = view.partners.toSorted((a, b) => Number(b.id === own) - Number(a.id === own))
  return (
    <section aria-labelledby="breakthrough" className="flex flex-col gap-3">
      <h2 id="breakthrough" className="sr-only">
        {t.breakthrough}
      </h2>
      <p className="text-muted">{mayWrite ? t.breakthroughIntro : t.later}</p>
      {partners.length === 0 && <p>{t.noPartners}</p>}
      <ul className="grid items-start gap-3 sm:grid-cols-2">
        {partners.map(partner => (
          <PartnerCard
            key={partner.id}
            partner={partner}
            own={partner.id === own}
            entries={all.filter(each => each.of === partner.id)}
            mayWrite={mayWrite}
            fresh={fresh}
            onBegun={setFresh}
          />
        ))}
      </ul>
    </section>
  )
}

function PartnerCard(props: {
  partner: Partner
  own: boolean
  entries: readonly Breakthrough[]
  mayWrite: boolean
  fresh: string | null
  onBegun: (id: string) => void
}) {
  const t = useMessages(resultMessages)
  const actions = useBoardActions()
  const { partner, own, entries, mayWrite, fresh, onBegun } = props
  const begin = () => {
    const id = actions?.addBreakthrough({ of: partner.id })
    if (id) onBegun(id)
  }
  return (
    <li
      className={`flex flex-col gap-2 rounded-xl bg-surface p-4 ${own ? 'border-2 border-primary sm:col-span-2' : 'border border-line'}`}
    >
      <h3 className="text-lg font-bold break-words">
        {partner.name}
        {own && <span className="block text-sm font-normal text-muted">{t.yours}</span>}
      </h3>
      {entries.map(entry => (
        <Entry
          key={entry.id}
          entry={entry}
          partner={partner}
          mayWrite={mayWrite}
          fresh={entry.id === fresh}
        />
      ))}
      {entries.length === 0 &&
        (mayWrite ? (
          <Button
            variant={own ? 'primary' : 'secondary'}
            className="self-start"
            aria-label={t.beginFor(partner.name)}
            onClick={begin}
          >
            {t.begin}
          </Button>
        ) : (
          <p className="text-muted">{t.nothingYet}</p>
        ))}
    </li>
  )
}

function Entry(props: { entry: Breakthrough; partner: Partner; mayWrite: boolean; fresh: boolean }) {
  const t = useMessages(resultMessages)
  const actions = useBoardActions()
  const can = useCan()
  const { entry, partner, mayWrite, fresh } = props
  const card = useFirstText<HTMLElement>(fresh)
  const shared = { id: entry.id, max: BREAKTHROUGH_TEXT_MAX, mayWrite, empty: t.withoutText }
  return (
    <article ref={card} aria-label={partner.name} className="flex flex-col gap-2">
      <Written {...shared} root="breakthroughs" field="obstacle" label={t.obstacle} text={entry.obstacle} />
      <Written
        {...shared}
        root="breakthroughs"
        field="contribution"
        label={t.contribution}
        text={entry.contribution}
      />
      {can({ type: 'binResult', author: entry.author }) === null && (
        <Button
          variant="quiet"
          className="self-end px-1! text-sm"
          onClick={() => actions?.bin('breakthroughs', entry.id)}
        >
          {t.bin}
          <span className="sr-only">: {partner.name}</span>
        </Button>
      )}
    </article>
  )
}
