'use client'
import { type FormEvent, useState } from 'react'
import { useDeskWriters } from '#components/live/desk.ts'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type DeskPromise, type Desks, deskPromises } from '#lib/domain/desk.ts'
import { silentRoundMessages } from '#lib/i18n/silent-round.ts'
import { useDoing } from '../use-doing.ts'
import { FreezeDialog } from './freeze-dialog.tsx'

/** Collecting on private desks: begin under a promise, see how many write, let them lay out, lay down all. */
export function SilentRound() {
  const t = useMessages(silentRoundMessages)
  const desks = useSessionView()?.session.desks ?? null
  return (
    <section aria-labelledby="silent-round" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="silent-round" className="scroll-mt-28 text-xl font-bold">
        {t.title}
      </h2>
      {desks ? <Running desks={desks} /> : <Beginning />}
    </section>
  )
}

function Beginning() {
  const t = useMessages(silentRoundMessages)
  const [promise, setPromise] = useState<DeskPromise>('named')
  const { busy, error, send } = useDoing()
  const hints = { named: t.namedHint, anonymous: t.anonymousHint }
  const begin = (event: FormEvent) => {
    event.preventDefault()
    void send({ type: 'openDesks', promise })
  }
  return (
    <form onSubmit={begin} className="flex flex-col gap-3">
      <p>{t.intro}</p>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-semibold">{t.promise}</legend>
        {deskPromises.map(each => (
          <label key={each} className="flex min-h-11 items-start gap-3 py-1">
            <input
              type="radio"
              name="promise"
              checked={promise === each}
              onChange={() => setPromise(each)}
              className="mt-0.5 size-6 shrink-0 accent-(--primary)"
            />
            <span>
              <b>{t[each]}</b>
              <span className="block text-sm text-muted">{hints[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {error && <Notice kind="error">{error}</Notice>}
      <div>
        <Button type="submit" disabled={busy}>
          {t.begin}
        </Button>
        <p className="mt-1 text-sm text-muted">{t.beginHint}</p>
      </div>
    </form>
  )
}

function Running({ desks }: { desks: Desks }) {
  const t = useMessages(silentRoundMessages)
  const writers = useDeskWriters()
  const { busy, error, send } = useDoing()
  const [revealing, setRevealing] = useState(false)
  const named = desks.promise === 'named'
  return (
    <>
      <p className="font-semibold">{named ? t.runningNamed : t.runningAnonymous}</p>
      <p role="status">{writers === null ? t.fewWriters : t.writers(writers)}</p>
      <p className="text-sm text-muted">{t.notCounted}</p>
      {named ? (
        <label className="flex min-h-11 items-start gap-3 py-1">
          <input
            type="checkbox"
            checked={desks.layOut}
            disabled={busy}
            onChange={event => void send({ type: 'allowLayOut', allowed: event.target.checked })}
            className="mt-0.5 size-6 shrink-0 accent-(--primary)"
          />
          <span>
            {t.allow}
            <span className="block text-sm text-muted">{t.allowHint}</span>
          </span>
        </label>
      ) : (
        <p className="text-sm text-muted">{t.together}</p>
      )}
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={() => setRevealing(true)}>
          {t.reveal}
        </Button>
        {named && (
          <Button disabled={busy} onClick={() => void send({ type: 'openDesks', promise: 'anonymous' })}>
            {t.strengthen}
          </Button>
        )}
      </div>
      <FreezeDialog
        open={revealing}
        onClose={() => setRevealing(false)}
        command={{ type: 'revealDesks' }}
        title={t.revealTitle}
        text={named ? t.revealNamed : t.revealAnonymous}
        action={t.reveal}
      />
    </>
  )
}
