'use client'
import { AnswerForm } from './answer-form.tsx'
import type { Slot } from './cast-vote.ts'
import { DotsForm } from './dots-form.tsx'

/** The form that fits the ballot's method. `as`: whose order of the texts it is. */
export function VoteForm({ slot, as }: { slot: Slot; as: string }) {
  return slot.ballot.method === 'dots' ? <DotsForm slot={slot} as={as} /> : <AnswerForm slot={slot} as={as} />
}
