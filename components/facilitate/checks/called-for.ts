import { isShown } from '#lib/domain/present-check.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** The check that is open; what came of the latest one in this step, or on the screens; which ones fit the step and were not done in it. */
export function calledFor({ checks, step, suggested }: SessionView) {
  const since = step?.since ?? null
  const running = checks.find(({ state }) => state === 'open') ?? null
  const inStep = ({ openedAt }: CheckView) => since !== null && openedAt >= since
  const latest =
    checks.findLast(each => each.state === 'closed' && (isShown(each, since) || inStep(each))) ?? null
  const done = checks.filter(each => inStep(each)).map(({ kind }) => kind)
  const fitting = (suggested ?? []).filter(kind => !done.includes(kind))
  return { running, latest, fitting }
}
