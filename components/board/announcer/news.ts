import type { Board } from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'

/** Least time between two announcements, and how long a text must rest before it counts as written; in ms. */
export const PAUSE = 5000
/** Who lays a note down often writes on in it: for this long, in ms, that is no news of its own. */
const FRESH = 60_000

/** What others did since the last announcement, counted; each note once, by what weighs most. */
export type News = {
  added: ReadonlyMap<Bouwsteen, number>
  moved: ReadonlyMap<Bouwsteen, number>
  /** By the id of the line; null: out of one. */
  lined: ReadonlyMap<string | null, number>
  binned: number
  restored: number
  edited: number
  lines: readonly string[]
  proposals: number
  cement: number
  replies: number
}

type Seen = { from: Note | null; to: Note; at: number }
type Happening =
  | { kind: 'added' | 'moved'; to: Bouwsteen }
  | { kind: 'lined'; line: string | null }
  | { kind: 'binned' | 'restored' | 'edited' | 'nothing' }

/** What became of a note, in the end: moved there and back again is nothing. */
function happeningOf({ from, to }: Seen): Happening {
  const [was, is] = [from !== null && from.deletedAt === null, to.deletedAt === null]
  if (!was && is) return from === null ? { kind: 'added', to: to.bouwsteen } : { kind: 'restored' }
  if (was && !is) return { kind: 'binned' }
  if (!was || from === null) return { kind: 'nothing' }
  if (from.bouwsteen !== to.bouwsteen) return { kind: 'moved', to: to.bouwsteen }
  if (from.line !== to.line) return { kind: 'lined', line: to.line }
  return { kind: from.text === to.text ? 'nothing' : 'edited' }
}

/** What is in `after` and was not in `before`, and stands. */
function newIn<T extends { id: string; deletedAt: number | null }>(
  before: readonly T[],
  after: readonly T[],
): T[] {
  if (before === after) return []
  const known = new Set(before.map(({ id }) => id))
  return after.filter(entry => entry.deletedAt === null && !known.has(entry.id))
}

/**
 * Gathers what others do to the board into one announcement at a time: never two within a pause, nothing of what one did
 * oneself, and nothing at all for what was undone meanwhile. Times are in ms, of any clock that runs on.
 */
export class Bundle {
  private readonly me: string
  private readonly notes = new Map<string, Seen>()
  private readonly fresh = new Map<string, number>()
  private lines: string[] = []
  private proposals = 0
  private cement = 0
  private replies = 0
  private lastSaid = Number.NEGATIVE_INFINITY

  constructor(me: string) {
    this.me = me
  }

  /** Something was said that is not from here: what others do waits for it. */
  said(now: number): void {
    this.lastSaid = now
  }

  take(before: Board, after: Board, now: number): void {
    this.takeNotes(before.notes, after.notes, now)
    const others = <T extends { author: string | null }>(entries: T[]) =>
      entries.filter(({ author }) => author !== this.me)
    this.lines.push(...others(newIn(before.lines, after.lines)).map(({ id }) => id))
    this.proposals += others(newIn(before.proposals, after.proposals)).length
    this.cement += others(newIn(before.cement, after.cement)).length
    this.replies += others(newIn(before.replies, after.replies)).length
  }

  private takeNotes(before: readonly Note[], after: readonly Note[], now: number): void {
    if (before === after) return
    // Mostly one note of many differs: only what doesn't stand where it stood is looked up.
    const former = new Map(before.filter((note, at) => note !== after[at]).map(note => [note.id, note]))
    for (const [at, note] of after.entries()) {
      if (note === before[at]) continue
      const was = former.get(note.id)
      if (was === note || (was === undefined && note.author === this.me)) continue
      const seen = this.notes.get(note.id)
      this.notes.set(note.id, { from: seen ? seen.from : (was ?? null), to: note, at: now })
    }
  }

  /** In how many ms there is something to say; null while there is nothing. */
  wait(now: number): number | null {
    const rests = [...this.notes.values()].flatMap(seen => {
      const { kind } = happeningOf(seen)
      if (kind === 'nothing') return []
      return kind === 'edited' ? [seen.at + PAUSE] : [now]
    })
    if (this.lines.length + this.proposals + this.cement + this.replies > 0) rests.push(now)
    if (rests.length === 0) return null
    return Math.max(0, Math.min(...rests) - now, this.lastSaid + PAUSE - now)
  }

  /** What there is to say now, once; null when it is too early or nothing. Texts that are still being typed in stay behind. */
  next(now: number): News | null {
    if (this.wait(now) !== 0) return null
    const news = {
      ...this.settle(now),
      lines: this.lines,
      proposals: this.proposals,
      cement: this.cement,
      replies: this.replies,
    }
    this.lines = []
    this.proposals = this.cement = this.replies = 0
    const counts = [
      news.added.size,
      news.moved.size,
      news.lined.size,
      news.binned,
      news.restored,
      news.edited,
    ]
    const others = [news.lines.length, news.proposals, news.cement, news.replies]
    if ([...counts, ...others].every(count => count === 0)) return null
    this.lastSaid = now
    return news
  }

  private settle(now: number): Pick<News, 'added' | 'moved' | 'lined' | 'binned' | 'restored' | 'edited'> {
    const [added, moved] = [new Map<Bouwsteen, number>(), new Map<Bouwsteen, number>()]
    const lined = new Map<string | null, number>()
    const counts = { binned: 0, restored: 0, edited: 0 }
    const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1)
    for (const [id, seen] of this.notes) {
      const happening = happeningOf(seen)
      if (happening.kind === 'edited' && now < seen.at + PAUSE) continue
      this.notes.delete(id)
      if (happening.kind === 'added') {
        count(added, happening.to)
        this.fresh.set(id, now + FRESH)
      } else if (happening.kind === 'moved') count(moved, happening.to)
      else if (happening.kind === 'lined') count(lined, happening.line)
      else if (happening.kind === 'edited') {
        if ((this.fresh.get(id) ?? 0) <= now) counts.edited += 1
      } else if (happening.kind !== 'nothing') counts[happening.kind] += 1
    }
    return { added, moved, lined, ...counts }
  }
}
