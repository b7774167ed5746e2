import { COMMENTS_MAX, type Comment } from '#lib/domain/comment.ts'
import { can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import type { SessionTransaction } from '#server/store/store.ts'
import { actorOf, type Context, Refused } from '../context.ts'
import { present } from '../present.ts'

type Said = Pick<Comment, 'id' | 'thread' | 'on' | 'text'>

/** Says something about a passage, or answers to what was said, in one's own name; the same id again changes nothing. */
export async function comment(context: Context, said: Said): Promise<null> {
  await mustComment(context)
  const { tx, actor, at } = context
  const all = await tx.comments()
  const had = all.find(({ id }) => id === said.id)
  if (had) {
    if (had.by !== actor.id) throw new Refused('entry-exists')
    return null
  }
  const begins = said.thread === said.id
  if (begins !== (said.on !== null)) throw new Refused('incomplete-entry')
  if (!begins && !all.some(({ id, thread }) => id === said.thread && id === thread))
    throw new Refused('unknown-thread')
  if (all.length >= COMMENTS_MAX) throw new Refused('too-many-entries')
  await tx.saveComment({ ...said, by: actor.id, at, settled: null })
  return null
}

/** Marks a thread as dealt with, or as open again: by anybody who writes the text. */
export async function settleThread(context: Context, id: string, settled: boolean): Promise<null> {
  await mustComment(context)
  const { tx, actor, at } = context
  const first = (await tx.comments()).find(each => each.id === id && each.thread === id)
  if (!first) throw new Refused('unknown-thread')
  if ((first.settled !== null) === settled) return null
  await tx.saveComment({ ...first, settled: settled ? { by: actor.id, at } : null })
  return null
}

async function mustComment({ tx, session, actor }: Context): Promise<void> {
  const held = (await tx.room()).leading.held
  const refusal = can(actorOf(actor, held), { type: 'writeStatement' }, stageOf(session))
  if (refusal) throw new Refused(refusal)
}

/** All comments, for everybody in the session. */
export async function readComments(tx: SessionTransaction, participant: string): Promise<Comment[]> {
  await present(tx, participant)
  return tx.comments()
}
