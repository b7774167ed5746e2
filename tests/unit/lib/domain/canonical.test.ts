import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, hashOf, type Json } from '#lib/domain/canonical.ts'

describe('canonical JSON (RFC 8785)', () => {
  it('writes the sample of RFC 8785 section 3.2.2 as its section 3.2.3 shows', () => {
    const sample = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts keys by UTF-16 code units', () => {
    expect(
      canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 }),
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson('\ud800')).toThrow(TypeError)
  })

  it('gives one form however the keys were ordered, and that form reads back as the same value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' })),
        value => {
          const reversed = Object.fromEntries(Object.entries(value).reverse())
          const form = canonicalJson(value as Json)
          expect(canonicalJson(reversed as Json)).toBe(form)
          expect(JSON.parse(form)).toEqual(JSON.parse(JSON.stringify(value)))
          expect(hashOf(value as Json)).toBe(createHash('sha256').update(form).digest('hex'))
        },
      ),
    )
  })
})
