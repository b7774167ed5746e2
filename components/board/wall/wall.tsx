'use client'
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useBoard, useCan, useOpenTiles } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import type { Board } from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { LETTERS } from '#lib/wall/note-size.ts'
import { type Signs, signsOf, useCementCounts } from '../note/use-signs.ts'
import type { Place } from '../place/place.ts'
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
  const can = useCan()
  const open = useOpenTiles()
  const mayAdd = can({ type: 'addNote' }) === null
  const bound = useSessionView()?.me.role === 'facilitator' ? null : open
  const begin = useCallback((tile: Bouwsteen) => (bound?.includes(tile) ?? true) && setAdding(tile), [bound])
  const onAdd = mayAdd && !watching ? begin : null
  const move = useMoving(board.notes)
  const stage = useWallStage(elements, laid, look)
  useLayoutEffect(() => {
    stage.acts = { move, open: onOpen, add: onAdd }
  })
  useLinked(stage, laid, place, board.notes)
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
        {adding && can({ type: 'addNote', bouwsteen: adding }) === null && (
          <AddNote tile={adding} laid={laid} onCancel={() => leave(adding, setAdding)} />
        )}
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

/** Goes to where a link led, or where one was in another view, once it is there: a note, the notes of a line, a tile. */
function useLinked(stage: Stage, laid: Laid, place: Place, notes: readonly Note[]): void {
  const wanted = useRef<Place | null>(place)
  useEffect(() => {
    if (wanted.current === null || laid.lies.size === 0) return
    const { note, line, tile } = wanted.current
    const ids = notes.filter(each => each.line !== null && each.line === line).map(each => each.id)
    const { camera, detail } = stage
    // All of it may not be in sight yet: the notes have just come.
    const far = (camera.showsAll ? camera.zoomOfAll : camera.camera.zoom) < detail.zooms.near
    if (note !== undefined) {
      const lies = laid.lies.get(note)
      if (!lies) return
      if (far) camera.show(lies.rect, READING)
    } else if (line !== undefined) {
      if (!stage.point(ids)) return
    } else if (tile !== undefined && far) stage.zoomTo(tile)
    wanted.current = null
  }, [stage, laid, notes])
}
