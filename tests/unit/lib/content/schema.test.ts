import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bouwstenenContentSchema, statementTemplateSchema } from '#lib/content/schema.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(`lib/content/${name}.json`, 'utf8'))

describe('the content of the method', () => {
  it('has seven bouwstenen with guidance in both languages, in the order of the method', () => {
    const content = bouwstenenContentSchema.parse(read('bouwstenen'))
    expect(content.map(each => each.id)).toEqual(bouwstenen)
    expect(content.flatMap(each => each.keyQuestions)).toHaveLength(47)
  })

  it('has ten sections of the statement whose word limits add up', () => {
    const template = statementTemplateSchema.parse(read('statement-template'))
    expect(template.sections).toHaveLength(10)
    expect(template.sections.reduce((sum, section) => sum + section.maxWords, 0)).toBe(template.maxWordsTotal)
  })
})
