import { describe, expect, it } from 'vitest'
import { type Declaration, sign, verifySignature } from '#lib/domain/signature.ts'

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

describe('signature', () => {
  it('[S1] holds for the very declaration that was signed, however its keys are ordered', async () => {
    const signature = await sign(declaration, crypto.subtle)
    expect(await verifySignature(signature, crypto.subtle)).toBe(true)
    const reordered = Object.fromEntries(Object.entries(declaration).reverse()) as Declaration
    expect(await verifySignature({ ...signature, declaration: reordered }, crypto.subtle)).toBe(true)
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
