import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checks } from '#lib/content/checks.ts'
import { plainLanguage } from '#lib/content/plain-language.ts'
import { programme } from '#lib/content/programme.ts'
import { bouwstenenContentSchema, guidanceSchema, statementTemplateSchema } from '#lib/content/schema.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(`lib/content/${name}.json`, 'utf8'))

describe('the content of the method', () => {
  it('has seven bouwstenen with guidance in both languages, in the order of the method', () => {
    const content = bouwstenenContentSchema.parse(read('bouwstenen'))
    expect(content.map(each => each.id)).toEqual(bouwstenen)
    const guidance = guidanceSchema.parse(read('guidance'))
    expect(guidance.map(each => each.id)).toEqual(bouwstenen)
    expect(guidance.flatMap(each => each.keyQuestions)).toHaveLength(47)
  })

  it('has ten sections of the statement whose word limits add up', () => {
    const template = statementTemplateSchema.parse(read('statement-template'))
    expect(template.sections).toHaveLength(10)
    expect(template.sections.reduce((sum, section) => sum + section.maxWords, 0)).toBe(template.maxWordsTotal)
  })
})

describe('the programme and the word lists', () => {
  it('has 23 phases on three days whose activities fill their minutes, each based on a source that is there', () => {
    expect(programme.phases).toHaveLength(23)
    expect(programme.phases.flatMap(phase => phase.activities)).toHaveLength(66)
    const known = new Set(programme.sources.map(source => source.id))
    expect(programme.phases.flatMap(phase => phase.basedOn).filter(id => !known.has(id))).toEqual([])
    const tables = programme.phases.find(phase => phase.tables)?.tables ?? []
    expect(tables.flatMap(table => table.bouwstenen).toSorted()).toEqual([...bouwstenen].toSorted())
  })

  it('has the words that hide meaning, and the checks', () => {
    expect([plainLanguage.nl.length, plainLanguage.en.length]).toEqual([44, 34])
    const { id, title, ...each } = checks
    expect(Object.keys(each)).toHaveLength(7)
  })
})
