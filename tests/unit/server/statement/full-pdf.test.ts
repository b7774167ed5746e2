import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPapers, type Papers } from '#server/statement/papers.ts'
import { readPdfFile, SECTIONS_MAX } from '#server/statement/pdf-file.ts'
import { sealPdf } from '#server/statement/seal.ts'
import type { SealKey } from '#server/statement/seal-key.ts'
import { freshSeal, sampleDossier } from '#tests/harness/dossier.ts'
import { ask } from '#tests/harness/pdf-tools.ts'

const address = 'https://example.org'
const at = new Date('2026-11-24T13:30:00Z')
let key: SealKey
let papers: Papers
beforeAll(async () => {
  key = await freshSeal()
  papers = createPapers({ key, now: () => at.getTime() })
})
afterAll(() => papers.stop())

const sealed = (pdf: Buffer): Buffer => sealPdf(pdf, key, { name: 'Bord', reason: 'later', at })

test('[X41] a file takes later signatures up to the most that is read; beyond that it is set anew with all of them, and stays as it went out', async () => {
  const dossier = await sampleDossier()
  const one = { ...dossier, signatures: dossier.signatures.slice(0, 1) }
  let pdf = await papers.pdf(one, address)
  while (readPdfFile(pdf).sections < SECTIONS_MAX - 1) pdf = sealed(pdf)
  const former = { signatures: 1, events: 0 }
  const last = await papers.pdf(dossier, address, { ...former, file: pdf })
  expect(last.subarray(0, pdf.length).equals(pdf)).toBe(true)
  expect(readPdfFile(last).sections).toBe(SECTIONS_MAX)
  expect((await papers.verify(last)).verdict).toBe('intact')
  expect(ask('qpdf', last, '--check').status).toBe(0)

  const anew = await papers.pdf(dossier, address, { ...former, file: last })
  expect(anew.subarray(0, pdf.length).equals(pdf)).toBe(false)
  const answer = await papers.verify(anew)
  expect([answer.verdict, answer.signatures.length]).toEqual(['intact', 2])
  expect(ask('pdfsig', anew).said.match(/Total document signed/g)).toHaveLength(1)

  // One more than is read, as somebody else may add it: no file of ours, and no error.
  expect((await papers.verify(sealed(last))).verdict).toBe('changed')
})
