'use client'
import { type LucideIcon, Move, PenLine } from 'lucide-react'
import type { Busy } from '#components/live/presence.ts'
import { useBusy } from '#components/live/use-presence.ts'
import { useMessages } from '#components/ui/language.tsx'
import { noteMessages } from '#lib/i18n/notes.ts'

/** More names than this are counted. */
const NAMED = 2

/** Names in one phrase: "Anna", "Anna en Piet", "Anna, Piet en 3 anderen". */
export function useTogether(): (names: readonly string[]) => string {
  const t = useMessages(noteMessages)
  return names => {
    const rest = names.length - NAMED
    if (rest > 0) return `${names.slice(0, NAMED).join(', ')} ${t.and} ${t.others(rest)}`
    return names.join(` ${t.and} `)
  }
}

/** Who moves a note and who writes in it, each as a phrase; null while nobody does. */
export function useBusyPhrases({ moving, writing }: Busy): { moving: string | null; writing: string | null } {
  const t = useMessages(noteMessages)
  const together = useTogether()
  return {
    moving: moving.length === 0 ? null : (moving.length === 1 ? t.moves : t.move)(together(moving)),
    writing: writing.length === 0 ? null : (writing.length === 1 ? t.writes : t.write)(together(writing)),
  }
}

/** What to show on a note of who is busy with it; null while nobody is. */
export function useBusyLine(note: string): { icon: LucideIcon; text: string } | null {
  const { moving, writing } = useBusyPhrases(useBusy(note))
  if (moving !== null) return { icon: Move, text: moving }
  return writing === null ? null : { icon: PenLine, text: writing }
}

/** Quietly, on the note itself. */
export function BusyLine({ icon: Icon, text }: { icon: LucideIcon; text: string }) {
  return (
    <span data-busy className="flex min-w-0 grow items-center gap-1 text-sm font-semibold" title={text}>
      <Icon aria-hidden="true" size={14} className="shrink-0" />
      <span className="truncate">{text}</span>
    </span>
  )
}
