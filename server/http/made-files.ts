import { Refused } from '#server/session/context.ts'
import { JobFailed, WorkshopBusy } from '#server/statement/workshop.ts'

/** What fails where the machine lacks what makes a file. */
const lacking: readonly string[] = ['NoTypesetter', 'NoRaster']

/** What went wrong in the making, as a refusal; anything unforeseen goes on as it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof WorkshopBusy) return new Refused('too-busy')
  if (error instanceof JobFailed && lacking.includes(error.reason)) return new Refused('no-typesetter')
  return error
}
