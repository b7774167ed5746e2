'use client'
import { type CSSProperties, type RefObject, useCallback, useId } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Cement } from '#lib/domain/cement.ts'
import type { Note } from '#lib/domain/note.ts'
import { wallMessages } from '#lib/i18n/wall.ts'
import type { Signs } from '../note/use-signs.ts'
import { CementHandle } from './cement-handle.tsx'
import type { Laid, Laying } from './laying.ts'
import { Links } from './links.tsx'
import { Pieces } from './pieces.tsx'
import type { WallElements } from './use-stage.ts'
import { WallTile } from './wall-tile.tsx'
import './hands.css'

/** The window on the wall. What moves in it is moved beside React: see `CameraControl`. */
export function Frame(props: {
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
              <CementHandle laid={laid} />
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
