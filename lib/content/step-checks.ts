import { type CheckKind, checkKindSchema } from '#lib/domain/check.ts'
import type { Step } from '#lib/domain/programme.ts'
import { programme } from './programme.ts'

/** The checks that the method uses in one of its steps, also where that is repeated; none in a step of the group's own. */
export function checksFor({ id, title }: Pick<Step, 'id' | 'title'>): CheckKind[] {
  const { phases } = programme
  const same =
    phases.find(phase => phase.id === id) ?? phases.find(phase => Object.values(phase.title).includes(title))
  return (same?.uses ?? []).flatMap(each => checkKindSchema.safeParse(each).data ?? [])
}
