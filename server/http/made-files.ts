import { Refused } from '#server/session/context.ts'
import { JobFailed, WorkshopBusy } from '#server/statement/workshop.ts'

/** A name for a file that every system can keep: "verklaring-netwerk-eigen-voordeur". */
export function fileStem(word: string, network: string): string {
  const name = network
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return [word, name].filter(part => part !== '').join('-')
}

/** What went wrong in the making, as a refusal; anything unforeseen goes on as it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof WorkshopBusy) return new Refused('too-busy')
  if (error instanceof JobFailed && error.reason === 'NoTypesetter') return new Refused('no-typesetter')
  return error
}
