import { hashOf, sha256Hex } from './canonical.ts'
import type { Consentable } from './consent.ts'
import type { Block } from './statement.ts'
import { sectionsOf } from './statement-difference.ts'

/** A section's text: its title and its passages. What marks and lists it has is no part of it: nobody agrees anew to bold letters. */
export type SectionText = { title: string; passages: string[] }
/** A section that partners agree to. */
export type StatementSection = Consentable & { text: SectionText }

/**
 * The sections of a statement, in their order. One of the template keeps its name, however it is called; one of one's own is known by
 * its title. `key` is in no two of them the same.
 */
export function statementSections(body: readonly Block[]): StatementSection[] {
  const taken = new Map<string, number>()
  return sectionsOf(body).map(({ id, title, passages }) => {
    const named = id !== '' && !taken.has(id) ? id : `own-${sha256Hex(title).slice(0, 16)}`
    const times = (taken.get(named) ?? 0) + 1
    taken.set(named, times)
    const text = { title, passages }
    return { key: times === 1 ? named : `${named}-${times}`, title, hash: hashOf(text), text }
  })
}
