import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

/** The hues of a bouwsteen on paper, as on the screen (app/globals.css, light): of its mark, its piece of the mosaic, its notes. */
export type Hues = { accent: string; tile: string; note: string }

export const hues: Record<Bouwsteen, Hues> = {
  opgave: { accent: '#944037', tile: '#fff2ef', note: '#ffd7cf' },
  waarde: { accent: '#7f5400', tile: '#fcf5e9', note: '#fce2b8' },
  'samen-doen': { accent: '#3f6b21', tile: '#f1f9ed', note: '#d5f0c7' },
  verankering: { accent: '#007166', tile: '#e9faf7', note: '#b8f4ec' },
  deelname: { accent: '#0e629a', tile: '#ecf7ff', note: '#c5ebff' },
  binding: { accent: '#684c94', tile: '#f7f3ff', note: '#ecdeff' },
  organisatie: { accent: '#8c3f67', tile: '#fff1f7', note: '#ffd6ec' },
}
