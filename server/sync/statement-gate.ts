import * as Y from 'yjs'
import { statementRoot } from '#lib/documents/names.ts'
import { amendmentMarks, amendmentSchema } from '#lib/domain/amendment.ts'
import { type Actor, can } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import { markSchema, rootsSchema, STATEMENT_TEXT_MAX, sectionSchema } from '#lib/domain/statement.ts'
import type { Judgement } from './gate.ts'
import type { Inspection, PlacedChange } from './inspect.ts'
import { altersOthers } from './others-proposals.ts'
import { judgeTables } from './table-bounds.ts'

/** `within`: the nodes that it may lie in, null for the text itself. */
type NodeRules = {
  within: readonly (string | null)[]
  attributes: Readonly<Record<string, (value: unknown) => boolean>>
}
const anywhere = [null, 'listItem'] as const
const cells = ['tableCell', 'tableHeader'] as const
/** Cells lie beside each other, none over two places. */
const cell: NodeRules = {
  within: ['tableRow'],
  attributes: { colspan: value => value === 1, rowspan: value => value === 1 },
}
/** The nodes that the editor can make. Others, or these elsewhere, would stop every editor that reads them. */
const nodes: Readonly<Record<string, NodeRules>> = {
  paragraph: {
    within: [...anywhere, ...cells],
    attributes: { roots: value => rootsSchema.safeParse(value).success },
  },
  heading: {
    within: anywhere,
    attributes: {
      level: value => value === 2 || value === 3 || value === '2' || value === '3',
      section: value => sectionSchema.safeParse(value).success,
      roots: value => rootsSchema.safeParse(value).success,
    },
  },
  bulletList: { within: anywhere, attributes: {} },
  orderedList: {
    within: anywhere,
    attributes: {
      start: value => Number.isInteger(value) && Math.abs(value as number) < 1e6,
      type: value => value === null || (typeof value === 'string' && /^[1aAiI]$/.test(value)),
    },
  },
  listItem: { within: ['bulletList', 'orderedList'], attributes: {} },
  table: { within: [null], attributes: {} },
  tableRow: { within: ['table'], attributes: {} },
  tableCell: cell,
  tableHeader: cell,
  hardBreak: { within: ['paragraph', 'heading'], attributes: {} },
}
const rulesOf = (node: string | null): NodeRules | undefined =>
  node !== null && Object.hasOwn(nodes, node) ? nodes[node] : undefined
const textWithin: readonly (string | null)[] = ['paragraph', 'heading']
/** How deep nodes may lie within each other: lists in lists, no towers. */
const DEPTH_MAX = 12

/** Judges an inspected update of the statement as a whole: null when `actor` may make it in this stage. */
export function judgeStatement(doc: Y.Doc, inspection: Inspection, actor: Actor, stage: Stage): Judgement {
  const refusal = can(actor, { type: 'writeStatement' }, stage)
  if (refusal) return refusal
  let growth = 0
  for (const change of inspection.changes) {
    if (change.do === 'garbage') continue
    const wrong = judgeChange(change)
    if (wrong) return wrong
    if (change.place.key !== null) continue
    if (change.do === 'delete') growth -= change.length
    else growth += change.length
  }
  if (growth > 0 && sizeOf(doc) + growth > STATEMENT_TEXT_MAX) return 'text-too-long'
  const afterwards = asItWouldBe(doc, inspection.update)
  if (altersOthers(doc, inspection, actor.id, afterwards)) return 'not-the-sender'
  return judgeTables(doc, inspection, growth, afterwards)
}

/** The document as an update would make it: made once, when it is first asked for. */
function asItWouldBe(doc: Y.Doc, update: Uint8Array): () => Y.Doc {
  let made: Y.Doc | null = null
  return () => {
    if (made) return made
    made = new Y.Doc()
    Y.applyUpdate(made, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(made, update)
    return made
  }
}

function judgeChange(change: PlacedChange): Judgement {
  const { root, path, parent, node, key } = change.place
  if (root !== statementRoot) return 'unknown-root'
  if (path.length > DEPTH_MAX) return 'wrong-value'
  if (key !== null) return judgeAttribute(change, key)
  if (change.do === 'delete') return null
  const { carried } = change
  const lost = parent === 'gone'
  const inText = parent === 'xmlText' || lost
  switch (carried.kind) {
    case 'gone':
      return null
    case 'string':
      return inText ? null : 'wrong-value'
    case 'type': {
      const within = carried.type === 'xmlText' ? textWithin : rulesOf(carried.nodeName)?.within
      if (!within || parent === 'xmlText') return 'wrong-value'
      return lost || within.includes(node) ? null : 'wrong-value'
    }
    case 'format':
      if (!inText) return 'wrong-value'
      if (markSchema.safeParse(carried.name).success) return isMark(carried.value) ? null : 'wrong-value'
      if (!(amendmentMarks as readonly string[]).includes(carried.name)) return 'wrong-value'
      if (carried.value === null) return null
      return amendmentSchema.safeParse(carried.value).success ? null : 'wrong-value'
    default:
      return 'wrong-value'
  }
}

/** Marks have no attributes; null ends one. */
const isMark = (value: unknown): boolean => value === null || value === true || JSON.stringify(value) === '{}'

function judgeAttribute(change: PlacedChange, key: string): Judgement {
  const { parent, node } = change.place
  if (parent === 'gone') return null
  const attributes = rulesOf(node)?.attributes ?? {}
  const allowed = Object.hasOwn(attributes, key) ? attributes[key] : undefined
  if (!allowed) return 'unknown-field'
  if (change.do === 'delete' || change.carried.kind === 'gone') return null
  return change.carried.kind === 'value' && allowed(change.carried.value) ? null : 'wrong-value'
}

/** Characters and nodes of the whole statement. */
function sizeOf(doc: Y.Doc): number {
  let size = 0
  const waiting: Y.XmlFragment[] = [doc.getXmlFragment(statementRoot)]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    for (const child of at.toArray()) {
      size += 1
      if (child instanceof Y.XmlText) size += child.length
      else if (child instanceof Y.XmlElement) waiting.push(child)
    }
  }
  return size
}
