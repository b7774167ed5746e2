import * as Y from 'yjs'
import type { Action } from '#lib/domain/permissions.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import { ownEdit } from './board.ts'
import { type BoardRoot, boardRoots, fieldOf } from './layout.ts'
import { growthOf } from './undo-growth.ts'

/** Typing is one step until one pauses this long, or has gone on for that long (ms). */
const PAUSE = 700
const STRETCH = 5000

export type EntryPlace = { root: BoardRoot; id: string }
/** What a step was, in a word. */
export type StepKind = 'add' | 'write' | 'move' | 'line' | 'colour' | 'lead' | 'bin' | 'restore'
/** A step that was taken back or done again: what it was, and the entries that it changed now. */
export type Did = { kind: StepKind; entries: readonly EntryPlace[] }
/**
 * Why a step was not taken. `nothing`: there is none. `overtaken`: others have changed since what it changed, so there is nothing
 * left to take back. What passes by itself leaves the step where it is, for later; any other reason drops it, so that it doesn't
 * bar the way to the ones before.
 */
export type NotDone<R> = R | 'nothing' | 'overtaken' | 'text-too-long'
/** Why a person may not do something now, null when they may; see `can`. */
export type May<R> = (action: Action) => R | null

/** A field that reads `after` because of a step, and read `before`. A new entry stands for one that came out of the bin. */
type FieldChange = EntryPlace & { key: string; before: unknown; after: unknown }
type TextPlace = EntryPlace & { field: string }
type Step = { kind: StepKind; fields: FieldChange[]; texts: TextPlace[]; began: number; ended: number }
export type Way = 'undo' | 'redo'

/** The reasons that pass: the phase goes on or back, and a text gets shorter. */
const passing: ReadonlySet<unknown> = new Set(['phase-forbids', 'vote-under-way', 'frozen', 'text-too-long'])
const neverBefore = Symbol('the entry was not there')
const ownUndo = Symbol('own undo')

/**
 * One's own steps on a board, each to be taken back and done again, also after others worked on. Belongs to one document: what
 * another document (after a reload, or a refusal) holds is nobody's step any more.
 *
 * - Nothing is ever removed: taking back a new entry puts it in the bin, and doing it again takes it out.
 * - A field is set back only while it reads as the step left it. Of an entry, either all that a step changed is set back or nothing: a note
 *   that somebody moved on stays where they laid it.
 * - In a text one's own letters go and the letters one took out come back; what others typed since stays. That is Yjs' UndoManager.
 * - Nothing is done that this person may not do now.
 */
export class History {
  private readonly doc: Y.Doc
  private readonly now: () => number
  private readonly texts: Y.UndoManager
  private readonly steps: Record<Way, Step[]> = { undo: [], redo: [] }
  private readonly listeners = new Set<() => void>()
  private state = { canUndo: false, canRedo: false }
  private fresh: Pick<Step, 'fields' | 'texts'> = { fields: [], texts: [] }
  /** The texts of the step that is being taken: of what else came in its transaction, letters stay. */
  private taking: readonly unknown[] = []

  /** `now`: the time in ms. */
  constructor(doc: Y.Doc, now: () => number) {
    this.doc = doc
    this.now = now
    for (const root of boardRoots)
      doc.getMap(root).observeDeep((events, { origin }) => {
        if (origin === ownEdit) for (const event of events) this.note(root, event)
      })
    // Before the manager's own listener, so that each step with texts is one item of its stack, in the same order.
    doc.on('afterTransaction', ({ origin }) => {
      if (origin === ownEdit) this.close()
    })
    this.texts = new Y.UndoManager([], {
      doc,
      trackedOrigins: new Set([ownEdit]),
      captureTimeout: Number.POSITIVE_INFINITY,
      deleteFilter: item => this.taking.includes(item.parent),
    })
  }

  /** Calls back when what can be undone or done again changed. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  read = (): Readonly<{ canUndo: boolean; canRedo: boolean }> => this.state

  /** What is taken back, or done again, next; null: nothing is. */
  next(way: Way): Did | null {
    const step = this.steps[way].at(-1)
    return step ? { kind: step.kind, entries: distinct([...step.fields, ...step.texts]) } : null
  }

  undo<R>(may: May<R>): Result<Did, NotDone<R>> {
    return this.take('undo', may)
  }

  redo<R>(may: May<R>): Result<Did, NotDone<R>> {
    return this.take('redo', may)
  }

  private note(root: BoardRoot, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    const [id, field] = event.path.map(String)
    if (event.target instanceof Y.Text) {
      this.texts.addToScope(event.target)
      if (id !== undefined && field !== undefined) this.fresh.texts.push({ root, id, field })
      return
    }
    for (const [key, { action, oldValue }] of event.changes.keys) {
      if (id !== undefined) this.noteField({ root, id, key, before: oldValue, after: undefined })
      else if (action === 'add')
        this.fresh.fields.push({ root, id: key, key: 'deletedAt', before: neverBefore, after: null })
    }
  }

  private noteField(change: FieldChange): void {
    if (fieldOf(change.root, change.key)?.kind !== 'value') return
    this.fresh.fields.push({ ...change, after: this.entry(change)?.get(change.key) })
  }

  /** Makes a step of what one transaction did, or of the typing that it goes on with. */
  private close(): void {
    const { fields, texts } = this.fresh
    this.fresh = { fields: [], texts: [] }
    if (fields.length === 0 && texts.length === 0) return
    const now = this.now()
    const last = this.steps.undo.at(-1)
    if (last && this.steps.redo.length === 0 && goesOn(last, fields, texts, now)) {
      last.ended = now
      return
    }
    this.texts.stopCapturing()
    if (this.steps.redo.length > 0) this.texts.clear(false, true)
    this.steps.redo = []
    this.steps.undo.push({ kind: kindOf(fields), fields, texts, began: now, ended: now })
    this.tell()
  }

  private take<R>(way: Way, may: May<R>): Result<Did, NotDone<R>> {
    const step = this.steps[way].at(-1)
    if (!step) return refused('nothing')
    const fields = this.standing(step.fields, way)
    const refusal = this.refusal(fields, step.texts, may) ?? this.tooLong(step.texts, way)
    if (refusal !== null) {
      if (!passing.has(refusal)) this.drop(way)
      return refused(refusal)
    }
    this.steps[way].pop()
    const texts = step.texts.length > 0 && this.takeTexts(step.texts, way) ? step.texts : []
    const changed = this.setFields(fields, way)
    if (changed.length > 0 || texts.length > 0)
      this.steps[way === 'undo' ? 'redo' : 'undo'].push({
        ...step,
        fields: changed,
        texts,
        ended: Number.NEGATIVE_INFINITY,
      })
    this.tell()
    const entries = distinct([...changed, ...texts])
    return entries.length > 0 ? ok({ kind: step.kind, entries }) : refused('overtaken')
  }

  private drop(way: Way): void {
    const step = this.steps[way].pop()
    if (step && step.texts.length > 0) this.stack(way).pop()
    this.tell()
  }

  /** The changes of entries that read in all of these fields as the step left them. */
  private standing(fields: readonly FieldChange[], way: Way): FieldChange[] {
    const moved = new Set<string>()
    for (const change of fields) {
      const expected = way === 'undo' ? change.after : change.before
      if (this.entry(change)?.get(change.key) !== expected) moved.add(nameOf(change))
    }
    return fields.filter(change => !moved.has(nameOf(change)))
  }

  private refusal<R>(fields: readonly FieldChange[], texts: readonly TextPlace[], may: May<R>): R | null {
    const touched = [...fields, ...texts.map(text => ({ ...text, key: text.field }))]
    for (const place of touched) {
      const author = this.entry(place)?.get('author')
      const action = fieldOf(place.root, place.key)?.needs?.(typeof author === 'string' ? author : null)
      const refusal = action ? may(action) : null
      if (refusal !== null) return refusal
    }
    return null
  }

  /** Whether letters that come back would make a text longer than it may be, now that others typed there too. */
  private tooLong(texts: readonly TextPlace[], way: Way): 'text-too-long' | null {
    const item = texts.length > 0 ? this.stack(way).at(-1) : undefined
    if (!item) return null
    for (const place of texts) {
      const text = this.entry(place)?.get(place.field)
      const field = fieldOf(place.root, place.field)
      if (!(text instanceof Y.Text) || field?.kind !== 'text') continue
      const growth = growthOf(this.doc, text, item)
      if (growth > 0 && text.length + growth > field.max) return 'text-too-long'
    }
    return null
  }

  private stack(way: Way): Y.UndoManager['undoStack'] {
    return way === 'undo' ? this.texts.undoStack : this.texts.redoStack
  }

  /** Takes the manager's latest item alone: left to itself, it goes on to the one before when nothing of an item is left. */
  private takeTexts(texts: readonly TextPlace[], way: Way): boolean {
    const from = this.stack(way)
    const to = this.stack(way === 'undo' ? 'redo' : 'undo')
    const before = to.length
    const rest = from.splice(0, from.length - 1)
    this.taking = texts.map(place => this.entry(place)?.get(place.field))
    this.texts[way]()
    from.unshift(...rest)
    return to.length > before
  }

  /** Sets the fields to what they were, or are to be again; gives the changes as they now stand. */
  private setFields(fields: readonly FieldChange[], way: Way): FieldChange[] {
    const now = this.now()
    const set = fields.map(change => (change.before === neverBefore ? { ...change, before: now } : change))
    this.doc.transact(() => {
      for (const change of set) {
        const value = way === 'undo' ? change.before : change.after
        if (value === undefined) this.entry(change)?.delete(change.key)
        else this.entry(change)?.set(change.key, value)
      }
    }, ownUndo)
    return set
  }

  private entry({ root, id }: EntryPlace): Y.Map<unknown> | undefined {
    return this.doc.getMap<Y.Map<unknown>>(root).get(id)
  }

  private tell(): void {
    const [canUndo, canRedo] = [this.steps.undo.length > 0, this.steps.redo.length > 0]
    if (canUndo === this.state.canUndo && canRedo === this.state.canRedo) return
    this.state = { canUndo, canRedo }
    for (const listener of this.listeners) listener()
  }
}

const nameOf = ({ root, id }: EntryPlace): string => `${root}/${id}`

function distinct(places: readonly EntryPlace[]): EntryPlace[] {
  return [...new Map(places.map(({ root, id }) => [nameOf({ root, id }), { root, id }])).values()]
}

/** Whether a change is more of the typing that a step is. */
function goesOn(
  step: Step,
  fields: readonly FieldChange[],
  texts: readonly TextPlace[],
  now: number,
): boolean {
  const [[was], [is]] = [step.texts, texts]
  if (step.fields.length > 0 || fields.length > 0 || step.texts.length > 1 || texts.length > 1) return false
  if (!was || !is || nameOf(was) !== nameOf(is) || was.field !== is.field) return false
  return now - step.ended < PAUSE && now - step.began < STRETCH
}

function kindOf(fields: readonly FieldChange[]): StepKind {
  const has = (key: string) => fields.some(change => change.key === key)
  if (fields.some(change => change.before === neverBefore)) return 'add'
  if (has('deletedAt'))
    return fields.some(each => each.key === 'deletedAt' && each.after === null) ? 'restore' : 'bin'
  if (has('line')) return 'line'
  if (has('colour')) return 'colour'
  if (has('lead')) return 'lead'
  return fields.length > 0 ? 'move' : 'write'
}
