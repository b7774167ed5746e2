import { useRefusalText } from '#components/live/api.ts'
import { useCan } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Action } from '#lib/domain/permissions.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { useElsewhere } from '../bouwsteen/open-tiles.ts'

/** Why this person adds no note now, or does not write in one; in words, at the place where they would. Null when they may. */
export function useWhyNot(action: Extract<Action, { type: 'addNote' | 'editNote' }>): string | null {
  const t = useMessages(noteMessages)
  const text = useRefusalText()
  const phase = useSessionView()?.session.phase
  const elsewhere = useElsewhere()
  const why = useCan()(action)
  if (why === null) return null
  if (why === 'frozen') return t.boardFixed
  if (why === 'role-forbids') return t.lookOn
  if (why === 'tile-closed') return elsewhere
  if (why === 'scribes-write') return t.scribesWrite
  if (why === 'leads-write') return t.leadsWrite
  if (why !== 'phase-forbids') return text(why)
  if (phase === 'order') return action.type === 'addNote' ? t.noneAdded : t.textFixed
  return t.notesFixed
}
