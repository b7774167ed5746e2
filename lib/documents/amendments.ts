import * as Y from 'yjs'
import { type Amendment, amendmentMarks, amendmentSchema } from '#lib/domain/amendment.ts'
import { statementRoot } from './names.ts'

type Delta = { insert?: unknown; attributes?: Record<string, unknown> }[]

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child): Y.XmlText[] => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}

/** The changes that people proposed in a statement and that are still open, in the order of the text; those of one person side by side are one. */
export function readAmendments(doc: Y.Doc): Amendment[] {
  const found: Amendment[] = []
  for (const text of textsIn(doc.getXmlFragment(statementRoot))) {
    let last: Amendment | undefined
    for (const { insert, attributes = {} } of text.toDelta() as Delta) {
      const kind = amendmentMarks.find(mark => attributes[mark] != null)
      const by = kind && amendmentSchema.safeParse(attributes[kind]).data?.by
      if (!kind || by === undefined || typeof insert !== 'string') {
        last = undefined
        continue
      }
      if (last?.by !== by) {
        last = { by, added: '', removed: '' }
        found.push(last)
      }
      last[kind] += insert
    }
  }
  return found
}
