'use client'
import { useCallback, useEffect, useState } from 'react'
import { get, post, useRefusalText } from '#components/live/api.ts'
import { Reservations } from '#components/statement/consent/reservations.tsx'
import { StatementText } from '#components/statement/statement-text.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import { standingOf } from '#lib/domain/standing.ts'
import { formerHashOf } from '#lib/domain/statement.ts'
import { reopeningMessages } from '#lib/i18n/reopening.ts'
import { signMessages } from '#lib/i18n/sign.ts'
import { writtenDate } from '#lib/i18n/signing-sentence.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import type { Decision } from './declaring.ts'
import { Given } from './given.tsx'
import { Others } from './others.tsx'
import { Replacing } from './replacing.tsx'
import { SignForm } from './sign-form.tsx'

type Loaded =
  | { state: 'loading' }
  | { state: 'wrong' }
  | { state: 'renewed' }
  | { state: 'reopened' }
  | { state: 'failed'; text: string }
  | { state: 'here'; view: SignView }

/** The personal signing page of one partner, reached by its link and nothing else. */
export function SignPage({ token }: { token: string }) {
  const t = useMessages(signMessages)
  const again = useMessages(reopeningMessages)
  const refusalText = useRefusalText()
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  const load = useCallback(async (): Promise<
    Loaded | { state: 'refused'; code: Parameters<typeof refusalText>[0] }
  > => {
    const answer = await get<SignView>(`/api/sign/${encodeURIComponent(token)}`)
    if (answer.ok) {
      // Told by the page: what a mail program fetches to look at a link is nobody who reads.
      void post(`/api/sign/${encodeURIComponent(token)}/opened`, {})
      return { state: 'here', view: answer.value }
    }
    const { code } = answer.refusal
    if (code === 'link-renewed') return { state: 'renewed' }
    if (code === 'text-reopened') return { state: 'reopened' }
    return code === 'wrong-link' || code === 'not-found' ? { state: 'wrong' } : { state: 'refused', code }
  }, [token])
  const show = useCallback(
    (next: Awaited<ReturnType<typeof load>>) =>
      setLoaded(next.state === 'refused' ? { state: 'failed', text: refusalText(next.code) } : next),
    [refusalText],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched once a link; another language need not fetch again
  useEffect(() => {
    let here = true
    void load().then(next => here && show(next))
    return () => {
      here = false
    }
  }, [load])
  const titles: Partial<Record<Loaded['state'], string>> = {
    ...{ wrong: t.wrongLink, renewed: t.renewed, reopened: again.waitTitle },
  }
  return (
    <Page title={titles[loaded.state] ?? t.title}>
      {loaded.state === 'loading' && <p className="text-muted">{t.loading}</p>}
      {loaded.state === 'wrong' && <p>{t.wrongLinkText}</p>}
      {loaded.state === 'renewed' && <p className="max-w-[65ch]">{t.renewedText}</p>}
      {loaded.state === 'reopened' && <p className="max-w-[65ch]">{refusalText('text-reopened')}</p>}
      {loaded.state === 'failed' && (
        <div className="flex flex-col items-start gap-4">
          <Notice kind="error" title={t.failed}>
            {loaded.text}
          </Notice>
          <Button variant="primary" onClick={() => void load().then(show)}>
            {t.retry}
          </Button>
        </div>
      )}
      {loaded.state === 'here' && <Reading token={token} view={loaded.view} />}
    </Page>
  )
}

function Reading({ token, view: opened }: { token: string; view: SignView }) {
  const t = useMessages(signMessages)
  const language = useLanguage()
  const date = useDate()
  const [view, setView] = useState(opened)
  const right = snapshotOf(view.statement).hash === view.hash
  const { statement } = view
  const former = formerHashOf(statement)
  return (
    <div className="flex flex-col gap-6">
      <div>
        <p>{t.forPartner(view.partner.name)}</p>
        <Others view={view} />
        {view.signBy && <p className="font-semibold">{t.signBy(writtenDate(view.signBy, language))}</p>}
      </div>
      <Replacing view={view} />
      <article
        lang={statement.language}
        className="flex flex-col gap-4 rounded-xl border border-line p-4 sm:p-8"
      >
        <header>
          <p className="text-muted">{statement.network}</p>
          <p className="font-serif text-3xl font-bold">{statement.title}</p>
          <p className="text-sm text-muted">{t.version(statement.version, date(statement.frozenAt))}</p>
          {former && (
            <p className="text-sm text-muted">
              {t.former}: <code className="break-all">{former}</code>
            </p>
          )}
        </header>
        {statement.definition.text !== '' && (
          <blockquote className="max-w-[68ch] border-l-4 border-line pl-4 font-serif text-xl">
            <p className="font-sans text-sm text-muted">{t.definition}</p>
            {statement.definition.text}
          </blockquote>
        )}
        <StatementText blocks={statement.body} />
        <Reservations statement={statement} />
      </article>
      <Notice kind={right ? 'success' : 'error'}>
        {right ? t.hashRight : t.hashWrong}
        <span className="block text-sm">
          {t.hashDetail}: <code className="break-all">{view.hash}</code>
        </span>
      </Notice>
      <Answer token={token} view={view} right={right} onGiven={setView} />
    </div>
  )
}

/** What was declared for the partner, and what can be done now: signing or declining, or taking back what was declared. */
function Answer(props: { token: string; view: SignView; right: boolean; onGiven: (view: SignView) => void }) {
  const t = useMessages(signMessages)
  const { token, view, right, onGiven } = props
  const { state } = standingOf(view.signatory, view.signatures)
  const given = state === 'signed' || state === 'declined'
  // What was declared stays until somebody says that they take it back.
  const [chosen, setChosen] = useState<Decision | null>(null)
  const decision = chosen ?? (given ? null : 'signs')
  const done = (next: SignView) => {
    setChosen(null)
    onGiven(next)
  }
  if (view.session.phase !== 'sign')
    return (
      <>
        <Given view={view} />
        {!given && (
          <Notice kind="info" title={t.closedTitle}>
            {t.closedText}
          </Notice>
        )}
      </>
    )
  return (
    <>
      <Given view={view} />
      {right && decision && (
        <SignForm
          key={view.signatures.length}
          token={token}
          view={view}
          decision={decision}
          onDecision={setChosen}
          onGiven={done}
        />
      )}
      {right && given && decision === null && (
        <div className="flex max-w-xl flex-col items-start gap-2">
          <p className="text-sm text-muted">{view.complete ? t.complete : t.mayWithdraw}</p>
          {!view.complete && (
            <Button variant="quiet" onClick={() => setChosen('withdraws')}>
              {t.withdraw}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** Writes an instant (ms since 1970) as a date in the reader's language. */
function useDate(): (at: number) => string {
  const language = useLanguage()
  return at => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at)
}
