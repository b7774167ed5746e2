import * as Y from 'yjs'
import { addNote, type Board, readBoard, textOf } from '#lib/documents/board.ts'
import type { JoinAnswer } from '#lib/protocol/requests.ts'
import { ask } from '#server/example/person.ts'
import { bytesOf } from './board-people.ts'
import type { Cluster } from './cluster.ts'
import { publicSession } from './public-session.ts'
import { Visitor } from './visitor.ts'

export type Hall = Awaited<ReturnType<typeof openHall>>

/** A session on a cluster. `come` lets somebody in who looks at its board over the proxy, or straight at one node. */
export async function openHall(cluster: Pick<Cluster, 'url' | 'nodes'>, partners: readonly string[] = []) {
  const made = await publicSession(cluster.url, partners)
  const come = async (name: string, node?: number): Promise<Visitor> => {
    const url = node === undefined ? cluster.url : cluster.nodes[node]?.url
    if (url === undefined) throw new Error(`There is no node ${node}.`)
    const place = { url, origin: cluster.url }
    const identity = await ask<JoinAnswer>(place, '/api/join', {
      body: { code: made.code, name, partner: null },
    })
    const visitor = new Visitor(place, identity)
    await visitor.synced()
    return visitor
  }
  return { ...made, come }
}

/** How long the note of all may become, in characters, and how many words one writes in each note of one's own after that. */
const SHARED_MAX = 1200
const OWN_WORDS = 60

/** One who writes words at the end of the note of all, and when that is full in notes of their own; each word once. */
export class Writer {
  readonly visitor: Visitor
  readonly words: string[] = []
  private readonly letter: string
  private readonly note: string
  private timer: NodeJS.Timeout | null = null

  /** `letter`: what their words begin with, nobody else's. */
  constructor(visitor: Visitor, letter: string, note: string) {
    this.visitor = visitor
    this.letter = letter
    this.note = note
  }

  write(): void {
    const shared = textOf(this.visitor.doc, 'notes', this.note)
    if (!shared) throw new Error(`${this.visitor.id} does not see note ${this.note}.`)
    const text = shared.length < SHARED_MAX ? shared : this.ownNote()
    const word = `${this.letter}${this.words.length} `
    text.insert(text.length, word)
    this.words.push(word)
  }

  private ownNote(): Y.Text {
    const id = `note-of-${this.letter}-${Math.floor(this.words.length / OWN_WORDS)}`
    if (!textOf(this.visitor.doc, 'notes', id)) layNote(this.visitor, id)
    return textOf(this.visitor.doc, 'notes', id) as Y.Text
  }

  /** Writes a word every so many ms until told to stop. */
  begin(every: number): void {
    this.timer = setInterval(() => this.write(), every)
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer)
  }
}

export const layNote = (visitor: Visitor, id: string, text = ''): void =>
  addNote(
    visitor.doc,
    { id, author: visitor.id, partner: null, at: Date.now() },
    { bouwsteen: 'opgave', order: 1, text },
  )

/** A note of the first that all have before them, and a writer in it for each. */
export async function atOneNote(visitors: readonly Visitor[]): Promise<Writer[]> {
  const [first] = visitors
  if (!first) return []
  layNote(first, 'note-of-all')
  await Promise.all(visitors.map(each => each.sees('the note', doc => readBoard(doc).notes.length > 0)))
  return visitors.map((visitor, index) => new Writer(visitor, String.fromCharCode(97 + index), 'note-of-all'))
}

/** All words on a board. */
export const wordsOf = ({ notes }: Pick<Board, 'notes'>): string[] =>
  notes.flatMap(({ text }) => text.split(' ').filter(Boolean))

/** How often each word stands in what is on a board. */
export const timesIn = (doc: Y.Doc, words: readonly string[]): number[] => {
  const all = wordsOf(readBoard(doc))
  const counts = new Map<string, number>()
  for (const word of all) counts.set(`${word} `, (counts.get(`${word} `) ?? 0) + 1)
  return words.map(word => counts.get(word) ?? 0)
}

/** Waits until nothing of anybody waits and all have the same; gives those bytes. Throws when some never get there. */
export async function sameForAll(visitors: readonly Visitor[]): Promise<string> {
  await Promise.all(visitors.map(each => each.settled()))
  const whole = () => {
    const all = new Y.Doc()
    for (const { doc } of visitors) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
    return bytesOf(all)
  }
  for (const visitor of visitors) await visitor.sees('what all have', doc => bytesOf(doc) === whole())
  return whole()
}
