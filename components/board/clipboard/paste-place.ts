import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { usePen } from '#components/live/pen.ts'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { NOTES_PER_PERSON_MAX } from '#lib/domain/note.ts'
import { pasteMessages } from '#lib/i18n/paste.ts'
import { useSay } from '../announcer/announcer.tsx'
import { lastOrder } from '../note/note-order.ts'

/** What was on the clipboard when somebody pasted it. */
export type Clip = { text: string; html: string }

/** Where pasted notes go: the board, or somebody's desk. */
export type PastePlace = {
  /** How many notes this person may still bring there, those in the bin counted. */
  left: number
  /** The bouwstenen that take new notes now. */
  open: readonly Bouwsteen[]
  /** Lays texts down behind what lies on a bouwsteen, and says so; gives the notes. */
  lay: (texts: readonly string[], bouwsteen: Bouwsteen) => string[]
  /** What that is called, for so many. */
  act: (count: number) => string
}

/** Most bytes of text in one edit: well within what the server takes at once. */
const EDIT_MAX = 150_000

/** Onto the board: one step to undo, unless it is too much for one. */
export function useBoardPlace(): PastePlace {
  const t = useMessages(pasteMessages)
  const language = useLanguage()
  const say = useSay()
  const { notes } = useBoard()
  const actions = useBoardActions()
  const [pen] = usePen()
  const me = useSessionView()?.me.id
  const lay: PastePlace['lay'] = (texts, bouwsteen) => {
    if (!actions) return []
    const from = lastOrder(notes, bouwsteen)
    const made = texts.map((text, index) => ({ bouwsteen, order: from + index, text: text.trim(), by: pen }))
    say(t.laid(made.length, bouwsteenContent[bouwsteen].name[language]))
    return batches(made).flatMap(batch => actions.addNotes(batch))
  }
  const left = Math.max(
    0,
    NOTES_PER_PERSON_MAX - notes.filter(note => note.author === (pen?.author ?? me)).length,
  )
  const can = useCan()
  const open = bouwstenen.filter(bouwsteen => can({ type: 'addNote', bouwsteen }) === null)
  return { left, open, lay, act: t.lay }
}

/** In so few edits as the server takes. */
export function batches<T extends { text: string }>(notes: readonly T[]): T[][] {
  const found: T[][] = []
  let room = 0
  for (const note of notes) {
    const size = new TextEncoder().encode(note.text).length
    if (size > room) {
      found.push([])
      room = EDIT_MAX
    }
    found.at(-1)?.push(note)
    room -= size
  }
  return found
}
