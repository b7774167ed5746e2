import * as Y from 'yjs'
import {
  boardLayout,
  deskLayout,
  type FieldLayout,
  type Needs,
  preparationLayout,
  type RootLayout,
  type Stamp,
  type ValueLayout,
} from '#lib/documents/layout.ts'
import type { Pen } from '#lib/domain/hosting.ts'
import { idSchema } from '#lib/domain/id.ts'
import { type Action, type Actor, can } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import type { Judgement } from './gate.ts'
import type { Inspection, PlacedChange } from './inspect.ts'

type Insert = Extract<PlacedChange, { do: 'insert' }>
/** What one update does to one entry. `entry`: as the document has it, undefined for one that is new. */
type Touched = {
  root: string
  id: string
  entry: Y.Map<unknown> | undefined
  created: Insert[]
  fields: Map<string, Insert[]>
}
type Layout = Readonly<Record<string, RootLayout>>
/** A permission that a change takes; `first`: of what a new entry brings along. */
type Needed = { touched: Touched; needs: Needs; first?: boolean }

/**
 * Judges an inspected update of the board as a whole: null when every change in it is one that `actor` may make in this stage,
 * else the first reason why not. Reads the document, never changes it.
 */
export function judgeBoard(doc: Y.Doc, inspection: Inspection, actor: Actor, stage: Stage): Judgement {
  // Nothing of a board is ever removed, so nobody who keeps to the rules has anything of it that is.
  if (inspection.changes.some(change => change.do === 'garbage')) return 'wrong-value'
  return judge(new EntriesJudge(boardLayout, doc, actor, stage), inspection)
}

/** The same for the desk of `actor`, who may have typed in a note that the server took off it meanwhile. */
export function judgeDesk(doc: Y.Doc, inspection: Inspection, actor: Actor, stage: Stage): Judgement {
  const refusal = can(actor, { type: 'writeDesk' }, stage)
  if (refusal) return refusal
  return judge(new EntriesJudge(deskLayout, doc, actor, stage), inspection)
}

/** The same for what the partner of `actor` writes before the first day. */
export function judgePreparation(doc: Y.Doc, inspection: Inspection, actor: Actor, stage: Stage): Judgement {
  return judge(new EntriesJudge(preparationLayout, doc, actor, stage), inspection)
}

function judge(entries: EntriesJudge, inspection: Inspection): Judgement {
  for (const change of inspection.changes) {
    const refusal = change.do === 'garbage' ? null : entries.sort(change)
    if (refusal) return refusal
  }
  return entries.judgement()
}

class EntriesJudge {
  private readonly layout: Layout
  private readonly doc: Y.Doc
  private readonly actor: Actor
  private readonly stage: Stage
  private readonly touched = new Map<string, Touched>()
  private readonly needed: Needed[] = []
  private readonly growth = new Map<string, { touched: Touched; field: string; max: number; by: number }>()

  constructor(layout: Layout, doc: Y.Doc, actor: Actor, stage: Stage) {
    this.layout = layout
    this.doc = doc
    this.actor = actor
    this.stage = stage
  }

  /** Takes one change by its depth: an entry, a field of one, or a place in a field's text. */
  sort(change: PlacedChange): Judgement {
    const { root, path, key } = change.place
    if (!Object.hasOwn(this.layout, root)) return 'unknown-root'
    if (path.length === 0) return this.entryChange(change, root, key)
    const [id, field] = path as [string, string | undefined]
    const touched = this.touch(root, id)
    if (path.length === 1) return this.fieldChange(change, touched, key)
    if (path.length === 2 && key === null) return this.textChange(change, touched, field as string)
    return 'unknown-field'
  }

  judgement(): Judgement {
    for (const touched of this.touched.values()) {
      const refusal = touched.created.length > 0 ? this.creation(touched) : this.existing(touched)
      if (refusal) return refusal
    }
    for (const { touched, needs, first } of this.needed) {
      const action = needs(authorOf(touched, this.actor))
      // Where a note lies to begin with is part of laying it, also in a step in which few move notes.
      const actor = first && action.type === 'moveNote' ? { ...this.actor, rights: null } : this.actor
      const refusal = can(actor, action, this.stage)
      if (refusal) return refusal
    }
    return this.tooLong() ?? this.tooMany()
  }

  private touch(root: string, id: string): Touched {
    const name = `${root}/${id}`
    const had = this.touched.get(name)
    if (had) return had
    const touched: Touched = { root, id, entry: this.entry(root, id), created: [], fields: new Map() }
    this.touched.set(name, touched)
    return touched
  }

  private entry(root: string, id: string): Y.Map<unknown> | undefined {
    return this.doc.getMap<Y.Map<unknown>>(root).get(id)
  }

  private entryChange(change: PlacedChange, root: string, id: string | null): Judgement {
    if (change.do === 'delete') return 'entry-deleted'
    if (id === null || !idSchema.safeParse(id).success) return 'wrong-value'
    if (change.deleted || change.carried.kind !== 'type' || change.carried.type !== 'map')
      return 'wrong-value'
    this.touch(root, id).created.push(change)
    return null
  }

  private fieldChange(change: PlacedChange, touched: Touched, key: string | null): Judgement {
    const field = key === null ? undefined : this.fieldOf(touched.root, key)
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

  private textChange(change: PlacedChange, touched: Touched, key: string): Judgement {
    const field = this.fieldOf(touched.root, key)
    if (field?.kind !== 'text') return 'unknown-field'
    if (change.do === 'insert' && change.carried.kind !== 'string' && change.carried.kind !== 'gone')
      return 'wrong-value'
    this.needed.push({ touched, needs: field.needs })
    const name = `${touched.root}/${touched.id}/${key}`
    const growth = this.growth.get(name) ?? { touched, field: key, max: field.max, by: 0 }
    if (change.do === 'delete') growth.by -= change.length
    else growth.by += change.length
    this.growth.set(name, growth)
    return null
  }

  /**
   * A new entry: once, with every field that can't be given later, stamped with the sender's own identity. What can be changed
   * later and is given at once takes the permission to change it.
   */
  private creation(touched: Touched): Judgement {
    const layout = this.layout[touched.root] as RootLayout
    if (touched.created.length > 1 || touched.entry) return 'entry-exists'
    const refusal = can(this.actor, layout.creates, this.stage) ?? this.closedTile(touched, layout)
    if (refusal) return refusal
    const needed: Needed[] = []
    for (const [key, field] of Object.entries(layout.fields)) {
      const changes = touched.fields.get(key) ?? []
      if (field.kind === 'value' && field.needs !== null) {
        if (!changes.every(change => brings(change, field.absent)))
          needed.push({ touched, needs: field.needs, first: true })
        continue
      }
      const [only] = changes
      if (!only && field.kind === 'text' && field.later) continue
      if (!only || changes.length > 1 || only.deleted) return 'incomplete-entry'
      const wrong = field.kind === 'value' ? this.given(field, only) : null
      if (wrong) return wrong
    }
    const forged = this.signed(touched, layout)
    if (forged) return forged
    this.needed.splice(
      0,
      this.needed.length,
      ...this.needed.filter(each => each.touched !== touched),
      ...needed,
    )
    return layout.apart ? this.apart(touched, layout.apart) : null
  }

  /**
   * Whether a new entry lies where none may be added now. One that was laid where it may, and moved on in the same update, passes:
   * so does work that was done offline.
   */
  private closedTile(touched: Touched, { creates, lies, fields }: RootLayout): Judgement {
    if (lies === undefined) return null
    const given = touched.fields.get(lies)?.map(carriedValue)
    const field = fields[lies]
    const tiles = given ?? [field?.kind === 'value' ? field.absent : undefined]
    const refusals = tiles.map(tile =>
      tile === undefined ? null : can(this.actor, { ...creates, bouwsteen: tile } as Action, this.stage),
    )
    return refusals.includes(null) ? null : (refusals[0] ?? null)
  }

  /** Whether a new entry names as its maker its sender, or somebody that they write for; with that person's own partner. */
  private signed(touched: Touched, { fields, forOthers }: RootLayout): Judgement {
    const keyOf = (stamp: Stamp) => Object.keys(fields).find(each => isStamped(fields[each], stamp))
    const given = (key: string | undefined) => key && touched.fields.get(key)?.map(carriedValue)[0]
    const [authorKey, partnerKey] = [keyOf('author'), keyOf('partner')]
    const [author, partner] = [given(authorKey), given(partnerKey)]
    const { id, partner: own, pens = [] } = this.actor
    const fits = (pen: Pen) => pen.author === author && (partnerKey === undefined || pen.partner === partner)
    return fits({ author: id, partner: own }) || (forOthers && pens.some(fits)) ? null : 'not-the-sender'
  }

  /** Whether what a new entry refers to is there. */
  private given({ refers }: ValueLayout, change: Insert): Judgement {
    if (!refers) return null
    const id = carriedValue(change)
    const made = this.touched.get(`${refers}/${id}`)
    return this.entry(refers, String(id)) || (made && made.created.length > 0) ? null : 'unknown-note'
  }

  /**
   * Whether two notes lie, or ever lay, on different bouwstenen. What they did before counts as well: somebody who drew cement offline
   * does not lose a day's work because one of its notes was moved meanwhile. Where they lie now is what makes a joint.
   */
  private apart(touched: Touched, fields: readonly [string, string]): Judgement {
    const [from, to] = fields.map(field => touched.fields.get(field)?.map(carriedValue)[0])
    if (from === to) return 'one-tile'
    const tiles = [from, to].flatMap(id => this.tilesOf(String(id)))
    return new Set(tiles).size > 1 ? null : 'one-tile'
  }

  /** The bouwstenen on which a note lies by the document and by this update; 'moved' stands for those where it lay before. */
  private tilesOf(id: string): unknown[] {
    const entry = this.entry('notes', id)
    const given = this.touched.get(`notes/${id}`)?.fields.get('bouwsteen') ?? []
    const before = entry?._map.get('bouwsteen')?.left ? ['moved'] : []
    return [...(entry ? [entry.get('bouwsteen')] : []), ...given.map(carriedValue), ...before]
  }

  private existing(touched: Touched): Judgement {
    if (!touched.entry) return 'incomplete-entry'
    for (const [key, changes] of touched.fields) {
      const field = this.fieldOf(touched.root, key)
      if (!field || field.needs === null) return 'fixed-field'
      if (field.kind === 'text' && !isLate(field, touched.entry.has(key), changes)) return 'fixed-field'
      this.needed.push({ touched, needs: field.needs })
    }
    return null
  }

  private tooLong(): Judgement {
    for (const { touched, field, max, by } of this.growth.values()) {
      const text = touched.entry?.get(field)
      const now = text instanceof Y.Text ? text.length : 0
      if (by > 0 && now + by > max) return 'text-too-long'
    }
    return null
  }

  private fieldOf(root: string, key: string): FieldLayout | undefined {
    const fields = this.layout[root]?.fields ?? {}
    return Object.hasOwn(fields, key) ? fields[key] : undefined
  }

  /** Counted for whom they are when some are added, which is seldom beside typing. */
  private tooMany(): Judgement {
    const added = [...this.touched.values()].filter(({ created }) => created.length > 0)
    const adds = new Map<string, { root: string; author: unknown; count: number }>()
    for (const { root, fields } of added) {
      const author = fields.get('author')?.map(carriedValue)[0]
      const name = `${root}/${author}`
      adds.set(name, { root, author, count: (adds.get(name)?.count ?? 0) + 1 })
    }
    for (const { root, author, count } of adds.values()) {
      let brought = count
      for (const entry of this.doc.getMap<Y.Map<unknown>>(root).values())
        if (entry.get('author') === author) brought++
      if (brought > (this.layout[root]?.most ?? 0))
        return root === 'notes' ? 'too-many-notes' : 'too-many-entries'
    }
    return null
  }
}

const isStamped = (field: FieldLayout | undefined, stamp: Stamp): boolean =>
  field?.kind === 'value' && field.stamp === stamp

/** Who made an entry; of a new one, its sender: it is stamped so. */
function authorOf({ entry }: Touched, actor: Actor): string | null {
  if (!entry) return actor.id
  const author = entry.get('author')
  return typeof author === 'string' ? author : null
}

const carriedValue = ({ carried }: Insert): unknown => (carried.kind === 'value' ? carried.value : undefined)
const brings = ({ carried }: Insert, value: unknown): boolean =>
  carried.kind === 'value' && carried.value === value

/** Whether a text is one that older entries lack, made for the first time. */
function isLate(field: FieldLayout, there: boolean, changes: readonly Insert[]): boolean {
  return (
    field.kind === 'text' && field.later === true && !there && changes.length === 1 && !changes[0]?.deleted
  )
}

/** Whether a field's new content is of the kind and schema that the layout gives it. */
function holds(field: FieldLayout, { carried }: Insert): Judgement {
  if (carried.kind === 'gone') return null
  if (field.kind === 'text') return carried.kind === 'type' && carried.type === 'text' ? null : 'wrong-value'
  return carried.kind === 'value' && field.schema.safeParse(carried.value).success ? null : 'wrong-value'
}
