import { describe, expect, it } from 'vitest'
import { type Consent, consentStanding, frozenConsents, openConsents } from '#lib/domain/consent.ts'
import { statementSections } from '#lib/domain/section.ts'
import type { Block } from '#lib/domain/statement.ts'

const text = (words: string) => [{ type: 'text' as const, text: words, marks: [] }]
const heading = (title: string, section: string): Block => ({
  ...{ type: 'heading', level: 2, section },
  content: text(title),
})
const passage = (words: string, roots = ''): Block => ({ type: 'paragraph', roots, content: text(words) })

const body = [
  heading('Opgave', 'opgave'),
  passage('Wij beginnen.'),
  heading('Van ons', ''),
  passage('Wij gaan door.'),
]
const partners = [{ id: 'partner-1' }, { id: 'partner-2' }]
const consent = (partner: string, section: string, change: Partial<Consent> = {}): Consent => ({
  ...{ partner, section, title: 'Opgave', answer: 'agrees', text: '', by: 'person-anna', at: 5 },
  textHash: statementSections(body).find(({ key }) => key === section)?.hash ?? 'ab'.repeat(32),
  ...change,
})

describe('sections that partners agree to', () => {
  it('[C8] have a key each, whatever people call them or copy', () => {
    const keys = (blocks: Block[]) => statementSections(blocks).map(({ key }) => key)
    const twice = [...body, heading('Opgave', 'opgave'), heading('Van ons', ''), heading('Van ons', '')]
    expect(new Set(keys(twice)).size).toBe(keys(twice).length)
    expect(keys([heading('Heel anders', 'opgave')])).toEqual(['opgave'])
    expect(keys(body)[1]).toBe(keys([heading('Van ons', '')])[0])
  })

  it('[C8] are another text by another word alone, not by marks, lists or roots', () => {
    const [before] = statementSections(body)
    const [marked] = statementSections([
      heading('Opgave', 'opgave'),
      {
        type: 'bulletList',
        items: [[{ type: 'paragraph', roots: 'note:12345678', content: text('Wij beginnen.') }]],
      },
    ])
    const [reworded] = statementSections([heading('Opgave', 'opgave'), passage('Wij beginnen nu.')])
    expect(marked?.hash).toBe(before?.hash)
    expect(reworded?.hash).not.toBe(before?.hash)
  })
})

describe('answers', () => {
  const [opgave, own] = statementSections(body)
  const frozen = (blocks: Block[], consents: Consent[]) =>
    frozenConsents(statementSections(blocks), partners, consents, id => `Naam van ${id}`)

  it('[C5] to a text that changed are asked again, and to that section alone', () => {
    const given = [consent('partner-1', 'opgave'), consent('partner-1', own?.key ?? '')]
    const later = statementSections([...body.slice(0, 1), passage('Anders.'), ...body.slice(2)])
    expect(later.map((section, at) => consentStanding(given[at], section))).toEqual(['changed', 'agrees'])
    expect(openConsents(later, partners, given)).toEqual({
      all: ['partner-2'],
      some: [{ section: later[0], partners: ['partner-1'] }],
    })
    expect(openConsents(later, partners, [])).toEqual({ all: ['partner-1', 'partner-2'], some: [] })
    const one = [{ id: 'partner-1' }]
    expect(openConsents(statementSections(body), one, given)).toEqual({ all: [], some: [] })
    expect(openConsents([], partners, [])).toEqual({ all: [], some: [] })
  })

  it('[C8] that agree are fixed to the very text alone; what waits is not', () => {
    const [, , ...rest] = body
    const changed = [heading('Opgave', 'opgave'), passage('Anders.'), ...rest]
    const agreed = consent('partner-1', 'opgave')
    expect(frozen(body, [agreed])).toMatchObject([
      { answer: 'agrees', by: 'Naam van person-anna', changed: false },
    ])
    expect(frozen(changed, [agreed])).toEqual([])
    expect(frozen(body, [consent('partner-1', 'opgave', { answer: 'waits', text: 'Nog niet' })])).toEqual([])
  })

  it('[C8] with a reservation are fixed until taken back, also when the text changed or the section went', () => {
    const reserved = consent('partner-2', 'opgave', { answer: 'reserves', text: 'Mits er geld is.' })
    const kept = { partner: 'partner-2', title: 'Opgave', text: 'Mits er geld is.' }
    expect(frozen(body, [reserved])).toMatchObject([{ ...kept, changed: false }])
    expect(frozen([heading('Opgave', 'opgave'), passage('Anders.')], [reserved])).toMatchObject([
      { ...kept, changed: true },
    ])
    expect(frozen([passage('Alles weg.')], [reserved])).toMatchObject([{ ...kept, changed: true }])
    expect(opgave?.key).toBe('opgave')
  })
})
