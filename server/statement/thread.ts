import { parentPort } from 'node:worker_threads'
import type { JobAnswer } from './workshop.ts'

/** Answers the jobs of a workshop, in the thread's own script. What `work` throws is told by name and message. */
export function answerJobs<Job>(work: (job: Job) => unknown): void {
  parentPort?.on('message', async ({ id, job }: { id: number; job: Job }) => {
    let answer: JobAnswer
    try {
      answer = { id, result: await work(job) }
    } catch (error) {
      const { message, name } = error as Error
      answer = { id, error: { message: String(message), name } }
    }
    parentPort?.postMessage(answer)
  })
}
