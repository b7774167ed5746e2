'use client'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { togetherMessages } from '#lib/i18n/together.ts'

/** Shows all a note, or no longer; for who leads. */
export function SpotlightButton({ note }: { note: string }) {
  const t = useMessages(togetherMessages)
  const command = useCommand()
  const lit = useSessionView()?.spotlight === note
  return (
    <Button onClick={() => void command({ type: 'spotlight', note: lit ? null : note })}>
      {lit ? t.spotlightOff : t.spotlightOn}
    </Button>
  )
}
