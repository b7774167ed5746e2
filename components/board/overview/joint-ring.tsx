'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { overviewMessages } from '#lib/i18n/overview.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import type { SeenJoint } from './coherence.tsx'

type Point = { x: number; y: number }
/** From the middle of the picture to the bouwstenen, in hundredths of its width. */
const RADIUS = 38

/** The bouwstenen in a ring in the order of the method, the opgave at the top: no line between two runs through a third. */
function pointOf(bouwsteen: Bouwsteen): Point {
  const turn = (bouwstenen.indexOf(bouwsteen) / bouwstenen.length) * 2 * Math.PI
  return { x: 50 + RADIUS * Math.sin(turn), y: 50 - RADIUS * Math.cos(turn) }
}

/** How thick a joint is drawn, in px: it thickens with each piece of cement, ever less. */
const widthOf = (strength: number): number => 3 + 5 * Math.log2(strength)

/**
 * The joints as lines between the bouwstenen: the more cement, the thicker, with the count on it; empty ones of the method dashed.
 * What can be chosen are buttons on the lines, on a phone only where cement is; the table beneath says all in words.
 */
export function JointRing(props: {
  joints: readonly SeenJoint[]
  chosen: string | null
  onChoose: (key: string) => void
}) {
  const t = useMessages(overviewMessages)
  const { joints } = props
  return (
    <figure>
      <figcaption className="sr-only">{t.picture}</figcaption>
      <div className="relative mx-auto aspect-square w-full max-w-[max(18rem,min(40rem,calc(100dvh-17rem)))]">
        <svg aria-hidden="true" viewBox="0 0 100 100" className="absolute inset-0 size-full">
          {joints.map(joint => (
            <Line key={joint.key} joint={joint} chosen={joint.key === props.chosen} />
          ))}
        </svg>
        {joints
          .filter(joint => joint.strength > 0 || joint.tuned)
          .map(joint => (
            <Badge
              key={joint.key}
              joint={joint}
              chosen={joint.key === props.chosen}
              onChoose={props.onChoose}
            />
          ))}
        {bouwstenen.map(each => (
          <Tile key={each} bouwsteen={each} />
        ))}
      </div>
      <Legend />
    </figure>
  )
}

function Line({ joint, chosen }: { joint: SeenJoint; chosen: boolean }) {
  const [from, to] = joint.between.map(pointOf)
  if (!from || !to || (joint.strength === 0 && !joint.tuned && !chosen)) return null
  const empty = joint.strength === 0
  return (
    <line
      x1={from.x}
      y1={from.y}
      x2={to.x}
      y2={to.y}
      vectorEffect="non-scaling-stroke"
      stroke={
        chosen ? 'var(--focus)' : empty ? 'var(--muted)' : 'color-mix(in oklab, var(--ink) 55%, var(--paper))'
      }
      strokeWidth={empty ? (chosen ? 3 : 1.5) : widthOf(joint.strength)}
      strokeDasharray={empty ? '2 6' : undefined}
      strokeLinecap="round"
    />
  )
}

function Badge(props: { joint: SeenJoint; chosen: boolean; onChoose: (key: string) => void }) {
  const t = useMessages(overviewMessages)
  const { joint, chosen } = props
  const [from, to] = joint.between.map(pointOf)
  if (!from || !to) return null
  const empty = joint.strength === 0
  return (
    <button
      type="button"
      aria-label={t.jointLabel(joint.name, t[joint.hold], joint.strength)}
      title={t.jointLabel(joint.name, t[joint.hold], joint.strength)}
      aria-pressed={chosen}
      onClick={() => props.onChoose(joint.key)}
      className={`absolute flex -translate-1/2 items-center justify-center rounded-full border-2 text-sm font-bold tabular-nums hover:brightness-95 ${
        empty ? 'size-6 border-dashed border-muted bg-paper text-muted max-sm:hidden' : 'size-7 border-ink'
      } ${joint.hold === 'strong' ? 'bg-ink text-paper' : 'bg-paper'} aria-pressed:outline-3 aria-pressed:outline-offset-1 aria-pressed:outline-(--focus)`}
      style={{ left: `${(from.x + to.x) / 2}%`, top: `${(from.y + to.y) / 2}%` }}
    >
      {empty ? '?' : joint.strength}
    </button>
  )
}

function Tile({ bouwsteen }: { bouwsteen: Bouwsteen }) {
  const language = useLanguage()
  const { x, y } = pointOf(bouwsteen)
  return (
    <div
      className="absolute flex -translate-1/2 flex-col items-center gap-0.5 rounded-xl border border-line px-2 py-1.5 text-center text-xs leading-tight font-bold shadow-note sm:px-3 sm:text-base"
      style={{ left: `${x}%`, top: `${y}%`, background: `var(--tile-${bouwsteen})` }}
    >
      <BouwsteenIcon bouwsteen={bouwsteen} size={bouwsteen === 'opgave' ? 26 : 20} />
      {bouwsteenContent[bouwsteen].name[language]}
    </div>
  )
}

function Legend() {
  const t = useMessages(overviewMessages)
  const sign =
    'inline-flex size-7 shrink-0 items-center justify-center rounded-full border-2 text-sm font-bold'
  return (
    <ul className="mx-auto mt-2 flex max-w-[36rem] flex-col gap-1.5 text-sm">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`${sign} border-ink bg-ink text-paper`}>
          3
        </span>
        {t.legendStrong}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`${sign} border-ink`}>
          1
        </span>
        {t.legendWeak}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`${sign} border-dashed border-muted text-muted`}>
          ?
        </span>
        {t.legendEmpty}
      </li>
    </ul>
  )
}
