import fc from 'fast-check'
import * as Y from 'yjs'
import {
  addCement,
  addLine,
  addNote,
  addProposal,
  addReply,
  asOne,
  changeLine,
  moveNote,
  putInLine,
  readBoard,
  setDeleted,
  spliceText,
  textOf,
  toggleReaction,
} from '#lib/documents/board.ts'
import { type BoardRoot, boardRoots, fieldOf, type TextField, type TextRoot } from '#lib/documents/layout.ts'
import { History } from '#lib/documents/undo.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { lineColours } from '#lib/domain/line.ts'
import { type Action, type Actor, can } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import { reactionKinds } from '#lib/domain/reaction.ts'

const kinds = [
  ...['add', 'type', 'erase', 'move', 'moveMany', 'put', 'line', 'colour', 'propose'],
  ...['cement', 'reply', 'react', 'bin', 'restore', 'undo', 'redo'],
] as const
const texts = [
  ['notes', 'text'],
  ['lines', 'title'],
  ['lines', 'about'],
  ['proposals', 'text'],
  ['cement', 'text'],
  ['replies', 'text'],
] as const

/** One act of somebody, which chooses what it is done to by `at` and `also` from what is there. */
export const act = fc.record({ what: fc.constantFrom(...kinds), at: fc.nat(1000), also: fc.nat(1000) })
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

type Edits = Map<string, Set<string>>

/** Somebody at a board, who does what they may through the same functions as the pages; their own letter is all they type. */
export class Person {
  readonly actor: Actor
  readonly doc: Y.Doc
  readonly history: History
  private readonly letter: string
  private readonly phase: () => Stage
  private readonly time: () => number
  private made = 0

  /** `edits`: who changed which field, by `root/id/field`; kept up to date. */
  constructor(
    ...[actor, letter, doc, phase, time, edits]: [Actor, string, Y.Doc, () => Stage, () => number, Edits]
  ) {
    this.actor = actor
    this.letter = letter
    this.doc = doc
    this.phase = phase
    this.time = time
    this.history = new History(doc, time)
    for (const root of boardRoots)
      doc.getMap(root).observeDeep((events, { local }) => {
        for (const event of local ? events : []) this.mark(edits, root, event)
      })
  }

  may = (action: Action) => can(this.actor, action, this.phase())

  do({ what, at, also }: Act): void {
    if (what === 'undo' || what === 'redo') this.history[what](this.may)
    else if (what === 'type' || what === 'erase') this.write(what, at, also)
    else if (what === 'bin' || what === 'restore') this.bin(what, at, also)
    else if (what === 'add' || what === 'line' || what === 'propose') this.add(what, at)
    else this.change(what, at, also)
  }

  private making() {
    this.made += 1
    const { id: author, partner } = this.actor
    return { id: `entry-${this.letter}-${1000 + this.made}`, author, partner, at: this.time() }
  }

  private add(what: 'add' | 'line' | 'propose', at: number): void {
    const bouwsteen = bouwstenen[at % 7] ?? 'opgave'
    if (what === 'add' && this.may({ type: 'addNote' }) === null)
      addNote(this.doc, this.making(), { bouwsteen, order: at, text: '012' })
    if (what === 'line' && this.may({ type: 'orderLines' }) === null)
      addLine(this.doc, this.making(), { title: '012', about: '', order: at })
    if (what === 'propose' && this.may({ type: 'writeProposal' }) === null)
      addProposal(this.doc, this.making(), { text: '012', order: at })
  }

  private write(what: 'type' | 'erase', at: number, also: number): void {
    const [root, field] = texts[at % texts.length] ?? texts[0]
    const entry = pick<{ id: string; author: string | null }>(readBoard(this.doc)[root], also)
    const text = entry && textOf(this.doc, root as TextRoot, entry.id, field as TextField)
    const needs = fieldOf(root, field)?.needs
    if (!text || !needs || this.may(needs(entry.author)) !== null) return
    if (what === 'type')
      spliceText(text, [{ at: also % (text.length + 1), remove: 0, insert: this.letter.repeat(2) }])
    else if (text.length > 0) spliceText(text, [{ at: also % text.length, remove: 1, insert: '' }])
  }

  private bin(what: 'bin' | 'restore', at: number, also: number): void {
    const root = boardRoots[at % boardRoots.length] as BoardRoot
    const entry = pick<{ id: string; author: string | null }>(readBoard(this.doc)[root], also)
    const needs = fieldOf(root, 'deletedAt')?.needs
    if (entry && needs && this.may(needs(entry.author)) === null)
      setDeleted(this.doc, root, entry.id, what === 'bin' ? this.time() : null)
  }

  private change(what: Act['what'], at: number, also: number): void {
    const { notes, lines } = readBoard(this.doc)
    const note = pick(notes, at)
    const line = pick(lines, also)
    const bouwsteen = bouwstenen[also % 7] ?? 'opgave'
    if (!note) return
    const may = (type: 'moveNote' | 'orderLines' | 'writeCement' | 'reply' | 'react') =>
      this.may({ type }) === null
    if (what === 'move' && may('moveNote')) moveNote(this.doc, note.id, { bouwsteen, order: also })
    if (what === 'moveMany' && may('moveNote'))
      asOne(this.doc, () => {
        for (const { id } of notes.slice(0, 1 + (at % 4))) moveNote(this.doc, id, { bouwsteen, order: also })
      })
    if (what === 'put' && may('orderLines')) putInLine(this.doc, note.id, line?.id ?? null)
    if (what === 'colour' && line && may('orderLines'))
      changeLine(this.doc, line.id, { colour: lineColours[at % lineColours.length] ?? 'grey' })
    const other = pick(
      notes.filter(each => each.bouwsteen !== note.bouwsteen),
      also,
    )
    if (what === 'cement' && other && may('writeCement'))
      addCement(this.doc, this.making(), { from: note.id, to: other.id, text: '012' })
    if (what === 'reply' && may('reply')) addReply(this.doc, this.making(), { note: note.id, text: '012' })
    if (what === 'react' && may('react'))
      toggleReaction(this.doc, this.making(), { note: note.id, kind: reactionKinds[also % 3] ?? 'vraag' })
  }

  private mark(edits: Edits, root: BoardRoot, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    const [id, field] = event.path.map(String)
    const add = (name: string) => edits.set(name, (edits.get(name) ?? new Set()).add(this.actor.id))
    if (event.target instanceof Y.Text) add(`${root}/${id}/${field}`)
    else
      for (const key of event.changes.keys.keys())
        if (id !== undefined) add(`${root}/${id}/${key}`)
        else
          for (const name of Object.keys(this.doc.getMap<Y.Map<unknown>>(root).get(key)?.toJSON() ?? {}))
            add(`${root}/${key}/${name}`)
  }
}

function pick<T>(from: readonly T[], at: number): T | undefined {
  return from.length > 0 ? from[at % from.length] : undefined
}

/** A document's bytes in one form: how Yjs splits what it holds depends on which edits came in one transaction. */
export function bytesOf(doc: Y.Doc): string {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return Buffer.from(Y.encodeStateAsUpdate(fresh)).toString('base64')
}
