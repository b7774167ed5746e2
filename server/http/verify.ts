import type { Hono } from 'hono'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import type { Papers } from '#server/statement/papers.ts'
import { WorkshopBusy } from '#server/statement/workshop.ts'
import type { Store } from '#server/store/store.ts'
import { problem } from './problem.ts'
import { readBytes } from './request.ts'

/** Largest file that is looked at, in bytes. */
const FILE_MAX = 20 * 1024 * 1024
/** Files that are read at once: anybody may send one. */
const READINGS_MAX = 8
/** How long a file may take to come, in ms: the largest on a line of 1.3 Mbit/s. Who sends one slowly keeps others waiting. */
const READING_MS = 120_000

/** POST /verify: anybody may ask what a file is. Nothing of it is kept. */
export function verifyRoute(
  app: Hono,
  { store, papers, readingMs = READING_MS }: { store: Store; papers: Papers; readingMs?: number | undefined },
): void {
  let readings = 0
  app.post('/verify', async context => {
    if (readings >= READINGS_MAX) return problem('too-busy')
    readings++
    const file = await readBytes(context.req.raw, FILE_MAX, readingMs).finally(() => readings--)
    if (!file.ok) {
      const refusal = problem(file.refusal)
      // The rest of it is not waited for.
      if (file.refusal === 'too-slow') refusal.headers.set('connection', 'close')
      return refusal
    }
    try {
      const answer = await papers.verify(file.value)
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
