import * as Y from 'yjs'
import { type BoardRoot, boardLayout, type FieldLayout, type RootLayout } from '#lib/documents/layout.ts'
import { idSchema } from '#lib/domain/id.ts'
import { LINE_TITLE_MAX } from '#lib/domain/line.ts'
import { NOTE_TEXT_MAX, NOTES_PER_PERSON_MAX } from '#lib/domain/note.ts'
import { type Action, type Actor, can } from '#lib/domain/permissions.ts'
import type { Phase } from '#lib/domain/phase.ts'
import type { Judgement } from './gate.ts'
import type { Change, Inspection } from './inspect.ts'

type Insert = Extract<Change, { do: 'insert' }>
/** What one update does to one entry. */
type Touched = {
  root: BoardRoot
  id: string
  created: Insert[]
  fields: Map<string, Insert[]>
  author: string | null
}

/**
 * Judges an inspected update of the board as a whole: null when every change in it is one that `actor` may make in `phase`,
 * else the first reason why not. Reads the document, never changes it.
 */
export function judgeBoard(doc: Y.Doc, inspection: Inspection, actor: Actor, phase: Phase): Judgement {
  const judge = new BoardJudge(doc, actor, phase)
  for (const change of inspection.changes) {
    const refusal = judge.sort(change)
    if (refusal) return refusal
  }
  return judge.judgement()
}

class BoardJudge {
  private readonly doc: Y.Doc
  private readonly actor: Actor
  private readonly phase: Phase
  private readonly touched = new Map<string, Touched>()
  private readonly needed: { touched: Touched; needs: (author: string) => Action }[] = []
  private readonly growth = new Map<string, { touched: Touched; field: string; by: number }>()

  constructor(doc: Y.Doc, actor: Actor, phase: Phase) {
    this.doc = doc
    this.actor = actor
    this.phase = phase
  }

  /** Takes one change by its depth: an entry, a field of one, or a place in a field's text. */
  sort(change: Change): Judgement {
    const { root, path, key } = change.place
    if (!Object.hasOwn(boardLayout, root)) return 'unknown-root'
    if (path.length === 0) return this.entryChange(change, root as BoardRoot, key)
    const [id, field] = path as [string, string | undefined]
    const touched = this.touch(root as BoardRoot, id)
    if (path.length === 1) return this.fieldChange(change, touched, key)
    if (path.length === 2 && key === null) return this.textChange(change, touched, field as string)
    return 'unknown-field'
  }

  judgement(): Judgement {
    for (const touched of this.touched.values()) {
      const refusal = touched.created.length > 0 ? this.creation(touched) : this.existing(touched)
      if (refusal) return refusal
    }
    for (const { touched, needs } of this.needed) {
      const refusal = can(this.actor, needs(touched.author ?? this.actor.id), this.phase)
      if (refusal) return refusal
    }
    return this.tooLong() ?? this.tooMany()
  }

  private touch(root: BoardRoot, id: string): Touched {
    const name = `${root}/${id}`
    const had = this.touched.get(name)
    if (had) return had
    const entry = this.doc.getMap<Y.Map<unknown>>(root).get(id)
    const author = entry?.get('author')
    const touched: Touched = {
      root,
      id,
      created: [],
      fields: new Map(),
      author: typeof author === 'string' ? author : null,
    }
    this.touched.set(name, touched)
    return touched
  }

  private entryChange(change: Change, root: BoardRoot, id: string | null): Judgement {
    if (change.do === 'delete') return 'entry-deleted'
    if (id === null || !idSchema.safeParse(id).success) return 'wrong-value'
    if (change.deleted || change.carried.kind !== 'type' || change.carried.type !== 'map')
      return 'wrong-value'
    this.touch(root, id).created.push(change)
    return null
  }

  private fieldChange(change: Change, touched: Touched, key: string | null): Judgement {
    const field = key === null ? undefined : fieldOf(touched.root, key)
    if (!field || key === null) return 'unknown-field'
    if (change.do === 'delete') {
      if (field.kind === 'text' || field.needs === null) return 'fixed-field'
      this.needed.push({ touched, needs: field.needs })
      return null
    }
    const had = touched.fields.get(key)
    if (had) had.push(change)
    else touched.fields.set(key, [change])
    return holds(field, change)
  }

  private textChange(change: Change, touched: Touched, key: string): Judgement {
    const field = fieldOf(touched.root, key)
    if (field?.kind !== 'text' || field.needs === null) return 'unknown-field'
    if (change.do === 'insert' && change.carried.kind !== 'string' && change.carried.kind !== 'gone')
      return 'wrong-value'
    this.needed.push({ touched, needs: field.needs })
    const name = `${touched.root}/${touched.id}/${key}`
    const growth = this.growth.get(name) ?? { touched, field: key, by: 0 }
    if (change.do === 'delete') growth.by -= change.length
    else if (!change.deleted) growth.by += change.length
    this.growth.set(name, growth)
    return null
  }

  /** A new entry: once, with every field that can't be given later, stamped with the sender's own identity. */
  private creation(touched: Touched): Judgement {
    const layout: RootLayout = boardLayout[touched.root]
    if (touched.created.length > 1 || touched.author !== null) return 'entry-exists'
    const refusal = can(this.actor, layout.creates, this.phase)
    if (refusal) return refusal
    for (const [key, field] of Object.entries(layout.fields)) {
      const changes = touched.fields.get(key) ?? []
      if (field.kind === 'value' && field.needs !== null) continue
      const [only] = changes
      if (!only || changes.length > 1 || only.deleted) return 'incomplete-entry'
      if (field.stamp && (only.carried.kind !== 'value' || only.carried.value !== this.stamp(field.stamp)))
        return 'not-the-sender'
    }
    this.needed.splice(0, this.needed.length, ...this.needed.filter(each => each.touched !== touched))
    return null
  }

  private stamp(stamp: 'author' | 'partner'): string | null {
    return stamp === 'author' ? this.actor.id : this.actor.partner
  }

  private existing(touched: Touched): Judgement {
    if (touched.author === null) return 'incomplete-entry'
    for (const key of touched.fields.keys()) {
      const field = fieldOf(touched.root, key)
      if (!field || field.kind === 'text' || field.needs === null) return 'fixed-field'
      this.needed.push({ touched, needs: field.needs })
    }
    return null
  }

  private tooLong(): Judgement {
    for (const { touched, field, by } of this.growth.values()) {
      const text = this.doc.getMap<Y.Map<unknown>>(touched.root).get(touched.id)?.get(field)
      const now = text instanceof Y.Text ? text.length : 0
      if (by > 0 && now + by > (touched.root === 'lines' ? LINE_TITLE_MAX : NOTE_TEXT_MAX))
        return 'text-too-long'
    }
    return null
  }

  /** Counted when somebody adds one, which is seldom beside typing. */
  private tooMany(): Judgement {
    let adds = 0
    for (const { root, created } of this.touched.values()) if (root === 'notes' && created.length > 0) adds++
    if (adds === 0) return null
    for (const note of this.doc.getMap<Y.Map<unknown>>('notes').values())
      if (note.get('author') === this.actor.id) adds++
    return adds > NOTES_PER_PERSON_MAX ? 'too-many-notes' : null
  }
}

function fieldOf(root: BoardRoot, key: string): FieldLayout | undefined {
  const fields: Record<string, FieldLayout> = boardLayout[root].fields
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}

/** Whether a field's new content is of the kind and schema that the layout gives it. */
function holds(field: FieldLayout, { carried }: Insert): Judgement {
  if (carried.kind === 'gone') return null
  if (field.kind === 'text') return carried.kind === 'type' && carried.type === 'text' ? null : 'wrong-value'
  return carried.kind === 'value' && field.schema.safeParse(carried.value).success ? null : 'wrong-value'
}
