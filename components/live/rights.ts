import { rightsIn, type StepRights } from '#lib/domain/step-rights.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** Who may do what in the present step; null: all that the phase lets. */
export const rightsOf = ({ step, session, tables, roster, hosted }: SessionView): StepRights | null =>
  rightsIn(step?.step ?? null, session.phase, { tables, people: roster, hosted })
