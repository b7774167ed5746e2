'use client'
import { type CSSProperties, memo, useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { initials } from '#lib/domain/participant.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { LINES_MAX, type NoteSize } from '#lib/wall/note-size.ts'
import { useBusyLine } from '../note/busy-line.tsx'
import { NoteSigns, useSignWords } from '../note/reactions.tsx'
import type { Signs } from '../note/use-signs.ts'
import type { Writer } from '../note/writers.ts'
import { Marked } from '../search/marked.tsx'
import { useIsSelected } from '../selection/selection.ts'
import { useStage } from './stage.ts'
import './wall-note.css'

/**
 * A note on the wall. Hands, keys and what is drawn of it at a distance are looked after for all notes together; here is only what
 * it says and where it lies, so that it is drawn again when that changes and at nothing else.
 */
export const WallNote = memo(function WallNote(props: {
  note: Note
  size: NoteSize
  x: number
  y: number
  writer: Writer
  signs: Signs | null
  colour: string
  faded: boolean
  /** Tab comes to one note of each tile; arrows go on from there. */
  tabStop: boolean
}) {
  const { note, size, x, y, writer, signs } = props
  const t = useMessages(boardMessages)
  const stage = useStage()
  const arrives = useArrives(note.id)
  const selected = useIsSelected(note.id)
  const by = writer.partner === '' ? writer.name : t.by(writer.name, writer.partner)
  const busy = useBusyLine(note.id)?.text
  const said = [`${t.note}: ${note.text || t.emptyNote}`, by, ...useSignWords(signs), busy].filter(Boolean)
  return (
    // biome-ignore lint/a11y/useSemanticElements: text within a real button can't be selected in every browser
    <div
      ref={stage.keep}
      role="button"
      tabIndex={props.tabStop ? 0 : -1}
      data-note={note.id}
      data-mark={writer.mark?.letters}
      data-foot={writer.partner && [initials(writer.name), writer.mark?.letters].filter(Boolean).join(' · ')}
      data-by={busy}
      data-hangs={size.footHangs || undefined}
      data-shelf={size.shelf || undefined}
      data-long={size.lines === LINES_MAX || undefined}
      data-faded={props.faded || undefined}
      aria-pressed={selected || undefined}
      aria-label={said.join('. ')}
      title={by}
      className={`wall-note${arrives ? ' arrives' : ''}`}
      style={
        {
          left: x,
          top: y,
          height: size.height,
          '--note': props.colour,
          '--lines': size.lines,
        } as CSSProperties
      }
    >
      <span className="wall-text">{note.text === '' ? t.emptyNote : <Marked text={note.text} />}</span>
      {signs && (
        <span className="wall-signs">
          <NoteSigns signs={signs} size={11} />
        </span>
      )}
    </div>
  )
})

/** Fading in, a note is a layer of its own, and with it much of what lies about it: not in a hall that lays hundreds. */
const FADING_MAX = 300

/** Whether a note is new here: neither there when the wall was hung, nor come from another tile. */
function useArrives(note: string): boolean {
  const lies = useStage().laid?.lies
  const [arrives] = useState(() => !!lies && lies.size > 0 && lies.size < FADING_MAX && !lies.has(note))
  return arrives
}
