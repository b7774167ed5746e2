import { describe, expect, it } from 'vitest'
import { joinRoots, parseRoots, ROOTS_MAX } from '#lib/domain/roots.ts'
import { rootsSchema } from '#lib/domain/statement.ts'

describe('the roots of a passage', () => {
  it('[C11] are those of all that came together in it, each once, and never more than a passage may have', () => {
    expect(joinRoots(['note:note-0001 line:line-0001', '', 'note:note-0002 note:note-0001'])).toBe(
      'note:note-0001 line:line-0001 note:note-0002',
    )
    const many = Array.from({ length: 400 }, (_, at) => `note:note-${String(at).padStart(8, '0')}`)
    const joined = joinRoots(many)
    expect(joined.length).toBeLessThanOrEqual(ROOTS_MAX)
    expect(joined.length).toBeGreaterThan(ROOTS_MAX - 40)
    expect(rootsSchema.safeParse(joined).success).toBe(true)
  })

  it('[C11] are read by kind and id, and what is none is left out', () => {
    expect(parseRoots('note:note-0001 ballot:ballot-01')).toEqual([
      { kind: 'note', id: 'note-0001' },
      { kind: 'ballot', id: 'ballot-01' },
    ])
    for (const none of ['', 'iets', 'note:x', 'javascript:alert-0001']) expect(parseRoots(none)).toEqual([])
  })
})
