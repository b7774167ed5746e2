import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

type Point = readonly [number, number]
/** One piece: its outline in the drawing's own units, where its name stands, and its notes' corners with their slant in degrees. */
type Piece = { id: Bouwsteen; outline: Point[]; name: Point; notes: [x: number, y: number, slant: number][] }

/** Neighbours as the method reasons: waarde–deelname–verankering to the left, samen doen–organisatie–binding to the right. */
const pieces: Piece[] = [
  {
    id: 'waarde',
    outline: [
      [138, 148],
      [0, 104],
      [0, 0],
      [252, 0],
      [238, 104],
    ],
    name: [22, 36],
    notes: [
      [24, 52, -2],
      [76, 60, 2],
      [130, 50, -1],
      [182, 58, 3],
    ],
  },
  {
    id: 'samen-doen',
    outline: [
      [238, 104],
      [252, 0],
      [480, 0],
      [480, 92],
      [338, 140],
    ],
    name: [274, 36],
    notes: [
      [274, 54, 2],
      [332, 60, -2],
      [392, 46, 1],
    ],
  },
  {
    id: 'organisatie',
    outline: [
      [338, 140],
      [480, 92],
      [480, 302],
      [346, 262],
    ],
    name: [362, 160],
    notes: [
      [364, 178, -2],
      [420, 190, 3],
    ],
  },
  {
    id: 'binding',
    outline: [
      [346, 262],
      [480, 302],
      [480, 400],
      [228, 400],
      [246, 302],
    ],
    name: [262, 322],
    notes: [
      [260, 340, 2],
      [318, 338, -3],
      [378, 346, 1],
    ],
  },
  {
    id: 'verankering',
    outline: [
      [246, 302],
      [228, 400],
      [0, 400],
      [0, 310],
      [146, 268],
    ],
    name: [22, 336],
    notes: [
      [24, 350, -1],
      [84, 348, 2],
      [144, 338, -2],
    ],
  },
  {
    id: 'deelname',
    outline: [
      [146, 268],
      [0, 310],
      [0, 104],
      [138, 148],
    ],
    name: [22, 154],
    notes: [
      [22, 172, 2],
      [76, 184, -2],
      [28, 228, -3],
    ],
  },
  {
    id: 'opgave',
    outline: [
      [238, 104],
      [338, 140],
      [346, 262],
      [246, 302],
      [146, 268],
      [138, 148],
    ],
    name: [242, 178],
    notes: [
      [172, 200, -2],
      [224, 206, 1],
      [276, 196, 3],
    ],
  },
]

/** Shrinks an outline towards its middle by half a joint; the round stroke gives back the corners. */
function laid(outline: readonly Point[]): string {
  const middle = [0, 1].map(
    axis => outline.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / outline.length,
  )
  const [mx = 0, my = 0] = middle
  const inset = (value: number, centre: number) =>
    value + Math.sign(centre - value) * Math.min(11, Math.abs(centre - value))
  return outline.map(([x, y]) => `${inset(x, mx)},${inset(y, my)}`).join(' ')
}

/** The mosaic as one picture, seven pieces with the Opgave at the heart. Decoration: everything it says is said in words too. */
export function MosaicDrawing({ names }: { names: Record<Bouwsteen, string> }) {
  return (
    <svg viewBox="-6 -6 492 412" aria-hidden="true" className="block h-auto w-full">
      <rect x="-6" y="-6" width="492" height="412" rx="22" fill="var(--cement)" />
      {pieces.map(({ id, outline, name: [x, y], notes }) => {
        const heart = id === 'opgave'
        return (
          <g key={id}>
            <polygon
              points={laid(outline)}
              fill={`var(--tile-${id})`}
              stroke={`var(--tile-${id})`}
              strokeWidth="14"
              strokeLinejoin="round"
            />
            {notes.map(([left, top, slant]) => (
              <g key={`${left}`} transform={`translate(${left} ${top}) rotate(${slant})`}>
                <rect width="46" height="38" rx="4" fill={`var(--note-${id})`} />
                <path
                  d="M8 12h30M8 19h26M8 26h18"
                  stroke={`var(--accent-${id})`}
                  strokeWidth="2"
                  strokeLinecap="round"
                  opacity=".45"
                />
              </g>
            ))}
            <text
              x={x}
              y={y}
              textAnchor={heart ? 'middle' : 'start'}
              fontSize={heart ? 26 : 15}
              fontWeight="700"
              fill={`var(--accent-${id})`}
            >
              {names[id]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
