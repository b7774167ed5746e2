'use client'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { doorMessages } from '#lib/i18n/door.ts'
import { useDoing } from '../use-doing.ts'

/** Who waits to be let in, one by one or all at once, and who was not; nothing while there is nobody. */
export function AtTheDoor({ nameOf }: { nameOf: (partner: string | null) => string }) {
  const t = useMessages(doorMessages)
  const { waiting = [], turnedAway = [] } = useSessionView()?.lobby ?? {}
  const { busy, error, send } = useDoing()
  const admit = (participants: string[]) => void send({ type: 'admit', participants })
  return (
    <>
      <p role="status" className="font-bold empty:hidden">
        {waiting.length > 0 && t.waits(waiting.length)}
      </p>
      {error && <Notice kind="error">{error}</Notice>}
      {waiting.length > 0 && (
        <div className="flex flex-col gap-2 rounded-lg border-2 border-primary p-3">
          {waiting.length > 1 && (
            <Button
              variant="primary"
              className="self-start"
              disabled={busy}
              onClick={() => admit(waiting.map(({ id }) => id))}
            >
              {t.admitAll}
            </Button>
          )}
          <ul className="flex flex-col divide-y divide-line">
            {waiting.map(({ id, name, partner }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 py-2">
                <p className="min-w-0 flex-1 basis-32 break-words">
                  <span className="font-semibold">{name}</span>
                  <span className="block text-sm text-muted">{nameOf(partner)}</span>
                </p>
                <Button disabled={busy} aria-label={`${t.admit}: ${name}`} onClick={() => admit([id])}>
                  {t.admit}
                </Button>
                <Button
                  variant="quiet"
                  className="px-0! text-sm"
                  disabled={busy}
                  aria-label={`${t.turnAway}: ${name}`}
                  onClick={() => void send({ type: 'setParticipant', participant: id, removed: true })}
                >
                  {t.turnAway}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {turnedAway.length > 0 && (
        <details>
          <summary className="min-h-11 content-center text-sm font-semibold">
            {t.turnedAway(turnedAway.length)}
          </summary>
          <ul className="flex flex-col divide-y divide-line">
            {turnedAway.map(({ id, name, partner }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 py-1">
                <p className="min-w-0 flex-1 basis-32 break-words">
                  {name}
                  <span className="block text-sm text-muted">{nameOf(partner)}</span>
                </p>
                <Button
                  variant="quiet"
                  className="px-0! text-sm"
                  disabled={busy}
                  aria-label={`${t.admitAfterAll}: ${name}`}
                  onClick={() => void send({ type: 'setParticipant', participant: id, removed: false })}
                >
                  {t.admitAfterAll}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
