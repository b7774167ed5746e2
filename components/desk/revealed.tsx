'use client'
import { Sparkles } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '#components/board/announcer/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { DeskPromise, Desks } from '#lib/domain/desk.ts'
import { deskMessages } from '#lib/i18n/desk.ts'

/** Tells, in the moment that it happens, that what lay on the desks lies on the board. */
export function Revealed({ desks }: { desks: Desks | null }) {
  const t = useMessages(deskMessages)
  const say = useSay()
  const before = useRef(desks)
  const [revealed, setRevealed] = useState<DeskPromise | null>(null)
  useEffect(() => {
    const former = before.current
    before.current = desks
    if (desks) return setRevealed(null)
    if (!former) return
    setRevealed(former.promise)
    say(former.promise === 'named' ? t.revealedNamed : t.revealedAnonymous, false)
  }, [desks, say, t])
  if (!revealed) return null
  return (
    <div className="arrives mx-2 mt-1.5 flex items-center gap-2 rounded-lg border-l-4 border-(--accent-samen-doen) bg-surface pl-3 sm:mx-4">
      <Sparkles aria-hidden="true" size={20} className="shrink-0" />
      <p className="min-w-0 flex-1 py-1.5 leading-snug">
        {revealed === 'named' ? t.revealedNamed : t.revealedAnonymous}
      </p>
      <Button variant="quiet" onClick={() => setRevealed(null)}>
        {t.understood}
      </Button>
    </div>
  )
}
