import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import * as pkijs from 'pkijs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, hashOf, type Json } from '#lib/domain/canonical.ts'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import type { Dossier } from '#server/statement/dossier.ts'
import { createPapers, type Papers } from '#server/statement/papers.ts'
import { readPdfFile, UnknownStructure } from '#server/statement/pdf-file.ts'
import { sealDossier } from '#server/statement/seal.ts'
import type { SealKey } from '#server/statement/seal-key.ts'
import { verifyFile } from '#server/statement/verify.ts'
import { freshSeal, sampleDossier } from '#tests/harness/dossier.ts'

let key: SealKey
let papers: Papers
let dossier: Dossier
let files: { pdf: Buffer; json: Buffer }

beforeAll(async () => {
  key = await freshSeal()
  papers = createPapers({ key, now: () => Date.now() })
  dossier = await sampleDossier()
  files = {
    pdf: await papers.pdf(dossier, 'https://example.org'),
    json: await papers.statement('json', dossier, 'https://example.org'),
  }
})
afterAll(() => papers.stop())

const look = (file: Buffer, by: SealKey = key) => verifyFile(file, { own: [by.certificate], given: null })
const failed = (answer: VerifyAnswer) => answer.checks.filter(check => !check.passed).map(check => check.id)
const kinds = ['pdf', 'json'] as const

test.each(kinds)('[X4] a %s as it left the installation is intact, and tells who signed', async kind => {
  const answer = await look(files[kind])
  expect([answer.kind, answer.verdict, failed(answer)]).toEqual([kind, 'intact', []])
  expect(answer.statement).toMatchObject({ network: 'Netwerk Één', hash: dossier.statementHash })
  expect(answer.signatures.map(one => [one.partner, one.decision, one.valid])).toEqual([
    ['Gemeente', 'signs', true],
    ['Corporatie', 'declines', true],
  ])
})

test.each(kinds)('[X5] one changed byte anywhere in a %s is said', async kind => {
  const file = files[kind]
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(file)
      changed.writeUInt8(file.readUInt8(at) ^ flip, at)
      expect((await look(changed)).verdict).toBe('changed')
    }),
    { numRuns: 400 },
  )
})

test.each(kinds)('[X5] every byte of the end of a %s counts, and nothing may follow it', async kind => {
  const file = files[kind]
  const ends = [1, 2, 100].map(less => file.subarray(0, file.length - less))
  const longer = ['\n', ' ', '%%EOF\n', '{}'].map(more => Buffer.concat([file, Buffer.from(more)]))
  for (const other of [...ends, ...longer, Buffer.concat([Buffer.from(' '), file])])
    expect((await look(other)).verdict).toBe('changed')
})

test('[X5] a byte within the room of the seal, which its digest leaves out, counts too', async () => {
  const start = files.pdf.lastIndexOf('/Contents <') + '/Contents <'.length
  const end = files.pdf.indexOf('>', start)
  for (let at = start; at < end; at += at < start + 1900 ? 7 : 501) {
    const changed = Buffer.from(files.pdf)
    changed.writeUInt8(changed.readUInt8(at) === 0x30 ? 0x31 : 0x30, at)
    expect((await look(changed)).verdict).toBe('changed')
    // The same number written with a capital letter is another byte.
    const capital = Buffer.from(files.pdf)
    capital.write(String.fromCharCode(files.pdf.readUInt8(at)).toUpperCase(), at, 'latin1')
    expect((await look(capital)).verdict).toBe(capital.equals(files.pdf) ? 'intact' : 'changed')
  }
})

test('[X4] files of before several could sign for one partner are intact still, and tell the same', async () => {
  const { signatories, people, outcomes, trail, session, ...first } = dossier
  const former = {
    'mozaiekbord-dossier/1': first,
    'mozaiekbord-dossier/2': { ...first, people, outcomes, trail, session },
  }
  for (const [format, content] of Object.entries(former)) {
    const sealed = sealDossier({ ...content, format } as unknown as Dossier, key)
    const answer = await look(Buffer.from(canonicalJson(sealed as unknown as Json)))
    expect([answer.verdict, failed(answer)], format).toEqual(['intact', []])
    expect(answer.partners.map(({ state }) => state)).toEqual(['signed', 'declined', 'open'])
  }
})

test('[X6] a place to sign that is left out, or of which the trail does not tell, is found', async () => {
  const [one, ...others] = dossier.signatories
  const more = { id: 'place-0001', partner: one?.partner ?? '' }
  for (const signatories of [others, [...dossier.signatories, more], [one, one, ...others]]) {
    const sealed = sealDossier({ ...dossier, signatories } as Dossier, key)
    const answer = await look(Buffer.from(canonicalJson(sealed as unknown as Json)))
    expect([answer.verdict, failed(answer)]).toEqual(['changed', ['signatures']])
  }
})

test('[X6] who changes the content and seals it themself is not this installation', async () => {
  const forger = await freshSeal()
  const forged = createPapers({ key: forger, now: () => Date.now() })
  try {
    for (const file of [
      await forged.pdf(dossier, 'https://example.org'),
      await forged.statement('json', dossier, 'https://example.org'),
    ]) {
      const answer = await look(file)
      expect([answer.verdict, failed(answer)]).toEqual(['not-ours', ['installation']])
      expect((await look(file, forger)).verdict).toBe('intact')
    }
  } finally {
    await forged.stop()
  }
})

/** As if the installation itself had sealed something that doesn't hold together. */
const sealed = (change: Partial<Dossier>) =>
  Buffer.from(canonicalJson(sealDossier({ ...dossier, ...change }, key) as unknown as Json))

/** A board that follows another statement than its own statement says, with hashes that all fit. */
function following({ board, statement }: Dossier): Partial<Dossier> {
  const boardHash = hashOf(board as unknown as Json)
  const changed = { ...statement, board: boardHash }
  return { board, boardHash, statement: changed, statementHash: hashOf(changed as unknown as Json) }
}

test('[X6] a hash or a signature that does not fit is named', async () => {
  const [first] = dossier.signatures
  if (!first) throw new Error('a signature')
  const { declaration } = first
  const cases: [Partial<Dossier>, string[]][] = [
    [{ statement: { ...dossier.statement, title: 'Anders' } }, ['statement-hash']],
    [{ board: { ...dossier.board, frozenAt: 1 } }, ['board-hash']],
    [
      following({ ...dossier, board: { ...dossier.board, previous: 'ab'.repeat(32) } as Dossier['board'] }),
      ['board-hash', 'signatures'],
    ],
    [{ signatures: [{ ...first, declaration: { ...declaration, name: 'Iemand' } }] }, ['signatures']],
    [{ signatures: [first, first] }, ['signatures']],
  ]
  for (const [change, checks] of cases) {
    const answer = await look(sealed(change))
    expect([answer.verdict, failed(answer)]).toEqual(['changed', checks])
  }
  const cut = { ...sealDossier(dossier, key), signatures: [first] }
  const answer = await look(Buffer.from(canonicalJson(cut as unknown as Json)))
  expect([answer.verdict, failed(answer)]).toEqual(['changed', ['seal']])
})

test('[X7] rubbish and files of others get a calm answer', async () => {
  const cases: [string | Buffer, VerifyAnswer['kind'], VerifyAnswer['verdict']][] = [
    ['', 'unknown', 'unreadable'],
    ['hallo', 'unknown', 'unreadable'],
    ['{"a":1}', 'json', 'unreadable'],
    ['{', 'json', 'unreadable'],
    [Buffer.from('89504e470d0a1a0a', 'hex'), 'unknown', 'unreadable'],
    ['%PDF-1.7\n%%EOF', 'pdf', 'not-ours'],
    [`${'['.repeat(200_000)}`, 'unknown', 'unreadable'],
    [`{"a":${'['.repeat(200_000)}`, 'json', 'unreadable'],
    ['%PDF-1.7\n/ByteRange [0 1 2 3]\nstartxref\n0\n%%EOF\n', 'pdf', 'not-ours'],
  ]
  for (const [file, kind, verdict] of cases)
    expect(await look(Buffer.from(file as string))).toMatchObject({ kind, verdict })
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), async (bytes, asPdf) => {
      const file = asPdf ? Buffer.concat([files.pdf.subarray(0, 2000), bytes]) : Buffer.from(bytes)
      expect((await look(file)).verdict).not.toBe('intact')
    }),
  )
})

test("[X4] the seal is a CMS signature by another library's reading too", async () => {
  const at = files.pdf.lastIndexOf('/ByteRange [')
  const text = files.pdf.subarray(at, at + 60).toString('latin1')
  const [, start = 0, end = 0] = (/\[([\d ]+?) *\]/.exec(text)?.[1] ?? '').split(' ').map(Number)
  const hex = files.pdf.subarray(start + 1, end - 1).toString('latin1')
  // DER tells its own length; the rest of the room is zeros.
  const cms = Buffer.from(hex, 'hex')
  const whole = cms.subarray(0, 4 + cms.readUInt16BE(2))
  const info = pkijs.ContentInfo.fromBER(new Uint8Array(whole).buffer)
  const signedData = new pkijs.SignedData({ schema: info.content })
  const data = new Uint8Array(Buffer.concat([files.pdf.subarray(0, start), files.pdf.subarray(end)])).buffer
  pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }))
  expect(await signedData.verify({ signer: 0, data })).toBe(true)
  const ids = signedData.signerInfos[0]?.signedAttrs?.attributes.map(attribute => attribute.type)
  expect(ids).toContain('1.2.840.113549.1.9.16.2.47')
})

test('[E70] a section whose trailer ends far away is not read through: a file may have many of them', () => {
  const file = (room: number) =>
    Buffer.from(`%PDF-1.7\nxref\n0 0\ntrailer\n<< >>${' '.repeat(room)}startxref\n9\n%%EOF\n`)
  expect(readPdfFile(file(10)).startxref).toBe(9)
  expect(() => readPdfFile(file(1_000_000))).toThrow(UnknownStructure)
})
