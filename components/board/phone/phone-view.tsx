'use client'
import { useMemo, useRef, useState } from 'react'
import { useBoard, useCan, useOpenTiles } from '#components/live/board.tsx'
import { useDraft } from '#components/live/drafts.ts'
import { useSessionView } from '#components/live/session.tsx'
import { tileAtTable } from '#components/programme/seat.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { TileStrip } from '../bouwsteen/tile-strip.tsx'
import { AddingOver } from '../note/adding-over.tsx'
import { showNote } from '../note/focus-note.ts'
import { notesOn } from '../note/note-order.ts'
import type { Place } from '../place/place.ts'
import { isSign, useKeysWithin } from '../use-keys.ts'
import type { ViewProps } from '../view-props.ts'
import { AddBar } from './add-bar.tsx'
import { Swiper } from './swiper.tsx'
import { TilePanel } from './tile-panel.tsx'
import { useKeyboard } from './use-keyboard.ts'

/** One bouwsteen at a time, swiped between; all within reach of a thumb. */
export function PhoneView({ filter, place, onPlace, onOpen }: ViewProps) {
  useKeyboard()
  const shown = useShownTile(place)
  const mayAdd = useCan()({ type: 'addNote', bouwsteen: shown }) === null
  const { notes } = useBoard()
  const [writing, setWriting] = useState({ open: false, asked: false })
  const [draft, setDraft] = useDraft(shown)
  const tiles = useMemo(
    () =>
      Object.fromEntries(
        bouwstenen.map(each => {
          const lying = notesOn(notes, each)
          const found = lying.filter(filter)
          return [each, { found, hidden: lying.length - found.length }]
        }),
      ) as Record<Bouwsteen, { found: typeof notes; hidden: number }>,
    [notes, filter],
  )
  const counts = Object.fromEntries(bouwstenen.map(each => [each, tiles[each].found.length])) as Record<
    Bouwsteen,
    number
  >
  const go = (tile: Bouwsteen) => onPlace({ tile })
  const within = useRef<HTMLDivElement>(null)
  // What the button at the foot does.
  useKeysWithin(within, event => {
    if (event.key !== 'n' || !isSign(event) || !mayAdd) return
    event.preventDefault()
    setWriting({ open: true, asked: true })
  })
  return (
    <div ref={within} data-fills-screen className="flex min-h-0 grow flex-col">
      <TileStrip shown={shown} counts={counts} onChoose={go} />
      <Swiper shown={shown} onShown={go}>
        {each => (
          <TilePanel
            bouwsteen={each}
            notes={tiles[each].found}
            hidden={tiles[each].hidden}
            onTile={go}
            onStart={text => {
              setDraft(draft.trim() === '' ? text : `${draft}\n${text}`)
              setWriting({ open: true, asked: true })
            }}
            onOpen={onOpen}
          />
        )}
      </Swiper>
      {mayAdd ? (
        <AddBar
          bouwsteen={shown}
          open={writing.open}
          focus={writing.asked}
          onOpen={open => setWriting({ open, asked: open })}
          onLaid={showNote}
        />
      ) : (
        <div style={{ background: `var(--tile-${shown})` }}>
          <AddingOver
            bouwsteen={shown}
            className="mx-auto max-w-3xl px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5"
          />
        </div>
      )}
    </div>
  )
}

/** The tile that one is at, also by a note or a line on it; else that of one’s table, or of the step. It stays when somebody moves that note away. */
function useShownTile(place: Place): Bouwsteen {
  const { notes } = useBoard()
  const open = useOpenTiles()
  const view = useSessionView()
  if (place.tile) return place.tile
  const lying = notes.filter(note => note.deletedAt === null)
  const at = lying.find(note => note.id === place.note) ?? lying.find(note => note.line === place.line)
  return at?.bouwsteen ?? (view && tileAtTable(view)) ?? open?.[0] ?? 'opgave'
}
