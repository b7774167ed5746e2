'use client'
import { useEffect, useState } from 'react'
import { useConnection } from '#components/live/session.tsx'
import { type UnsentEntry, unsentCounts } from '#components/live/unsent-entries.ts'
import { useUnsentEntries } from '#components/live/use-unsent.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { clockOf, dayOf } from '#lib/i18n/moment.ts'
import { sessionMessages } from '#lib/i18n/session.ts'

/** What is over sooner than this, in ms, is not worth a word. */
const BLIP = 1000
/** How much of a text is enough to know it by. */
const START_MAX = 120

/** `value`, but a `false` that lasts no longer than a blip passes unseen. */
function useCalm(value: boolean): boolean {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    if (value) return setCalm(true)
    const timer = setTimeout(() => setCalm(false), BLIP)
    return () => clearTimeout(timer)
  }, [value])
  return calm || value
}

/** How it stands with the line, honestly: what waits is named, and "live" is said only when all is stored. */
export function ConnectionState() {
  const t = useMessages(sessionMessages)
  const { state } = useConnection()
  const { entries, keeps } = useUnsentEntries()
  const [open, setOpen] = useState(false)
  const live = useCalm(state === 'live')
  const stored = useCalm(entries.length === 0)
  const { notes, changes } = unsentCounts(entries)
  const waits = notes + changes > 0 && !live
  const calm = live || state === 'moving'
  return (
    <div
      className={`flex min-w-0 flex-wrap items-center gap-x-2 text-sm ${calm ? 'text-muted' : 'font-semibold text-danger max-md:order-last max-md:basis-full max-md:pb-1.5'}`}
    >
      <span
        aria-hidden="true"
        className={`size-2.5 shrink-0 rounded-full ${live ? 'bg-(--accent-samen-doen)' : calm ? 'border-2 border-muted' : 'border-2 border-danger'}`}
      />
      <span role="status">
        {live
          ? stored
            ? t.live
            : t.saving
          : t[state === 'connecting' || state === 'moving' ? state : 'offline']}
        {waits && ` · ${t.unsent(notes, changes)}`}
      </span>
      {waits && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="min-h-11 font-semibold underline underline-offset-4"
        >
          {t.unsentShow}
        </button>
      )}
      <Dialog
        open={open && waits}
        onClose={() => setOpen(false)}
        title={t.unsentList}
        actions={
          <Button variant="primary" onClick={() => setOpen(false)}>
            {t.close}
          </Button>
        }
      >
        <Waiting entries={entries} keeps={keeps} />
      </Dialog>
    </div>
  )
}

function Waiting({ entries, keeps }: { entries: readonly UnsentEntry[]; keeps: boolean }) {
  const t = useMessages(sessionMessages)
  const language = useLanguage()
  const when = (at: number) => {
    const today = dayOf(language, at) === dayOf(language, Date.now())
    return t.since(today ? '' : dayOf(language, at), clockOf(language, at))
  }
  return (
    <div className="flex flex-col gap-3 text-base font-normal text-ink">
      <p>{keeps ? t.unsentKept : t.unsentNotKept}</p>
      {/* Without a worker, which a page on plain http gets none of, the page itself can't be opened again. */}
      {keeps && !navigator.serviceWorker?.controller && <p>{t.doNotReload}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {entries.map(({ id, root, made, text, since }) => (
          <li key={id} className="py-2">
            <p className="break-words">{start(text) || t.withoutText}</p>
            <p className="text-sm text-muted">
              {made && root === 'notes' ? t.newNote : t.change} · {when(since)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

const start = (text: string): string => {
  const letters = [...text.trim()]
  return letters.length > START_MAX ? `${letters.slice(0, START_MAX).join('')}…` : letters.join('')
}
