'use client'
import { useCallback, useEffect, useState } from 'react'
import { type Failure, get, useRefusalText } from '#components/live/api.ts'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { clockOf, dayOf } from '#lib/i18n/moment.ts'
import { deeds, trailMessages } from '#lib/i18n/trail.ts'
import type { AuditAnswer } from '#lib/protocol/requests.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** What fixes something or signs it: most events are of the room, and seldom what one looks for. */
const weighty: readonly string[] = [
  ...['openBallot', 'closeBallot', 'revealBallot', 'chooseDefinition'],
  ...['freezeBoard', 'freezeStatement', 'reopenStatement', 'wipeContent', 'beginEdition'],
  ...[
    'sign',
    'openLink',
    'nameSignatory',
    'addSignatory',
    'removeSignatory',
    'renewSignLink',
    'writeSignatory',
    'setSignBy',
    'declareIntent',
  ],
]
/** Most that are shown at once: the latest. */
const SHOWN_MAX = 200

type Event = AuditAnswer['events'][number]

/** The audit trail: each event with who, when and its hash, newest first, and whether its chain is whole. */
export function Trail() {
  const t = useMessages(trailMessages)
  const refusalText = useRefusalText()
  const session = useSession()
  const [answer, setAnswer] = useState<AuditAnswer | Failure['code'] | null>(null)
  const [all, setAll] = useState(false)
  const load = useCallback(async () => {
    const got = await get<AuditAnswer>(`/api/sessions/${encodeURIComponent(session)}/audit`)
    setAnswer(got.ok ? got.value : got.refusal.code)
  }, [session])
  useEffect(() => void load(), [load])
  if (answer === null) return <p className="py-3 text-muted">{t.loading}</p>
  if (typeof answer === 'string')
    return (
      <div className="flex flex-col items-start gap-3 py-3">
        <Notice kind="error">{refusalText(answer)}</Notice>
        <Button onClick={() => void load()}>{t.again}</Button>
      </div>
    )
  const found = answer.events.filter(({ type }) => all || weighty.includes(type)).toReversed()
  return (
    <div className="flex flex-col gap-3 pt-1 pb-3">
      <p className="max-w-[65ch] text-muted">{t.explain}</p>
      <Notice kind={answer.brokenAt === null ? 'success' : 'error'}>
        {answer.brokenAt === null ? t.whole(answer.events.length) : t.broken(answer.brokenAt)}
      </Notice>
      <div className="flex flex-wrap gap-3">
        <Button aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? t.weighty : t.all}
        </Button>
        <Button variant="quiet" onClick={() => void load()}>
          {t.again}
        </Button>
      </div>
      {found.length > SHOWN_MAX && <p className="text-muted">{t.latest(SHOWN_MAX, found.length)}</p>}
      <Events events={found.slice(0, SHOWN_MAX)} />
    </div>
  )
}

function Events({ events }: { events: readonly Event[] }) {
  const t = useMessages(trailMessages)
  const language = useLanguage()
  const view = useSessionView()
  if (events.length === 0) return <p className="text-muted">{t.none}</p>
  return (
    <ol className="flex flex-col divide-y divide-line">
      {events.map(event => (
        <li key={event.sequence} className="py-2">
          <p>
            <span className="font-semibold">{deedOf(event, language)}</span>
            <span className="text-muted"> · {view && actorOf(event, view)}</span>
          </p>
          <p className="text-sm text-muted">
            {t.number(event.sequence)}, {dayOf(language, event.at)}, {clockOf(language, event.at)}
          </p>
          {fixedBy(event) && (
            <p className="text-sm text-muted">
              {t.fixed} <code className="break-all">{fixedBy(event)}</code>
            </p>
          )}
          <p className="text-sm text-muted">
            {t.hash} <code className="break-all">{event.hash}</code>
          </p>
        </li>
      ))}
    </ol>
  )
}

function deedOf({ type, detail }: Event, language: 'nl' | 'en'): string {
  // A trail may hold what a version of before, or of later, did.
  const known: Record<string, string> = deeds[language]
  return known[type === 'sign' ? `sign:${detail.decision}` : type] ?? type
}

/** A person of the session, or the partner behind a link. */
function actorOf({ actor }: Event, { roster, partners }: SessionView): string {
  return roster.find(({ id }) => id === actor)?.name ?? partners.find(({ id }) => id === actor)?.name ?? actor
}

/** The hash of what was fixed or signed by an event. */
function fixedBy({ type, detail }: Event): string | null {
  if (['freezeBoard', 'freezeStatement', 'reopenStatement'].includes(type)) return String(detail.id)
  return type === 'sign' && detail.signature ? String(detail.signature) : null
}
