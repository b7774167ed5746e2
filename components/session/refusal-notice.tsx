'use client'
import { useRefusalText } from '#components/live/api.ts'
import { useConnection, useForgetRefusal } from '#components/live/session.tsx'
import { useTray } from '#components/live/use-unsent.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { sessionMessages } from '#lib/i18n/session.ts'

/** Why the server did not take the latest edit; the tray tells it of what was typed. */
export function RefusalNotice() {
  const t = useMessages(sessionMessages)
  const text = useRefusalText()
  const forget = useForgetRefusal()
  const { refusal } = useConnection()
  const { texts } = useTray()
  if (refusal === null || texts.some(({ reason }) => reason === refusal)) return null
  return (
    <div className="p-3 sm:px-4">
      <Notice kind="error">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>{text(refusal)}</p>
          <Button onClick={forget}>{t.understood}</Button>
        </div>
      </Notice>
    </div>
  )
}
