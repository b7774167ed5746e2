import * as Y from 'yjs'
import { statementRoot } from '#lib/documents/names.ts'
import { type Actor, can } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import { markSchema, rootsSchema, STATEMENT_TEXT_MAX, sectionSchema } from '#lib/domain/statement.ts'
import type { Judgement } from './gate.ts'
import type { Change, Inspection } from './inspect.ts'

/** The nodes that the editor can make, each with its attributes and what they may hold. */
const nodes: Record<string, Record<string, (value: unknown) => boolean>> = {
  paragraph: { roots: value => rootsSchema.safeParse(value).success },
  heading: {
    level: value => value === 2 || value === 3 || value === '2' || value === '3',
    section: value => sectionSchema.safeParse(value).success,
  },
  bulletList: {},
  orderedList: {
    start: value => Number.isInteger(value) && Math.abs(value as number) < 1e6,
    type: value => value === null || /^[1aAiI]$/.test(String(value)),
  },
  listItem: {},
  hardBreak: {},
}
const attributes = new Map(
  Object.values(nodes).flatMap(Object.entries) as [string, (value: unknown) => boolean][],
)
/** How deep nodes may lie within each other: lists in lists, no towers. */
const DEPTH_MAX = 12

/** Judges an inspected update of the statement as a whole: null when `actor` may make it in this stage. */
export function judgeStatement(doc: Y.Doc, inspection: Inspection, actor: Actor, stage: Stage): Judgement {
  const refusal = can(actor, { type: 'writeStatement' }, stage)
  if (refusal) return refusal
  let growth = 0
  for (const change of inspection.changes) {
    const wrong = judgeChange(change)
    if (wrong) return wrong
    if (change.place.key !== null) continue
    if (change.do === 'delete') growth -= change.length
    else growth += change.length
  }
  if (growth > 0 && sizeOf(doc) + growth > STATEMENT_TEXT_MAX) return 'text-too-long'
  return null
}

function judgeChange(change: Change): Judgement {
  const { root, path, parent, key } = change.place
  if (root !== statementRoot) return 'unknown-root'
  if (path.length > DEPTH_MAX) return 'wrong-value'
  if (key !== null) return judgeAttribute(change, path, key)
  if (change.do === 'delete') return null
  const { carried } = change
  const inText = parent === 'xmlText' || parent === 'gone'
  switch (carried.kind) {
    case 'gone':
      return null
    case 'string':
      // Text straight in a node would stop every editor that reads it.
      return inText ? null : 'wrong-value'
    case 'type':
      if (inText && parent !== 'gone') return 'wrong-value'
      if (carried.type === 'xmlText') return parent === null ? 'wrong-value' : null
      return carried.type === 'xmlElement' && Object.hasOwn(nodes, carried.nodeName ?? '')
        ? null
        : 'wrong-value'
    case 'format':
      return inText && markSchema.safeParse(carried.name).success ? null : 'wrong-value'
    default:
      return 'wrong-value'
  }
}

function judgeAttribute(change: Change, path: readonly string[], key: string): Judgement {
  const allowed = attributes.get(key)
  if (!allowed || path.length === 0) return 'unknown-field'
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
