'use client'
import dynamic from 'next/dynamic'
import { useConnection, useDoc, useSession, useSessionView } from '#components/live/session.tsx'
import { useSnapshot } from '#components/live/snapshot.ts'
import { NextMeeting } from '#components/meeting/next-meeting.tsx'
import { SessionFrame } from '#components/session/session-frame.tsx'
import { Intents } from '#components/sign/intents.tsx'
import { Signatories } from '#components/sign/signatories.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { readStatementBody } from '#lib/documents/statement.ts'
import type { Statement as FrozenStatement } from '#lib/domain/statement.ts'
import { reopeningMessages } from '#lib/i18n/reopening.ts'
import { statementMessages } from '#lib/i18n/statement.ts'
import { ExportLinks } from './export-links.tsx'
import { BesideFormer } from './former/beside-former.tsx'
import { NextEdition } from './former/next-edition.tsx'

const Writing = dynamic(() => import('./writing.tsx'), { ssr: false })
const RootedText = dynamic(() => import('./roots/rooted-text.tsx').then(file => file.RootedText), {
  ssr: false,
})
const Reservations = dynamic(() => import('./consent/reservations.tsx').then(file => file.Reservations), {
  ssr: false,
})

/** The statement through its life: to come, being written, fixed and being signed. */
export function StatementPage({ session }: { session: string }) {
  return (
    <SessionFrame session={session} document="statement" page="statement">
      <Statement />
    </SessionFrame>
  )
}

function Statement() {
  const t = useMessages(statementMessages)
  const session = useSession()
  const view = useSessionView()
  const { frozen } = useConnection()
  if (!view) return null
  if (!view.board)
    return (
      <section className="mx-auto flex max-w-3xl flex-col items-start gap-4 p-6">
        <h2 className="text-2xl font-bold">{t.early}</h2>
        <p>{t.earlyText}</p>
        <ButtonLink href={`/${session}/board`} variant="primary">
          {t.toBoard}
        </ButtonLink>
      </section>
    )
  const fixed = view.statement !== null || frozen !== null
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-5 p-4 sm:p-6">
      <header className="max-w-[68ch]">
        <h2 className="font-serif text-3xl font-bold">{view.session.title}</h2>
        {view.definition && (
          <blockquote className="mt-3 border-l-4 border-(--accent-opgave) pl-4 font-serif text-xl">
            <p className="font-sans text-sm text-muted">{t.definition}</p>
            {view.definition.text}
          </blockquote>
        )}
      </header>
      <NextMeeting />
      <NextEdition />
      {view.edition.former && <BesideFormer />}
      {!fixed && <WrittenOn />}
      {fixed ? <Fixed /> : <Writing />}
      {view.session.phase === 'statement' && <Intents />}
    </div>
  )
}

/** That a version was fixed before, which stays. */
function WrittenOn() {
  const t = useMessages(reopeningMessages)
  const language = useLanguage()
  const reopened = useSessionView()?.reopened
  if (!reopened) return null
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(reopened.frozenAt)
  return <Notice kind="info">{t.writing(reopened.version, date)}</Notice>
}

/** The fixed text, its fingerprint, and who signed it. */
function Fixed() {
  const t = useMessages(statementMessages)
  const language = useLanguage()
  const doc = useDoc()
  const view = useSessionView()
  const statement = useSnapshot<FrozenStatement>(view?.statement?.hash ?? null)
  if (!view?.statement || !doc) return <p className="text-muted">{t.loading}</p>
  const { version, frozenAt, hash } = view.statement
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(frozenAt)
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <article lang={view.session.language}>
        <RootedText blocks={readStatementBody(doc)} />
        {statement?.ok && <Reservations statement={statement.value} />}
      </article>
      <div className="flex min-w-0 flex-col gap-4">
        <div className="rounded-xl bg-surface p-4">
          <p className="font-semibold">{t.fixed(version, date)}</p>
          <p className="text-sm text-muted">
            {t.fingerprint}: <code className="break-all">{hash}</code>
          </p>
          <div className="mt-3">
            <ExportLinks />
          </div>
        </div>
        <Signatories />
        {view.session.phase === 'sign' && <Intents />}
      </div>
    </div>
  )
}
