'use client'
import { Ear } from 'lucide-react'
import { useCommand, useHeld, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { leadingMessages } from '#lib/i18n/leading.ts'

/** Says on every page that all listen for a moment; who leads can let go of it wherever they are. */
export function HeldNotice() {
  const t = useMessages(leadingMessages)
  const command = useCommand()
  const leads = useSessionView()?.me.role === 'facilitator'
  const held = useHeld()
  return (
    <div role="status">
      {held && (
        <div className="arrives flex flex-wrap items-center gap-x-3 border-t border-line bg-primary px-3 py-1 text-on-primary sm:px-4">
          <Ear aria-hidden="true" size={20} className="shrink-0" />
          <p className="min-w-0 flex-1 basis-48 py-1.5 leading-snug">
            <strong>{t.held}</strong> {leads ? t.heldLead : t.heldText}
          </p>
          {leads && (
            <Button onClick={() => void command({ type: 'holdInput', hold: false })}>{t.release}</Button>
          )}
        </div>
      )}
    </div>
  )
}
