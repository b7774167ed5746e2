import { z } from 'zod'
import { legible } from './legible.ts'

/** A line that somebody gives and others read among their own words: a name, a title. What can't be seen is left out. */
export const legibleLine = (max: number, min = 1) =>
  z.string().transform(legible).pipe(z.string().min(min).max(max))
