/** A process of its own for one round of one subject, so that what a round leaves behind slows down no other's load. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Figures, Span } from './load.ts'
import { LOAD_CORE, pin } from './machine.ts'
import { scenarios } from './scenarios.ts'
import type { SubjectName } from './subject.ts'

type Asked = { scenario: string; subject: SubjectName; span: Span }

/** Runs one round. Throws when it ends without figures. */
export async function round(asked: Asked): Promise<Figures> {
  const child = fork(import.meta.filename, [JSON.stringify(asked)])
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${asked.scenario} with ${asked.subject} ended with ${code}`)
  })
  const [figures] = (await Promise.race([once(child, 'message'), ended])) as [Figures]
  ended.catch(() => {})
  return figures
}

if (process.send && process.argv[1] === import.meta.filename) {
  const { scenario, subject, span } = JSON.parse(process.argv[2] ?? '') as Asked
  pin(process.pid, LOAD_CORE)
  const figures = await scenarios.find(({ name }) => name === scenario)?.run(subject, span)
  process.send(figures, () => process.exit())
}
