'use client'
import { useState } from 'react'
import { useElsewhere } from '#components/board/bouwsteen/open-tiles.ts'
import { TileStrip } from '#components/board/bouwsteen/tile-strip.tsx'
import { Swiper } from '#components/board/phone/swiper.tsx'
import { useKeyboard } from '#components/board/phone/use-keyboard.ts'
import { useCan, useOpenTiles } from '#components/live/board.tsx'
import { useDesk, useDeskActions } from '#components/live/desk.ts'
import { useDrafted } from '#components/live/drafts.ts'
import { useConnection } from '#components/live/session.tsx'
import { RefusalNotice } from '#components/session/refusal-notice.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote, Desks } from '#lib/domain/desk.ts'
import { deskMessages } from '#lib/i18n/desk.ts'
import { DeskComposer } from './desk-composer.tsx'
import { DeskNoteDialog } from './desk-note-dialog.tsx'
import { DeskPanel } from './desk-panel.tsx'
import { LayOutAll } from './lay-out.tsx'

/** One's own desk: one bouwsteen at a time, the promise above it, and at the thumb the place to write. */
export function Desk({ desks }: { desks: Desks }) {
  useKeyboard()
  const notes = useDesk()
  const open = useOpenTiles() ?? bouwstenen
  // What one was at is what one comes back to, where one may write now.
  const [shown, setShown] = useState<Bouwsteen>(useDrafted(open) ?? open[0] ?? 'opgave')
  const [opened, setOpened] = useState<string | null>(null)
  const lying = notes.filter(note => note.deletedAt === null)
  const on = (bouwsteen: Bouwsteen, those: readonly DeskNote[]) =>
    those.filter(note => note.bouwsteen === bouwsteen)
  const counts = Object.fromEntries(bouwstenen.map(each => [each, on(each, lying).length])) as Record<
    Bouwsteen,
    number
  >
  const elsewhere = useElsewhere()
  const mayWrite = useCan()({ type: 'writeDesk', bouwsteen: shown }) !== 'tile-closed'
  const mayLayOut = desks.promise === 'named' && desks.layOut
  return (
    <div data-fills-screen className="flex min-h-0 grow flex-col">
      <RefusalNotice />
      <Unconnected />
      {mayLayOut && <LayOutAll notes={lying} />}
      <TileStrip shown={shown} counts={counts} onChoose={setShown} />
      <Swiper shown={shown} onShown={setShown}>
        {each => (
          <DeskPanel
            bouwsteen={each}
            notes={on(each, lying)}
            binned={on(
              each,
              notes.filter(note => note.deletedAt !== null),
            )}
            onTile={setShown}
            onOpen={setOpened}
          />
        )}
      </Swiper>
      {mayWrite ? (
        <DeskComposer key={shown} bouwsteen={shown} lying={lying} notes={notes} />
      ) : (
        <p className="px-3 py-3 text-sm text-muted sm:px-5" style={{ background: `var(--tile-${shown})` }}>
          {elsewhere}
        </p>
      )}
      <DeskNoteDialog
        note={lying.find(note => note.id === opened) ?? null}
        notes={lying}
        mayLayOut={mayLayOut}
        onClose={() => setOpened(null)}
      />
    </div>
  )
}

/** Said when the desk's own line is away; what stands in the page's head is about the board's. */
function Unconnected() {
  const t = useMessages(deskMessages)
  const { state } = useConnection()
  const came = useDeskActions() !== null
  return (
    <p role="status" className="px-3 text-sm font-semibold text-danger sm:px-4">
      {state === 'offline' && (came ? t.waiting : t.notHereYet)}
    </p>
  )
}
