'use client'
import { useBoard } from '#components/live/board.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { MosaicTile } from './mosaic-tile.tsx'
import { notesOn } from './note-order.ts'

/** Three columns by the method's lines of reasoning: what belongs together lies side by side, with the opgave at the heart. */
const columns: Bouwsteen[][] = [
  ['verankering', 'binding'],
  ['waarde', 'opgave', 'samen-doen'],
  ['deelname', 'organisatie'],
]

/** How much room a tile takes in its column: it grows by steps, so that one note more moves nothing. */
function weight(bouwsteen: Bouwsteen, count: number): number {
  const heart = bouwsteen === 'opgave' ? 1.35 : 1
  return heart * (1 + Math.min(6, Math.floor(count / 4)) * 0.2)
}

/** The whole mosaic on one screen; the joints between the tiles are its cement. */
export function Mosaic(props: {
  filter: (note: Note) => boolean
  onNearer: (bouwsteen: Bouwsteen) => void
  onOpen: (note: string) => void
}) {
  const { notes } = useBoard()
  return (
    <div className="grid h-full min-h-[36rem] grid-cols-[1fr_1.25fr_1fr] gap-2 rounded-xl bg-cement p-2">
      {columns.map(column => (
        <div key={column[0]} className="flex min-h-0 min-w-0 flex-col gap-2">
          {column.map(bouwsteen => {
            const lying = notesOn(notes, bouwsteen)
            return (
              <MosaicTile
                key={bouwsteen}
                bouwsteen={bouwsteen}
                notes={lying}
                weight={weight(bouwsteen, lying.length)}
                {...props}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}
