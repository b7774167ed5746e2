'use client'
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useBoard, useCan } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import type { Board } from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { LETTERS } from '#lib/wall/note-size.ts'
import { type Signs, signsOf, useCementCounts } from '../note/use-signs.ts'
import type { ViewProps } from '../view-props.ts'
import { AddNote } from './add-note.tsx'
import { Controls } from './controls.tsx'
import { Frame } from './frame.tsx'
import { HelpPanel } from './help-panel.tsx'
import { type Laid, Laying } from './laying.ts'
import { Minimap } from './minimap.tsx'
import { type Stage, StageProvider } from './stage.ts'
import { useJoints } from './use-joints.ts'
import { useLook } from './use-look.ts'
import { useMoving } from './use-moving.ts'
import { useWallStage, type WallElements } from './use-stage.ts'
import './controls.css'
import './wall.css'

/** At least so near one is to a note that a link leads to. */
const READING = 1

/** The whole mosaic as one picture, to go nearer in and to work on together. */
export const Wall = memo(function Wall({
  filter,
  place,
  onOpen,
  watching = false,
}: ViewProps & {
  /** Only to look at, large, and always whole. */
  watching?: boolean
}) {
  const board = useBoard()
  const thickness = useJoints(board)
  const [laying] = useState(() => new Laying())
  const [adding, setAdding] = useState<Bouwsteen | null>(null)
  const [help, setHelp] = useState<Bouwsteen | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const elements = useRef<WallElements>(null)
  const look = useLook(root, watching)
  const signs = useWallSigns(board, look.hall)
  const { aspect } = look
  const laidFor = useMemo(
    () =>
      aspect === null
        ? undefined
        : { aspect, letters: LETTERS.hall, shelf: (note: string) => signs.has(note) },
    [aspect, signs],
  )
  const laid = laying.lay(board.notes, laidFor)
  const mayAdd = useCan()({ type: 'addNote' }) === null
  const onAdd = mayAdd && !watching ? setAdding : null
  const move = useMoving(board.notes)
  const stage = useWallStage(elements, laid, look)
  useLayoutEffect(() => {
    stage.acts = { move, open: onOpen, add: onAdd }
  })
  useLinked(stage, laid, place.note)
  const { arrangement } = laid
  useEffect(() => {
    if (watching && arrangement) stage.camera.showAll()
  }, [watching, arrangement, stage])
  const leave = (tile: Bouwsteen, close: (nothing: null) => void) => {
    close(null)
    const tools = root.current?.querySelector<HTMLElement>(`[data-tile="${tile}"] [data-nearer]`)
    tools?.focus({ preventScroll: true })
  }
  const shown = { laid, laying, thickness, filter, signs, onAdd, onHelp: setHelp }
  return (
    <StageProvider value={stage}>
      <div
        ref={root}
        data-wall
        data-hall={look.hall || undefined}
        data-watching={watching || undefined}
        className="wall"
      >
        <Frame elements={elements} links={look.links ? board.cement : null} {...shown} />
        {adding && mayAdd && <AddNote tile={adding} laid={laid} onCancel={() => leave(adding, setAdding)} />}
        {!watching && <Minimap arrangement={arrangement} thickness={thickness} />}
        {!watching && <Controls {...look} />}
        {help && (
          <HelpPanel tile={help} onAdd={onAdd} onTile={setHelp} onClose={() => leave(help, setHelp)} />
        )}
      </div>
    </StageProvider>
  )
})

const noCement: ReadonlyMap<string, number> = new Map()

/** What others say of each note, as it is drawn now. In a hall the joints tell of the cement. */
function useWallSigns({ reactions, replies }: Board, hall: boolean): ReadonlyMap<string, Signs> {
  const me = useSessionView()?.me.id ?? null
  const counts = useCementCounts()
  const cement = hall ? noCement : counts
  const before = useRef<ReadonlyMap<string, Signs>>(new Map())
  return useMemo(() => {
    before.current = signsOf({ reactions, replies, cement }, me, before.current)
    return before.current
  }, [reactions, replies, cement, me])
}

/** Goes near the note that a link led to, once it is there. */
function useLinked(stage: Stage, laid: Laid, note: string | undefined): void {
  const wanted = useRef(note)
  useEffect(() => {
    const lies = wanted.current === undefined ? undefined : laid.lies.get(wanted.current)
    if (!lies) return
    wanted.current = undefined
    if (stage.detail.detail === 'far') stage.camera.bringIn(lies.rect, READING)
  }, [stage, laid])
}
