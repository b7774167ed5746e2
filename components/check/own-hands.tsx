'use client'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { countingMessages } from '#lib/i18n/counting.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'

/** That hands were counted of one's own partner, and the way to put that right; nothing where there are none. */
export function OwnHands({ check, onCorrect }: { check: CheckView; onCorrect: () => void }) {
  const t = useMessages(countingMessages)
  const me = useSessionView()?.me
  const own = check.hands.find(({ partner }) => partner !== null && partner === me?.partner)
  if (!own) return null
  return (
    <p className="mb-4 flex flex-wrap items-center gap-3 rounded-lg bg-surface p-3">
      <span className="grow">{t.handsOwn(own.people)}</span>
      <Button onClick={onCorrect}>{t.correct}</Button>
    </p>
  )
}
