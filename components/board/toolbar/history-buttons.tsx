'use client'
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { type Outcome, useHistory } from '#components/live/use-history.ts'
import { useMessages } from '#components/ui/language.tsx'
import type { Did, Way } from '#lib/documents/undo.ts'
import { historyMessages } from '#lib/i18n/history.ts'
import { useSay } from '../announcer/announcer.tsx'
import { useWide } from '../use-wide.ts'

/**
 * Takes one's own steps back and does them again, by button or by the keys that everybody knows; and says what was done.
 *
 * In a text that is shared, the keys take back what one typed in that very text and nothing else: who writes does not mean the note
 * that they moved before. The browser's own undo would take back what others typed as well. Any other field keeps that.
 */
export function HistoryButtons() {
  const t = useMessages(historyMessages)
  const { canUndo, canRedo, ...history } = useHistory()
  const tell = useTell()
  const wide = useWide()
  const say = useSay()
  const go = (way: Way) => tell(way, history[way]())
  useEffect(() => {
    const asked = (event: Event, way: Way | null | undefined) => {
      const text = sharedText(event.target)
      if (!way || event.defaultPrevented || (text === null && isTyping(event.target))) return
      event.preventDefault()
      if (text === null || isTypingIn(history.next(way), text)) go(way)
      else say(t.nothingTyped)
    }
    const key = (event: KeyboardEvent) => asked(event, wayOf(event))
    // By the browser's menu, or by shaking a phone.
    const input = (event: InputEvent) => {
      if (sharedText(event.target) !== null) asked(event, inputs[event.inputType])
    }
    addEventListener('keydown', key)
    addEventListener('beforeinput', input)
    return () => {
      removeEventListener('keydown', key)
      removeEventListener('beforeinput', input)
    }
  })
  const button = (way: Way, can: boolean, Icon: typeof Undo2) => (
    <button
      type="button"
      aria-label={t[way]}
      title={t[way]}
      // Not disabled: it would lose the focus at the last step.
      aria-disabled={!can}
      onClick={() => go(way)}
      className="flex size-[44px] items-center justify-center rounded-lg hover:bg-surface aria-disabled:text-muted aria-disabled:opacity-60"
    >
      <Icon aria-hidden="true" size={18} />
    </button>
  )
  if (!canUndo && !canRedo) return null
  return (
    <div className="flex">
      {button('undo', canUndo, Undo2)}
      {(wide || canRedo) && button('redo', canRedo, Redo2)}
    </div>
  )
}

function wayOf(event: KeyboardEvent): Way | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}

const inputs: Record<string, Way> = { historyUndo: 'undo', historyRedo: 'redo' }

/** The entry whose shared text this is, as `<root>/<id>`; null for anything else. */
const sharedText = (target: EventTarget | null): string | null =>
  target instanceof HTMLElement ? (target.dataset.shared ?? null) : null

const isTypingIn = (next: Did | null, text: string): boolean =>
  next?.kind === 'write' && next.entries.some(({ root, id }) => `${root}/${id}` === text)

/** A field has an undo of its own for what is typed in it. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]') !== null

function useTell(): (way: Way, outcome: Outcome) => void {
  const t = useMessages(historyMessages)
  const text = useRefusalText()
  const say = useSay()
  return (way, outcome) => {
    if (outcome.ok) {
      const { kind, entries } = outcome.value
      const root = entries[0]?.root ?? 'notes'
      return say(way === 'undo' ? t.undone(kind, root, entries.length) : t.redone(kind, root, entries.length))
    }
    const why = outcome.refusal
    if (why === 'nothing') say(way === 'undo' ? t.nothing : t.nothingAgain)
    else say(why === 'overtaken' ? t.overtaken : text(why))
  }
}
