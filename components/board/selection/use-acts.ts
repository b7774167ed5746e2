import { useMemo } from 'react'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { newLine } from '#lib/domain/line.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { useSay } from '../announcer/announcer.tsx'
import { useElsewhere } from '../bouwsteen/open-tiles.ts'
import { useCement } from '../cement/use-cement.ts'
import { lastOrder, notesOn } from '../note/note-order.ts'

/** What can be done to several notes at once; null: this person may not, now. Each is one edit and says once what it did. */
export type Acts = {
  putInLine: ((ids: readonly string[], line: string | null) => void) | null
  /** Gives the id of the line. */
  makeLine: ((ids: readonly string[], title: string) => string) | null
  move: ((ids: readonly string[], to: Bouwsteen) => void) | null
  duplicate: ((ids: readonly string[]) => void) | null
  /** Leaves alone what is not one's own to throw away, and says so. */
  bin: ((ids: readonly string[]) => void) | null
  /** Begins cement with one note, or between two; more it does not tie. */
  cement: ((ids: readonly string[]) => void) | null
}

export function useActs(): Acts {
  const t = useMessages(listMessages)
  const language = useLanguage()
  const say = useSay()
  const can = useCan()
  const elsewhere = useElsewhere()
  const actions = useBoardActions()
  const { begin } = useCement()
  const { notes, lines } = useBoard()
  return useMemo(() => {
    const mayOrder = can({ type: 'orderLines' }) === null
    const mine = (note: { author: string | null }) => can({ type: 'binNote', author: note.author }) === null
    const none = { putInLine: null, makeLine: null, move: null, duplicate: null, bin: null, cement: null }
    if (!actions) return none
    return {
      putInLine: mayOrder
        ? (ids, line) => {
            actions.putInLine(ids, line)
            const title = lines.find(each => each.id === line)?.title
            say(title === undefined ? t.inNoLine(ids.length) : t.inLine(ids.length, title))
          }
        : null,
      makeLine: mayOrder
        ? (ids, title) => {
            const id = actions.addLineWith(newLine(lines, title), ids)
            say(t.inLine(ids.length, title))
            return id
          }
        : null,
      move:
        can({ type: 'moveNote' }) === null
          ? (ids, bouwsteen) => {
              const from = lastOrder(notes, bouwsteen)
              // What lies there already keeps its place.
              const lying = new Set(notesOn(notes, bouwsteen).map(({ id }) => id))
              const going = ids.filter(id => !lying.has(id))
              actions.moveNotes(going.map((id, index) => ({ id, bouwsteen, order: from + index })))
              say(t.atTile(ids.length, bouwsteenContent[bouwsteen].name[language]))
            }
          : null,
      duplicate:
        can({ type: 'addNote' }) === null
          ? ids => {
              const open = notes.filter(
                ({ id, bouwsteen }) => ids.includes(id) && can({ type: 'addNote', bouwsteen }) === null,
              )
              if (open.length > 0) actions.duplicateNotes(open.map(({ id }) => id))
              say(open.length > 0 ? t.duplicated(open.length) : elsewhere)
            }
          : null,
      bin: notes.some(mine)
        ? ids => {
            const own = notes.filter(note => ids.includes(note.id) && mine(note)).map(note => note.id)
            if (own.length > 0) actions.bin('notes', own)
            const left = ids.length - own.length
            const said = [own.length > 0 && t.binned(own.length), left > 0 && t.notYours(left)]
            say(said.filter(Boolean).join(' '))
          }
        : null,
      cement: begin && (([from, to]) => begin({ ...(from && { from }), ...(to && { to }) })),
    }
  }, [actions, begin, can, elsewhere, notes, lines, say, t, language])
}

/** Whether any of these is one's own to throw away. */
export function useMayBin(): (ids: ReadonlySet<string>) => boolean {
  const can = useCan()
  const { notes } = useBoard()
  return ids => notes.some(({ id, author }) => ids.has(id) && can({ type: 'binNote', author }) === null)
}
