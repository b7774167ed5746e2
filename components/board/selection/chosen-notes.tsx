'use client'
import { BookOpenText, SmilePlus } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { listMessages } from '#lib/i18n/list.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { useSay } from '../announcer/announcer.tsx'
import { inBoardOrder } from '../moving/steps.ts'
import { focusedNote, focusNote } from '../note/focus-note.ts'
import { useWide } from '../use-wide.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { LineDialog } from './line-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { selection, useSelected } from './selection.ts'
import { BarButton, SelectionBar } from './selection-bar.tsx'
import { useActs } from './use-acts.ts'
import { chosenNotes, type NoteAct, useNoteKeys } from './use-note-keys.ts'

type Asked = { what: 'line' | 'move'; notes: readonly string[] } | { what: 'help' } | null

/**
 * What can be done with the notes that are chosen, in the views that have no bar of their own for it; and the keys for notes in all
 * of them. `bar`: whether the bar is wanted here.
 */
export function ChosenNotes(props: {
  board: RefObject<HTMLElement | null>
  bar: boolean
  onOpen: (note: string) => void
  /** Null for who may not react. */
  onReact: ((note: string) => void) | null
}) {
  const { onReact } = props
  const { notes } = useBoard()
  const chosen = useLyingChosen()
  const acts = useActs()
  const say = useSay()
  const t = useMessages(listMessages)
  const [asked, setAsked] = useState<Asked>(null)
  const done = (ids: readonly string[], next: string | undefined) => {
    setAsked(null)
    selection.clear()
    const still = next ?? ids[0]
    if (still) focusNote(still)
  }
  const inOrder = () => inBoardOrder(notes, new Set(chosenNotes()))
  const doWith = (act: ((ids: readonly string[]) => void) | null): boolean => {
    const ids = inOrder()
    if (!act || ids.length === 0) return false
    const next = nextTo(ids)
    act(ids)
    done(ids, next)
    return true
  }
  const ask = (what: 'line' | 'move', may: unknown): boolean => {
    const ids = inOrder()
    if (!may || ids.length === 0) return false
    setAsked({ what, notes: ids })
    return true
  }
  const does: Record<NoteAct, () => boolean> = {
    duplicate: () => doWith(acts.duplicate),
    bin: () => doWith(acts.bin),
    line: () => ask('line', acts.putInLine),
    move: () => ask('move', acts.move),
    cement: () => {
      const ids = inOrder()
      if (!acts.cement || ids.length === 0 || ids.length > 2) return false
      acts.cement(ids)
      return true
    },
    choose: () => {
      const note = focusedNote()
      if (note === null) return false
      selection.toggle(note)
      say(t.chosen(selection.read().size), false)
      return true
    },
    react: () => {
      const [note, other] = chosenNotes()
      if (!onReact || note === undefined || other !== undefined) return false
      onReact(note)
      return true
    },
    help: () => {
      setAsked({ what: 'help' })
      return true
    },
    'let go': () => {
      if (selection.read().size === 0) return false
      selection.clear()
      return true
    },
  }
  useNoteKeys(props.board, what => does[what]())
  return (
    <>
      {props.bar && chosen.length > 0 && <Bar {...props} chosen={chosen} acts={acts} does={does} />}
      <Questions asked={asked} acts={acts} onClose={() => setAsked(null)} onDone={done} />
    </>
  )
}

/** What is chosen and still lies there; what went away is let go of. */
function useLyingChosen(): string[] {
  const chosen = useSelected()
  const { notes } = useBoard()
  const lying = chosen.size === 0 ? [] : notes.filter(note => note.deletedAt === null && chosen.has(note.id))
  const gone = lying.length < chosen.size
  useEffect(() => {
    if (!gone) return
    const still = new Set(lying.map(note => note.id))
    selection.keep(id => still.has(id))
  })
  return lying.map(note => note.id)
}

function Bar(props: {
  chosen: readonly string[]
  acts: ReturnType<typeof useActs>
  does: Record<NoteAct, () => boolean>
  onOpen: (note: string) => void
  onReact: ((note: string) => void) | null
}) {
  const { chosen, does } = props
  const t = useMessages(listMessages)
  const n = useMessages(noteMessages)
  const wide = useWide()
  const [only, other] = chosen
  const alone = other === undefined ? only : undefined
  return (
    <div
      className={
        wide
          ? 'fixed bottom-5 left-1/2 z-20 -translate-x-1/2 overflow-hidden rounded-xl shadow-note'
          : 'fixed inset-x-0 bottom-0 z-20'
      }
    >
      <SelectionBar
        said={t.chosen(chosen.length)}
        acts={props.acts}
        onLine={does.line}
        onMove={does.move}
        onDuplicate={does.duplicate}
        onBin={does.bin}
        onCement={chosen.length <= 2 ? does.cement : null}
        onUntick={does['let go']}
        untick={t.letGo}
      >
        {alone && (
          <BarButton onClick={() => props.onOpen(alone)} icon={<BookOpenText aria-hidden="true" size={18} />}>
            {t.open}
          </BarButton>
        )}
        {alone && props.onReact && (
          <BarButton onClick={does.react} icon={<SmilePlus aria-hidden="true" size={18} />}>
            {n.react}
          </BarButton>
        )}
      </SelectionBar>
    </div>
  )
}

function Questions(props: {
  asked: Asked
  acts: ReturnType<typeof useActs>
  onClose: () => void
  onDone: (ids: readonly string[], next: string | undefined) => void
}) {
  const { asked, acts, onClose, onDone } = props
  const ids = asked && 'notes' in asked ? asked.notes : []
  const choose = (act: () => void) => {
    const next = nextTo(ids)
    act()
    onDone(ids, next)
  }
  return (
    <>
      <LineDialog
        open={asked?.what === 'line'}
        count={ids.length}
        onClose={onClose}
        onChoose={to =>
          choose(() => {
            if ('title' in to) acts.makeLine?.(ids, to.title)
            else acts.putInLine?.(ids, to.line)
          })
        }
      />
      <MoveDialog
        open={asked?.what === 'move'}
        count={ids.length}
        onClose={onClose}
        onChoose={to => choose(() => acts.move?.(ids, to))}
      />
      <KeysDialog open={asked?.what === 'help'} onClose={onClose} />
    </>
  )
}

/** Where the work goes on: the note that is drawn after the last of these, else the one before the first. */
function nextTo(ids: readonly string[]): string | undefined {
  const drawn = [...document.querySelectorAll<HTMLElement>('[data-note]')]
    .filter(each => !each.closest('[inert]'))
    .map(each => each.dataset.note ?? '')
  const gone = new Set(ids)
  const last = drawn.findLastIndex(id => gone.has(id))
  return drawn.slice(last + 1).find(id => !gone.has(id)) ?? drawn.slice(0, last).findLast(id => !gone.has(id))
}
