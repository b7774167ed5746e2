'use client'
import { Trash2 } from 'lucide-react'
import { useBoard } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { boardMessages } from '#lib/i18n/board.ts'
import { countThrown } from './thrown-away.ts'

/** How much was thrown away, to look at and put back; in words where it stands in a menu. */
export function BinButton({ inMenu = false, onOpen }: { inMenu?: boolean; onOpen: () => void }) {
  const t = useMessages(boardMessages)
  const binned = countThrown(useBoard())
  if (binned === 0) return null
  return (
    <button
      type="button"
      aria-label={t.binOpen(binned)}
      title={t.binOpen(binned)}
      onClick={onOpen}
      className={`flex min-h-11 min-w-11 items-center gap-2 rounded-lg px-2 hover:bg-surface ${
        inMenu ? 'font-semibold' : 'justify-center text-muted'
      }`}
    >
      <Trash2 aria-hidden="true" size={18} />
      {inMenu ? t.binOpen(binned) : binned}
    </button>
  )
}
