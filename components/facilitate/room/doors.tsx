'use client'
import { wholeLink } from '#components/invite/whole-link.ts'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { doorMessages } from '#lib/i18n/door.ts'
import { useDoing } from '../use-doing.ts'

/** What is seldom needed of who comes in: waiting at the door, the link to look on, another link for who leads. */
export function Doors({ onRenew }: { onRenew: () => void }) {
  const t = useMessages(doorMessages)
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  if (!view?.lobby) return null
  return (
    <details>
      <summary className="min-h-11 content-center font-semibold">{t.doors}</summary>
      <div className="flex flex-col gap-4 pt-2">
        {error && <Notice kind="error">{error}</Notice>}
        <div>
          <label className="flex min-h-11 items-center gap-3 font-semibold">
            <input
              type="checkbox"
              checked={view.lobby.on}
              disabled={busy}
              onChange={event => void send({ type: 'setLobby', on: event.target.checked })}
              aria-describedby="lobby-hint"
              className="size-6 shrink-0 accent-(--primary)"
            />
            {t.lobby}
          </label>
          <p id="lobby-hint" className="text-sm text-muted">
            {t.lobbyHint}
          </p>
        </div>
        {view.invitation?.watchLink && (
          <CopyField
            label={t.watchLink}
            hint={t.watchHint}
            value={wholeLink(view.invitation.watchLink)}
            copy={t.copy}
            copied={t.copied}
          />
        )}
        <div>
          <p className="mb-2 text-sm text-muted">{t.renewWhy}</p>
          <Button onClick={onRenew}>{t.renew}</Button>
        </div>
      </div>
    </details>
  )
}
