import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

/** Where one comes in: the board, at the bouwsteen of the card that was scanned. */
export const boardAt = (session: string, tile: Bouwsteen | null): string =>
  `/${session}/board${tile === null ? '' : `?tile=${tile}`}`
