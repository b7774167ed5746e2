'use client'
import { useState } from 'react'
import { useSay } from '#components/board/announcer/announcer.tsx'
import { useRefusalText } from '#components/live/api.ts'
import { useLayOut } from '#components/live/desk.ts'
import { useHeld } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskNote } from '#lib/domain/desk.ts'
import { deskMessages } from '#lib/i18n/desk.ts'

/** Lays notes of one's own on the board at a click: whether it is under way, and what to tell when it was refused. */
export function useLayingOut(): {
  busy: boolean
  error: string | null
  layOut: (notes: readonly string[]) => Promise<boolean>
} {
  const t = useMessages(deskMessages)
  const text = useRefusalText()
  const say = useSay()
  const send = useLayOut()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const layOut = async (notes: readonly string[]) => {
    setBusy(true)
    const answer = await send(notes)
    setBusy(false)
    setError(answer.ok ? null : text(answer.refusal.code))
    if (answer.ok) say(t.laidOut(notes.length))
    return answer.ok
  }
  return { busy, error, layOut }
}

/** Everything of one's own at once, asked for once in full words: it can't go back to a desk. */
export function LayOutAll({ notes }: { notes: readonly DeskNote[] }) {
  const t = useMessages(deskMessages)
  const held = useHeld()
  const [asking, setAsking] = useState(false)
  const { busy, error, layOut } = useLayingOut()
  const written = notes.filter(note => note.text.trim() !== '')
  if (written.length === 0) return null
  const all = async () => {
    if (await layOut(written.map(({ id }) => id))) setAsking(false)
  }
  return (
    <div className="steps-aside px-2 pb-1.5 sm:px-4">
      <Button disabled={held} onClick={() => setAsking(true)}>
        {t.layOutAll(written.length)}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t.layOutTitle(written.length)}
        actions={
          <>
            <Button variant="primary" disabled={busy || held} onClick={() => void all()}>
              {t.layOutAll(written.length)}
            </Button>
            <Button onClick={() => setAsking(false)}>{t.notYet}</Button>
          </>
        }
      >
        <p>{t.layOutText}</p>
        {error && <Notice kind="error">{error}</Notice>}
      </Dialog>
    </div>
  )
}
