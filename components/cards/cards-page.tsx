'use client'
import { useEffect, useState } from 'react'
import { BouwsteenIcon } from '#components/board/bouwsteen/bouwsteen-icon.tsx'
import { QrCode } from '#components/invite/qr-code.tsx'
import { staysHere, wholeLink } from '#components/invite/whole-link.ts'
import { useRefusalText } from '#components/live/api.ts'
import { LiveSession, useConnection, useSession, useSessionView } from '#components/live/session.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { bouwsteenGuidance } from '#lib/content/guidance.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { cardMessages } from '#lib/i18n/cards.ts'
import './cards.css'

/** How many cards there are on a sheet, and lines on a card. */
const CARDS = ['one', 'two', 'three', 'four'] as const
const LINES = ['1', '2', '3', '4', '5', '6'] as const

/** Cards to write on by hand, for who leads to print: a sheet for each bouwsteen. */
export function CardsPage({ session }: { session: string }) {
  return (
    <LiveSession session={session} document="board">
      <Cards />
    </LiveSession>
  )
}

function Cards() {
  const t = useMessages(cardMessages)
  const text = useRefusalText()
  const session = useSession()
  const view = useSessionView()
  const { state, refusal } = useConnection()
  const [chosen, setChosen] = useState<readonly Bouwsteen[]>(bouwstenen)
  const network = view?.session.network
  useEffect(() => {
    if (network) document.title = t.documentTitle(network)
  }, [network, t])
  if (state === 'refused') return <Page title={t.title}>{text(refusal ?? 'internal')}</Page>
  if (!view) return <p className="p-6 text-muted">{t.loading}</p>
  if (view.me.role !== 'facilitator' || !view.invitation)
    return (
      <Page title={t.title}>
        <p className="mb-4">{t.notLeading}</p>
        <ButtonLink href={`/${session}/board`}>{t.toBoard}</ButtonLink>
      </Page>
    )
  const link = wholeLink(view.invitation.joinLink)
  return (
    <main className="cards">
      <Tools link={link} chosen={chosen} onChoose={setChosen} />
      {bouwstenen
        .filter(each => chosen.includes(each))
        .map(each => (
          <Sheet key={each} bouwsteen={each} link={link} network={view.session.network} />
        ))}
    </main>
  )
}

/** What to print and how; not on paper itself. */
function Tools(props: {
  link: string
  chosen: readonly Bouwsteen[]
  onChoose: (chosen: readonly Bouwsteen[]) => void
}) {
  const t = useMessages(cardMessages)
  const language = useLanguage()
  const session = useSession()
  const { chosen, onChoose } = props
  return (
    <header className="cards-tools flex flex-col gap-3 bg-paper p-4 text-ink sm:p-6">
      <h1 className="text-2xl font-bold">{t.title}</h1>
      <p>{t.intro}</p>
      {staysHere(props.link) && <Notice kind="info">{t.staysHere}</Notice>}
      <fieldset className="flex flex-wrap gap-x-5">
        <legend className="font-semibold">{t.which}</legend>
        {bouwstenen.map(each => (
          <label key={each} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(each)}
              onChange={event =>
                onChoose(event.target.checked ? [...chosen, each] : chosen.filter(other => other !== each))
              }
              className="size-6 accent-(--primary)"
            />
            {bouwsteenContent[each].name[language]}
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" disabled={chosen.length === 0} onClick={() => window.print()}>
          {t.print(chosen.length)}
        </Button>
        <ButtonLink href={`/${session}/facilitate`}>{t.back}</ButtonLink>
      </div>
    </header>
  )
}

function Sheet({ bouwsteen, link, network }: { bouwsteen: Bouwsteen; link: string; network: string }) {
  const t = useMessages(cardMessages)
  const language = useLanguage()
  const title = bouwsteenContent[bouwsteen].name[language]
  const [question] = bouwsteenGuidance[bouwsteen].keyQuestions
  return (
    <section aria-label={t.sheet(title)} className="cards-sheet">
      {CARDS.map((card, place) => (
        <article key={card} aria-hidden={place > 0 ? true : undefined} className="cards-card">
          <div className="cards-head">
            <div className="cards-name">
              <BouwsteenIcon bouwsteen={bouwsteen} size={30} />
              <h2>{title}</h2>
            </div>
            <div className="cards-code">
              <QrCode text={`${link}&tile=${bouwsteen}`} />
            </div>
          </div>
          <p className="cards-question">{question?.[language]}</p>
          <div aria-hidden="true" className="cards-lines">
            {LINES.map(line => (
              <span key={line} />
            ))}
          </div>
          <p className="cards-foot">
            <span className="cards-from">{t.from}</span>
            <span>{network}</span>
          </p>
        </article>
      ))}
    </section>
  )
}
