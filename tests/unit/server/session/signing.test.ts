import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Declaration, sign } from '#lib/domain/signature.ts'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import type { Statement } from '#lib/domain/statement.ts'
import { giveSignature, openSigning, type SigningPorts } from '#server/session/signing.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'

const session = 'session-01'
const at = 1_772_000_000_000
const partners = [
  { id: 'partner-1', name: 'Gemeente', kind: 'gemeente' },
  { id: 'partner-2', name: 'Zorg Zuid', kind: 'zorgaanbieder' },
]
const statement: Statement = {
  format: 'mozaiekbord-statement/1',
  session,
  network: 'Eigen Voordeur',
  title: 'Kick-off',
  dates: ['2026-03-10'],
  language: 'nl',
  version: 1,
  partners,
  board: 'a'.repeat(64),
  definition: { text: 'Sneller een huis', ballot: 'ballot-01' },
  body: [],
  frozenAt: at,
}
const frozen = snapshotOf(statement)
const declaration: Declaration = {
  format: 'mozaiekbord-signature/1',
  decision: 'signs',
  session,
  statement: frozen.hash,
  version: 1,
  partner: 'partner-1',
  name: 'Noor Çelik',
  function: 'Wethouder',
  signedAt: at,
}

let folder: string
let ports: SigningPorts

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-signing-'))
  const store = await createSqliteStore(join(folder, 'board.sqlite'))
  const { network, title, dates, language } = statement
  const facilitator = { id: 'person-lead', name: 'Lea', partner: null, role: 'facilitator' as const }
  await store.createSession(
    {
      ...{ id: session, network, title, dates, language, phase: 'sign', createdAt: 1, expiresAt: at * 2 },
      ...{ desks: null, deskRounds: 0 },
      ...{
        code: 'ABCDEFGHJ',
        secretHash: 'ab'.repeat(32),
        lead: facilitator.id,
        watchCode: 'JHGFEDCBA',
        definition: null,
        board: null,
      },
      statement: { hash: frozen.hash, version: 1, frozenAt: at },
    },
    partners,
    { ...facilitator, mayOrder: true, removed: false, waiting: false },
  )
  await store.transaction(session, async tx => {
    await tx.saveSnapshot(frozen)
    for (const { id } of partners)
      await tx.addSignatory({ partner: id, token: `token-of-${id}`, signature: null })
  })
  ports = { store, announce: async () => {}, now: () => at, subtle: crypto.subtle }
})

afterEach(async () => {
  await ports.store.close()
  rmSync(folder, { recursive: true })
})

const give = async (token: string, change: Partial<Declaration> = {}) =>
  giveSignature(ports, token, await sign({ ...declaration, ...change } as Declaration, crypto.subtle))

describe('signing', () => {
  it('[S3] takes one signature per partner, and shows it behind the link', async () => {
    expect(await give('token-of-partner-1')).toMatchObject({ ok: true, value: { given: { declaration } } })
    expect(await give('token-of-partner-1')).toEqual({ ok: false, refusal: 'signed-already' })
    expect(await openSigning(ports, 'token-of-partner-1')).toMatchObject({
      value: { given: { declaration } },
    })
    expect(await openSigning(ports, 'token-of-partner-2')).toMatchObject({ value: { given: null } })
  })

  it('[S4] lets nobody sign for another partner, another text, or at a made-up time', async () => {
    expect(await give('token-of-partner-2')).toEqual({ ok: false, refusal: 'wrong-signature' })
    expect(await give('token-of-nobody')).toEqual({ ok: false, refusal: 'wrong-link' })
    const own = 'token-of-partner-1'
    expect(await give(own, { statement: 'b'.repeat(64) })).toEqual({ ok: false, refusal: 'not-frozen' })
    expect(await give(own, { signedAt: at - 2 * 86_400_000 })).toEqual({
      ok: false,
      refusal: 'wrong-signature',
    })
    const forged = { ...(await sign(declaration, crypto.subtle)), signature: '00'.repeat(64) }
    expect(await giveSignature(ports, own, forged)).toEqual({ ok: false, refusal: 'wrong-signature' })
    expect(await openSigning(ports, own)).toMatchObject({ value: { given: null } })
  })

  it('[S5] keeps a decision not to sign, with its reason', async () => {
    const { decision: _, ...rest } = declaration
    const declined: Declaration = { ...rest, decision: 'declines', reason: 'De raad beslist pas in juni' }
    const given = await giveSignature(ports, 'token-of-partner-1', await sign(declined, crypto.subtle))
    expect(given).toMatchObject({ ok: true, value: { given: { declaration: { reason: declined.reason } } } })
    expect(await give('token-of-partner-1')).toEqual({ ok: false, refusal: 'signed-already' })
  })
})
