import { readFileSync } from 'node:fs'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'

/** People who simulate a room beside the browser that is measured. */
export const PEOPLE = 30

/** A note of the scene. `x`, `y`: its corner in the world of the peers; `person` owns it and is the only one of the crowd who touches it. */
export type SceneNote = {
  id: string
  text: string
  bouwsteen: Bouwsteen
  person: number
  x: number
  y: number
}
/** `note`: the side of a note, in the units of the world, as `width` and `height` are. */
export type Scene = { notes: SceneNote[]; note: number; width: number; height: number }

const NOTE = 200
const CELL = 210
const GUTTER = 120
/** As the mosaic has them. */
const columns: Bouwsteen[][] = [
  ['verankering', 'binding'],
  ['waarde', 'opgave', 'samen-doen'],
  ['deelname', 'organisatie'],
]

function texts(): string[] {
  const file = new URL('../../../lib/content/example-session.json', import.meta.url)
  const { notes } = JSON.parse(readFileSync(file, 'utf8')) as { notes: { text: string }[] }
  return notes.map(({ text }) => text)
}

/** The same notes for all subjects: the example's texts over and over, in seven groups that lie as the mosaic's tiles do. */
export function sceneOf(count: number): Scene {
  const said = texts()
  const each = Math.ceil(count / bouwstenen.length)
  // The columns hold two, three and two tiles and are equally high, so that the whole is about as wide as a screen.
  const outer = Math.ceil(Math.sqrt(each))
  const inner = Math.ceil(each / Math.floor((2 * Math.ceil(each / outer)) / 3))
  const rows = new Map<Bouwsteen, { x: number; y: number; across: number }>()
  let x = 0
  let height = 0
  for (const column of columns) {
    const across = column.length === 3 ? inner : outer
    const tall = Math.ceil(each / across) * CELL + GUTTER
    for (const [rank, bouwsteen] of column.entries()) rows.set(bouwsteen, { x, y: rank * tall, across })
    height = Math.max(height, column.length * tall - GUTTER)
    x += across * CELL + GUTTER
  }
  const notes = Array.from({ length: count }, (_, index): SceneNote => {
    const bouwsteen = bouwstenen[index % bouwstenen.length] as Bouwsteen
    const place = rows.get(bouwsteen) ?? { x: 0, y: 0, across: 1 }
    const rank = Math.floor(index / bouwstenen.length)
    return {
      id: `bench-note-${String(index).padStart(4, '0')}`,
      text: said[index % said.length] ?? '',
      bouwsteen,
      person: index % PEOPLE,
      x: place.x + (rank % place.across) * CELL,
      y: place.y + Math.floor(rank / place.across) * CELL,
    }
  })
  return { notes, note: NOTE, width: x - GUTTER, height }
}
