import type { Hono } from 'hono'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import type { Papers } from '#server/statement/papers.ts'
import { WorkshopBusy } from '#server/statement/workshop.ts'
import type { Store } from '#server/store/store.ts'
import { problem } from './problem.ts'
import { readBytes } from './request.ts'

/** Largest file that is looked at, in bytes. */
const FILE_MAX = 20 * 1024 * 1024
/** Files that are read at once: anybody may send one, as slowly as they like. */
const READINGS_MAX = 8

/** POST /verify: anybody may ask what a file is. Nothing of it is kept. */
export function verifyRoute(app: Hono, { store, papers }: { store: Store; papers: Papers }): void {
  let readings = 0
  app.post('/verify', async context => {
    if (readings >= READINGS_MAX) return problem('too-busy')
    readings++
    const file = await readBytes(context.req.raw, FILE_MAX).finally(() => readings--)
    if (file === null) return problem('too-large')
    try {
      const answer = await papers.verify(file)
      context.header('cache-control', 'no-store')
      return context.json(await withKnown(answer, store))
    } catch (error) {
      if (error instanceof WorkshopBusy) return problem('too-busy')
      throw error
    }
  })
}

/** Adds whether the statement is still kept here. It says nothing about the file: a session may have been removed. */
async function withKnown(answer: VerifyAnswer, store: Store): Promise<VerifyAnswer> {
  if (!answer.statement || answer.verdict === 'not-ours') return answer
  const known = (await store.snapshotAnywhere(answer.statement.hash)) !== null
  return { ...answer, checks: [...answer.checks, { id: 'known-here', passed: known }] }
}
