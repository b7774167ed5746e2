import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

/** The accents of the bouwstenen on paper, as on the screen (app/globals.css, light). */
export const accents: Record<Bouwsteen, string> = {
  opgave: '#944037',
  waarde: '#7f5400',
  'samen-doen': '#3f6b21',
  verankering: '#007166',
  deelname: '#0e629a',
  binding: '#684c94',
  organisatie: '#8c3f67',
}
