import type { Line } from './line.ts'
import type { Note } from './note.ts'
import { tellingWords } from './words.ts'

/** A line that a note may belong in, and the words that say so, as they stand in the note; the most telling first. */
export type LineSuggestion = { line: string; words: string[] }
/** Notes in no line that may belong together, by the words that they share. */
export type Cluster = { words: string[]; notes: string[] }
/** What may be done next; nothing of it is done by itself. `lines`: by the note that has none. */
export type Suggestions = { lines: Map<string, LineSuggestion[]>; clusters: Cluster[] }

type Lying = Pick<Note, 'id' | 'text' | 'line' | 'deletedAt'>
type Named = Pick<Line, 'id' | 'title' | 'about' | 'deletedAt'>
type Words = ReadonlyMap<string, string>

/** Most lines that are suggested for one note, most clusters at once, and most words that are named for either. */
const LINES_MAX = 2
const CLUSTERS_MAX = 3
const WORDS_MAX = 3
/** A word that this share of all notes has tells none of them apart; of fewer notes than these it is too early to say. */
const COMMON = 0.25
const FEW = 60
/** What a word of a line's title counts, beside one of its text or of one of its notes. */
const IN_TITLE = 3
/** How much a line must have in common with a note to be named: a rare word of its title, or two of its notes. */
const ENOUGH = 1.4
/** A second line is named when it comes as near as this to the first. */
const NEARLY = 0.75
/** Fewest and most notes of a cluster: a pair is chance, half the board no help. */
const CLUSTER_MIN = 3
const CLUSTER_MAX = 15

/**
 * Lines for the notes that have none, and clusters among these, by the words they share. `lines` and `notes` as they lie on the
 * board, those in the bin included; a note whose line was binned has none.
 */
export function suggest(notes: readonly Lying[], lines: readonly Named[]): Suggestions {
  const open = lines.filter(line => line.deletedAt === null)
  const known = new Set(open.map(line => line.id))
  const lying = notes.filter(note => note.deletedAt === null)
  const words = new Map(lying.map(note => [note.id, wordsOf(note)]))
  const weight = weighing([...words.values()])
  const lineOf = (note: Lying) => (note.line !== null && known.has(note.line) ? note.line : null)
  const profiles = open.map(line => {
    const own = lying.filter(note => note.line === line.id).flatMap(note => words.get(note.id) ?? [])
    return profileOf(line, own)
  })
  const loose = lying.flatMap(note => {
    const own = words.get(note.id)
    return own && own.size > 0 && lineOf(note) === null ? [{ id: note.id, words: own }] : []
  })
  const found = loose.flatMap(note => {
    const fitting = linesFor(note.words, profiles, weight)
    return fitting.length > 0 ? [[note.id, fitting] as const] : []
  })
  return { lines: new Map(found), clusters: clustersOf(loose, weight) }
}

const kept = new WeakMap<Lying, Words>()
/** What a note says, read once: a note that was not changed is the same object. */
function wordsOf(note: Lying): Words {
  const before = kept.get(note)
  if (before) return before
  const words = tellingWords(note.text)
  kept.set(note, words)
  return words
}

/** What a word tells: more the fewer notes have it, nothing when many do. Between 0 and 1. */
function weighing(all: readonly Words[]): (stem: string) => number {
  const count = new Map<string, number>()
  for (const words of all) for (const stem of words.keys()) count.set(stem, (count.get(stem) ?? 0) + 1)
  const total = Math.max(all.length, FEW)
  return stem => {
    const share = (count.get(stem) ?? 1) / total
    return share > COMMON ? 0 : 1 - Math.log(1 + share * 10) / Math.log(11)
  }
}

type Profile = { line: string; strength: Map<string, number> }

/** How strongly each word belongs to a line: by its title, its text, and how many of its notes have it. */
function profileOf(line: Named, notes: readonly Words[]): Profile {
  const strength = new Map<string, number>()
  const add = (stem: string, amount: number) => strength.set(stem, (strength.get(stem) ?? 0) + amount)
  for (const stem of tellingWords(line.title).keys()) add(stem, IN_TITLE)
  for (const stem of tellingWords(line.about).keys()) add(stem, 1)
  for (const words of notes) for (const stem of words.keys()) add(stem, 1)
  return { line: line.id, strength }
}

function linesFor(
  words: Words,
  profiles: readonly Profile[],
  weight: (stem: string) => number,
): LineSuggestion[] {
  const scored = profiles.map(({ line, strength }) => {
    const shared = [...words].flatMap(([stem, word]) => {
      const times = strength.get(stem)
      return times === undefined ? [] : [{ word, score: weight(stem) * Math.log2(1 + times) }]
    })
    const telling = shared.filter(each => each.score > 0).sort((a, b) => b.score - a.score)
    return { line, words: telling, score: telling.reduce((sum, each) => sum + each.score, 0) }
  })
  const fitting = scored.filter(each => each.score >= ENOUGH).sort((a, b) => b.score - a.score)
  const best = fitting[0]?.score ?? 0
  return fitting
    .filter(each => each.score >= best * NEARLY)
    .slice(0, LINES_MAX)
    .map(each => ({ line: each.line, words: each.words.slice(0, WORDS_MAX).map(({ word }) => word) }))
}

type Loose = { id: string; words: Words }

/**
 * Groups around a word that some of the notes share, the tightest first, no note in two of them. A group is the tighter the more
 * its notes share besides that word.
 */
function clustersOf(notes: readonly Loose[], weight: (stem: string) => number): Cluster[] {
  const having = new Map<string, Loose[]>()
  for (const note of notes)
    for (const stem of note.words.keys()) {
      const others = having.get(stem)
      if (others) others.push(note)
      else having.set(stem, [note])
    }
  const groups = [...having].flatMap(([stem, own]) =>
    own.length < CLUSTER_MIN || own.length > CLUSTER_MAX || weight(stem) === 0 ? [] : [{ stem, own }],
  )
  const found: Cluster[] = []
  const taken = new Set<string>()
  const best = () => {
    const left = groups.flatMap(({ stem, own }) => {
      const free = own.filter(note => !taken.has(note.id))
      return free.length < CLUSTER_MIN ? [] : [groupAround(stem, free, weight)]
    })
    return left.sort((a, b) => b.score - a.score)[0]
  }
  while (found.length < CLUSTERS_MAX) {
    const group = best()
    if (!group) break
    found.push({ words: group.words, notes: group.notes })
    for (const id of group.notes) taken.add(id)
  }
  return found
}

function groupAround(stem: string, own: readonly Loose[], weight: (stem: string) => number) {
  const shared = new Map<string, number>()
  for (const { words } of own) for (const each of words.keys()) shared.set(each, (shared.get(each) ?? 0) + 1)
  const scoreOf = ([each, count]: [string, number]) => (weight(each) * (count - 1)) / own.length
  const telling = [...shared].filter(([, count]) => count > 1).sort((a, b) => scoreOf(b) - scoreOf(a))
  const named = telling
    .filter(([each, count]) => each !== stem && count * 2 >= own.length)
    .map(([each]) => each)
  const asWritten = (each: string) => own.find(({ words }) => words.has(each))?.words.get(each) ?? each
  return {
    score: telling.reduce((sum, each) => sum + scoreOf(each), 0),
    words: [stem, ...named].slice(0, WORDS_MAX).map(asWritten),
    notes: own.map(note => note.id),
  }
}
