import type { Step } from '#lib/domain/programme.ts'
import type { Language } from '#lib/domain/session.ts'
import { programme } from './programme.ts'

const lines = (texts: readonly string[]): string => texts.join('\n')

/** The steps that a new session begins with: the method's two-day kick-off, in the session's language. */
export function firstSteps(language: Language): Step[] {
  return programme.phases.map(phase => ({
    id: phase.id,
    day: phase.day,
    title: phase.title[language],
    goal: phase.goal[language],
    instruction: lines(phase.activities.map(({ text }) => text[language])),
    notes: lines([
      ...phase.tips.map(tip => tip[language]),
      ...(phase.breakAfter ? [`${phase.breakAfter.label[language]}: ${phase.breakAfter.minutes} min`] : []),
    ]),
    minutes: phase.minutes,
    mode: phase.mode,
    phase: phase.sessionPhase,
    view: phase.view,
    bouwstenen: phase.bouwstenen,
    skipped: false,
  }))
}
