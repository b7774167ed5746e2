import { describe, expect, it } from 'vitest'
import { legible, legibleLines } from '#lib/domain/legible.ts'
import { newSessionSchema } from '#lib/domain/session.ts'
import { joinRequestSchema, signRequestSchema } from '#lib/protocol/requests.ts'

describe('[I7] a name is what people see of it', () => {
  it('turns no words around it, takes no second line, and piles nothing up', () => {
    expect(legible('\u202eneJ\u202c \u2066de\u2069 Vries')).toBe('neJ de Vries')
    expect(legible(' Jan\n\tde\u2028 Vries\u0000')).toBe('Jan de Vries')
    expect(legible(`Z${'\u0316'.repeat(50)}o`)).toBe(`Z${'\u0316'.repeat(4)}o`)
    expect(legible('A\u200bnna')).toBe('Anna')
    expect(legible('A\ud800')).toBe('A\ufffd')
    expect(legibleLines(' Mits\u202e er \r\n\n  geld\u200b is. \n\u200b')).toBe('Mits er\n\ngeld is.')
  })

  it('leaves real names of every script and emoji as they are', () => {
    const names = [
      'Renée O’Brien-van ’t Hof',
      'Nguyễn Thị Ánh',
      'محمد علی‌پور',
      'רִבְקָה',
      'สุดารัตน์',
      '👩‍🌾 Boer',
      '李明',
    ]
    for (const name of names) expect(legible(name)).toBe(name.normalize('NFC'))
    expect(legible('Rene\u0301e')).toBe('Renée')
    for (const name of names) expect(legible(legible(name))).toBe(legible(name))
  })

  it('is refused when there is nothing to see', () => {
    for (const name of ['', ' ', '\u200b\u200b', '\u202e', '\u0301\u0301', '\u200d', '\u2060 \ufeff'])
      expect(joinRequestSchema.safeParse({ code: 'abc', name, partner: null }).success, name).toBe(false)
    const asked = { network: 'N', title: 'T', dates: ['2030-01-01'], partners: [] }
    expect(newSessionSchema.parse({ ...asked, network: 'N\u202e' }).network).toBe('N')
    expect(newSessionSchema.safeParse({ ...asked, title: '\u200b' }).success).toBe(false)
    const declaration = {
      ...{ format: 'mozaiekbord-signature/3', session: 'session-0001', statement: 'a'.repeat(64) },
      ...{ sentence: 'Ik onderteken.', place: 'Ede', mandate: { kind: 'own' }, drawn: null },
      ...{
        version: 1,
        partner: 'partner-1',
        signatory: 'partner-1',
        together: 1,
        name: 'Jan',
        function: 'wethouder',
        signedAt: 1,
        decision: 'signs',
      },
    }
    const signed = (change: object) =>
      signRequestSchema.safeParse({
        declaration: { ...declaration, ...change },
        publicKey: '0'.repeat(130),
        signature: '0'.repeat(128),
      }).success
    expect(signed({})).toBe(true)
    for (const change of [
      { name: '\u202enaJ' },
      { function: 'a\nb' },
      { name: '\u200b' },
      { place: 'E\u200bde' },
    ])
      expect(signed(change)).toBe(false)
    const twice = [
      { name: 'Gemeente', kind: '' },
      { name: 'Ge\u200bmeente', kind: '' },
    ]
    expect(newSessionSchema.safeParse({ ...asked, partners: twice }).success).toBe(false)
  })
})
