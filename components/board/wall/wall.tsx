'use client'
import {
  type CSSProperties,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useCalmBoard, useCan, usePeople } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Board } from '#lib/documents/board.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Cement } from '#lib/domain/cement.ts'
import type { Note } from '#lib/domain/note.ts'
import { wallMessages } from '#lib/i18n/wall.ts'
import { type Signs, signsOf } from '../use-signs.ts'
import type { ViewProps } from '../view-props.ts'
import { AddNote } from './add-note.tsx'
import { Controls } from './controls.tsx'
import { HelpPanel } from './help-panel.tsx'
import { type Laid, Laying } from './laying.ts'
import { Links } from './links.tsx'
import { Minimap } from './minimap.tsx'
import { Pieces } from './pieces.tsx'
import { type Stage, StageProvider } from './stage.ts'
import { useJoints } from './use-joints.ts'
import { useMoving } from './use-moving.ts'
import { useWallStage, type WallElements } from './use-stage.ts'
import { WallTile } from './wall-tile.tsx'
import './wall.css'

/** While others go on, what they did is drawn at most once in so many ms. */
const PACE = 80
/** In a hall with more people than this, pointers would be a swarm of flies. */
const FEW = 12
/** At least so near one is to a note that a link leads to. */
const READING = 1

/** The whole mosaic as one picture, to go nearer in and to work on together. */
export const Wall = memo(function Wall({ filter, place, onOpen }: ViewProps) {
  const board = useCalmBoard(PACE)
  const { notes } = board
  const thickness = useJoints(board)
  const signs = useWallSigns(board)
  const [laying] = useState(() => new Laying())
  const laid = laying.lay(notes)
  const [adding, setAdding] = useState<Bouwsteen | null>(null)
  const [help, setHelp] = useState<Bouwsteen | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const [hall, setHall] = useHall(root)
  const few = usePeople().length < FEW
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [links, setLinks] = useState(false)
  const pointers = chosen ?? (few && !hall)
  const mayAdd = useCan()({ type: 'addNote' }) === null
  const onAdd = mayAdd ? setAdding : null
  const move = useMoving(notes)
  const elements = useRef<WallElements>(null)
  const stage = useWallStage(elements, laid, { pointers, hall })
  useLayoutEffect(() => {
    stage.acts = { move, open: onOpen, add: onAdd }
  })
  useLinked(stage, laid, place.note)
  const back = (tile: Bouwsteen) =>
    root.current
      ?.querySelector<HTMLElement>(`[data-tile="${tile}"] [data-nearer]`)
      ?.focus({ preventScroll: true })
  return (
    <StageProvider value={stage}>
      <div ref={root} data-wall data-hall={hall || undefined} className="wall">
        <Frame
          elements={elements}
          laid={laid}
          thickness={thickness}
          laying={laying}
          filter={filter}
          signs={signs}
          links={links ? board.cement : null}
          onAdd={onAdd}
          onHelp={setHelp}
        />
        {adding && mayAdd && (
          <AddNote
            tile={adding}
            laid={laid}
            onCancel={() => {
              setAdding(null)
              back(adding)
            }}
          />
        )}
        <Minimap arrangement={laid.arrangement} thickness={thickness} />
        <Controls
          pointers={pointers}
          onPointers={() => setChosen(!pointers)}
          links={links}
          onLinks={() => setLinks(!links)}
          hall={hall}
          onHall={() => setHall(!hall)}
        />
        {help && (
          <HelpPanel
            tile={help}
            onAdd={onAdd}
            onTile={setHelp}
            onClose={() => {
              setHelp(null)
              back(help)
            }}
          />
        )}
      </div>
    </StageProvider>
  )
})

/** The window on the wall. What moves in it is moved beside React: see `CameraControl`. */
function Frame(props: {
  elements: RefObject<WallElements | null>
  laid: Laid
  laying: Laying
  thickness: (one: Bouwsteen, other: Bouwsteen) => number
  filter: (note: Note) => boolean
  signs: ReadonlyMap<string, Signs>
  /** What is shown of the cement; null: nothing. */
  links: readonly Cement[] | null
  onAdd: ((tile: Bouwsteen) => void) | null
  onHelp: (tile: Bouwsteen) => void
}) {
  const { elements, laid, laying } = props
  const t = useMessages(wallMessages)
  const keys = useId()
  const { width, height, unit } = laid.arrangement
  const sizeOf = useCallback((note: Note) => laying.sizeOf(note), [laying])
  const found = useCallback(
    (frame: HTMLElement | null) => {
      const part = (name: string) => frame?.querySelector<HTMLElement>(`.wall-${name}`) as HTMLElement
      elements.current = frame && {
        frame,
        scroller: part('scroller'),
        glider: part('glider'),
        world: part('world'),
        mark: part('mark'),
        shield: part('shield'),
        lasso: part('lasso'),
        lens: part('lens'),
        pointers: part('pointers'),
      }
    },
    [elements],
  )
  return (
    <section
      ref={found}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: from here the arrows pan over what is out of sight
      tabIndex={0}
      aria-label={t.wall}
      aria-describedby={keys}
      className="wall-frame"
    >
      <p id={keys} hidden>
        {t.keys}
      </p>
      <div className="wall-scroller">
        <div className="wall-room">
          <div className="wall-glider">
            <div className="wall-world" style={{ width, height, '--unit': unit } as CSSProperties}>
              <Pieces arrangement={laid.arrangement} thickness={props.thickness} />
              {bouwstenen.map(tile => (
                <WallTile
                  key={tile}
                  bouwsteen={tile}
                  laid={laid.tiles[tile]}
                  sizeOf={sizeOf}
                  filter={props.filter}
                  signs={props.signs}
                  onAdd={props.onAdd}
                  onHelp={props.onHelp}
                />
              ))}
              {props.links && <Links cement={props.links} laid={laid} />}
              <div className="wall-mark" hidden />
            </div>
            <div className="wall-pointers" aria-hidden="true" />
          </div>
        </div>
      </div>
      <div className="wall-shield" hidden />
      <div className="wall-lasso" hidden />
      <div className="wall-lens" aria-hidden="true" hidden />
    </section>
  )
}

/** What others say of each note, as it is drawn now. */
function useWallSigns({ reactions, replies }: Board): ReadonlyMap<string, Signs> {
  const me = useSessionView()?.me.id ?? null
  const before = useRef<ReadonlyMap<string, Signs>>(new Map())
  return useMemo(() => {
    before.current = signsOf({ reactions, replies }, me, before.current)
    return before.current
  }, [reactions, replies, me])
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

/** Shown large for a hall: on the whole screen where the browser allows it. */
function useHall(root: RefObject<HTMLElement | null>): [boolean, (hall: boolean) => void] {
  const [hall, setHall] = useState(false)
  useEffect(() => {
    const left = () => {
      if (!document.fullscreenElement) setHall(false)
    }
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [])
  const set = (next: boolean) => {
    setHall(next)
    if (next) void root.current?.requestFullscreen?.().catch(() => {})
    else if (document.fullscreenElement) void document.exitFullscreen()
  }
  return [hall, set]
}
