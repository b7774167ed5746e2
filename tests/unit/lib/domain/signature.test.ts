import { describe, expect, it } from 'vitest'
import { drawingOf } from '#lib/domain/drawing.ts'
import {
  type Declaration,
  declarationSchema,
  sign,
  signatureHash,
  signatureSchema,
  verifySignature,
} from '#lib/domain/signature.ts'

const declaration: Declaration = {
  format: 'mozaiekbord-signature/1',
  decision: 'signs',
  session: 'session-01',
  statement: 'a'.repeat(64),
  version: 1,
  partner: 'partner-1',
  name: 'Noor Çelik',
  function: 'Wethouder',
  signedAt: 1_700_000_000_000,
}

const current: Declaration = {
  ...declaration,
  ...{ format: 'mozaiekbord-signature/2', decision: 'signs', sentence: 'Ik onderteken.' },
  ...{ place: 'Eemhoven', mandate: { kind: 'own' }, drawn: 'M0 0L600 200' },
}

describe('signature', () => {
  it('[S1] holds for the very declaration that was signed, however its keys are ordered', async () => {
    const signature = await sign(declaration, crypto.subtle)
    expect(await verifySignature(signature, crypto.subtle)).toBe(true)
    const reordered = Object.fromEntries(Object.entries(declaration).reverse()) as Declaration
    expect(await verifySignature({ ...signature, declaration: reordered }, crypto.subtle)).toBe(true)
  })

  it('[S1] holds in each format that was ever signed, which reads back as it was', async () => {
    for (const each of [declaration, current]) {
      const signature = await sign(each, crypto.subtle)
      const read = signatureSchema.parse(JSON.parse(JSON.stringify(signature)))
      expect(read).toEqual(signature)
      expect(await verifySignature(read, crypto.subtle)).toBe(true)
      expect(signatureHash(read)).toBe(signatureHash(signature))
    }
  })

  it('[S7] holds nothing in a drawing but strokes within the sheet', () => {
    const fits = (drawn: string) => declarationSchema.safeParse({ ...current, drawn }).success
    expect(fits('M0 0L600 200M5 5L5 5')).toBe(true)
    for (const drawn of [
      '',
      'M0 0',
      'M601 0L0 0',
      'M0 0L0 201',
      'M0 0L1 1"/><script>',
      'M-1 0L1 1',
      'm0 0l1 1',
    ])
      expect(fits(drawn), drawn).toBe(false)
    expect(fits(`M0 0${'L1 1'.repeat(3000)}`)).toBe(false)
    const path = drawingOf([
      [
        { x: -5, y: 3.4 },
        { x: 700, y: 300 },
      ],
      [{ x: 1, y: 1 }],
    ])
    expect(path).toBe('M0 3L600 200M1 1L1 1')
    expect(fits(path ?? '')).toBe(true)
    expect(drawingOf([])).toBeNull()
  })

  it('[S2] fails when anything declared, the key or the proof is another', async () => {
    const signature = await sign(declaration, crypto.subtle)
    const other = await sign(declaration, crypto.subtle)
    const changed = [
      { ...signature, declaration: { ...declaration, partner: 'partner-2' } },
      { ...signature, declaration: { ...declaration, statement: 'b'.repeat(64) } },
      { ...signature, publicKey: other.publicKey },
      { ...signature, signature: other.signature },
      { ...signature, publicKey: 'zz' },
    ]
    for (const each of changed) expect(await verifySignature(each, crypto.subtle)).toBe(false)
  })
})
