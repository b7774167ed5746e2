import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type CurrentDeclaration,
  type CurrentSignature,
  signatureHash,
  verifySignature,
} from '#lib/domain/signature.ts'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import { followsOn } from '#lib/domain/standing.ts'
import type { Statement } from '#lib/domain/statement.ts'
import { signingSentence } from '#lib/i18n/signing-sentence.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import { giveSignature, openSigning, type SigningPorts } from '#server/session/signing.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import { signedBy } from '#tests/harness/declaring.ts'

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
      reopened: null,
    },
    partners,
    { ...facilitator, mayOrder: true, removed: false, waiting: false },
  )
  await store.transaction(session, async tx => {
    await tx.saveSnapshot(frozen)
    for (const { id } of partners) await tx.addSignatory({ id, partner: id, token: `token-of-${id}` })
  })
  ports = { store, announce: async () => {}, now: () => at, subtle: crypto.subtle }
})

afterEach(async () => {
  await ports.store.close()
  rmSync(folder, { recursive: true })
})

const token = (partner = 'partner-1') => `token-of-${partner}`
async function seen(by = token()): Promise<SignView> {
  const opened = await openSigning(ports, by)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}
/** ECDSA's second proof: r and, for s, what it lacks of the order of the curve. */
function otherProof(signature: string): string {
  const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')
  const s = order - BigInt(`0x${signature.slice(64)}`)
  return signature.slice(0, 64) + s.toString(16).padStart(64, '0')
}

type Decision = CurrentDeclaration['decision']
/** Null when it was taken, else why not. */
async function give(decision: Decision, change: object = {}, by = token()): Promise<string | null> {
  const given = await giveSignature(ports, by, await signedBy(await seen(by), decision, at, change))
  return given.ok ? null : given.refusal
}
const decisions = async (by = token()) =>
  (await seen(by)).signatures.map(({ declaration }) => declaration.decision)

describe('signing', () => {
  it('[S3] takes one signature per signatory at a time, and shows it behind the link', async () => {
    expect(await give('signs')).toBeNull()
    expect(await give('signs')).toBe('signed-already')
    expect(await give('declines')).toBe('signed-already')
    expect((await seen()).signatures).toMatchObject([{ declaration: { name: 'Noor Çelik' } }])
    expect((await seen(token('partner-2'))).signatures).toEqual([])
  })

  it('[S4] lets nobody sign for another partner, another text, or at a made-up time', async () => {
    const mine = await signedBy(await seen(), 'signs', at)
    expect(await giveSignature(ports, token('partner-2'), mine)).toEqual({
      ok: false,
      refusal: 'wrong-signature',
    })
    expect(await giveSignature(ports, 'token-of-nobody', mine)).toEqual({ ok: false, refusal: 'wrong-link' })
    expect(await give('signs', { statement: 'b'.repeat(64) })).toBe('not-frozen')
    expect(await give('signs', { signedAt: at - 2 * 86_400_000 })).toBe('wrong-signature')
    const forged = { ...mine, signature: '00'.repeat(64) }
    expect(await giveSignature(ports, token(), forged)).toEqual({ ok: false, refusal: 'wrong-signature' })
    expect(await decisions()).toEqual([])
  })

  it('[S7] takes no other sentence than the one that belongs to what is declared', async () => {
    for (const sentence of ['Ik onderteken.', 'Ik teken alleen voor gezien.'])
      expect(await give('signs', { sentence })).toBe('wrong-signature')
    const mandate = { kind: 'board', date: '2026-02-03', reference: 'B-14' }
    expect(await give('signs', { mandate }), 'the sentence names another ground').toBe('wrong-signature')
    const sentence =
      'Ik, Noor Çelik, Wethouder, onderteken namens Gemeente de gezamenlijke verklaring van Eigen Voordeur (versie 1). ' +
      'Ik heb de tekst gelezen en mag namens Gemeente tekenen op grond van het bestuursbesluit van 3 februari 2026 (B-14).'
    expect(await give('signs', { mandate, sentence, drawn: 'M10 20L30 40' })).toBeNull()
    const [kept] = (await seen()).signatures
    expect(kept?.declaration).toMatchObject({ mandate, sentence, place: 'Eemhoven', drawn: 'M10 20L30 40' })
  })

  it('[S5] keeps a decision not to sign, with its reason', async () => {
    expect(await give('declines')).toBeNull()
    expect((await seen()).signatures).toMatchObject([
      { declaration: { reason: 'De raad beslist pas in juni' } },
    ])
    expect(await give('signs')).toBe('signed-already')
  })

  it('[S9] keeps what is taken back as taken back, and lets the partner sign anew', async () => {
    expect(await give('withdraws')).toBe('nothing-to-withdraw')
    await give('declines')
    const [declined] = (await seen()).signatures
    expect(await give('withdraws', { of: 'ab'.repeat(32) })).toBe('nothing-to-withdraw')
    expect(await give('withdraws', { reason: 'Het bestuur is om' })).toBeNull()
    expect(await give('withdraws'), 'twice').toBe('nothing-to-withdraw')
    expect(await give('signs')).toBeNull()
    expect(await decisions()).toEqual(['declines', 'withdraws', 'signs'])
    const { signatures } = await seen()
    expect(signatures[0]).toEqual(declined)
    expect(signatures[1]?.declaration).toMatchObject({ of: declined && signatureHash(declined) })
    for (const each of signatures) expect(await verifySignature(each, crypto.subtle)).toBe(true)
    const events = await ports.store.transaction(session, tx => tx.audit())
    expect(events.map(({ type, detail }) => [type, detail.decision, detail.signature])).toEqual(
      signatures.map(each => ['sign', each.declaration.decision, signatureHash(each)]),
    )
  })

  it('[E61] takes what was taken back no second time, also with another proof of the same', async () => {
    await give('signs')
    const [signed] = (await seen()).signatures as [CurrentSignature]
    expect(await give('withdraws')).toBeNull()
    const other = { ...signed, signature: otherProof(signed.signature) }
    expect(await verifySignature(other, crypto.subtle), 'a proof all the same').toBe(true)
    for (const again of [signed, other]) {
      expect(await giveSignature(ports, token(), again)).toEqual({ ok: false, refusal: 'wrong-signature' })
      expect(followsOn('partner-1', [...(await seen()).signatures, again])).toBe(false)
    }
    expect(await give('signs', { signedAt: at + 1 }), 'by who has the link').toBeNull()
  })

  it('[E62] takes nobody who signs by a decision that is yet to be taken', async () => {
    const by = async (date: string) => {
      const mandate = { kind: 'board', date, reference: '' } as const
      const { partner, statement } = await seen()
      const names = { partner: partner.name, network: statement.network, reservedBy: [], version: 1 }
      const who = { name: 'Noor Çelik', function: 'Wethouder', ...names }
      return give('signs', {
        mandate,
        sentence: signingSentence('nl', { ...who, decision: 'signs', mandate }),
      })
    }
    for (const date of ['2026-02-27', '9999-12-31']) expect(await by(date)).toBe('wrong-signature')
    expect(await by('2026-02-25'), 'today').toBeNull()
  })

  it('[E68] takes so much of one partner and no more, and of the others all the same', async () => {
    for (let times = 0; times < 10; times++)
      for (const decision of ['signs', 'withdraws'] as const)
        expect(await give(decision, { signedAt: at + times })).toBeNull()
    expect(await give('signs', { signedAt: at + 10 })).toBe('declared-often')
    expect(await decisions()).toHaveLength(20)
    expect(await give('signs', {}, token('partner-2'))).toBeNull()
  })

  it('[S10] takes nothing back once all partners signed, nor anything once signing is closed', async () => {
    await give('signs')
    await give('signs', {}, token('partner-2'))
    expect((await seen()).complete).toBe(true)
    expect(await give('withdraws')).toBe('signed-by-all')
    expect(await decisions()).toEqual(['signs'])
    await ports.store.transaction(session, tx => tx.updateSession({ phase: 'closed' }))
    expect(await give('withdraws')).toBe('signing-closed')
  })
})
