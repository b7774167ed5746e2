import { must } from '#lib/assert.ts'
import { addCement, addReply, readBoard, toggleReaction } from '#lib/documents/board.ts'
import type { Example } from './material.ts'
import { makingOf, type Person } from './person.ts'

/** Who is there, and which notes hang: `writers` by representative, `notes` from the material's ids to the session's. */
type Written = {
  example: Example
  facilitator: Person
  writers: ReadonlyMap<string, Person>
  notes: ReadonlyMap<string, string>
  say: (line: string) => void
}

/** Everybody draws cement, replies and reacts to what the others wrote; done when the facilitator sees all of it. */
export async function enrich({ example, facilitator, writers, notes, say }: Written): Promise<void> {
  const who = (rep: string): Person => must(writers.get(rep), rep)
  const note = (id: string): string => must(notes.get(id), id)
  for (const { from, to, rep, text } of example.cement) {
    const writer = who(rep)
    addCement(await writer.look('board'), makingOf(writer), { from: note(from), to: note(to), text })
  }
  for (const { note: id, rep, text } of example.replies) {
    const writer = who(rep)
    addReply(await writer.look('board'), makingOf(writer), { note: note(id), text })
  }
  let reactions = 0
  // Colleagues of one partner may be played by one person, who would take back what they just gave.
  for (const { note: id, kind, reps } of example.reactions)
    for (const writer of new Set(reps.map(who))) {
      toggleReaction(await writer.look('board'), makingOf(writer), { note: note(id), kind })
      reactions += 1
    }
  await facilitator.sees('board', 'cement, replies and reactions', doc => {
    const board = readBoard(doc)
    const [cement, replies] = [example.cement.length, example.replies.length]
    return (
      board.cement.length === cement &&
      board.replies.length === replies &&
      board.reactions.length === reactions
    )
  })
  say(`${example.cement.length} pieces of cement, ${example.replies.length} replies, ${reactions} reactions`)
}
