import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSealKey } from '#server/statement/seal-key.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-seal-key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = () => openSealKey(join(folder, 'data', 'seal.json'), 'bord.example.org', new Date())

test('[X10] the seal is made once, whoever comes first, and only its owner can read it', async () => {
  const opened = [...(await Promise.all([open(), open(), open()])), await open()]
  expect(new Set(opened.map(({ certificate }) => certificate.toString('hex'))).size).toBe(1)
  expect(statSync(join(folder, 'data', 'seal.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'data'))).toEqual(['seal.json'])
  const certificate = new X509Certificate(opened[0]?.certificate ?? '')
  expect(certificate.subject).toBe('CN=Mozaïekbord bord.example.org')
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.checkPrivateKey(opened[3]?.privateKey as never)).toBe(true)
})

test('[X10] a damaged seal stops the start with its file named, and is not made anew', async () => {
  await open()
  writeFileSync(join(folder, 'data', 'seal.json'), '{"format":')
  await expect(open()).rejects.toThrow('seal.json should hold')
})
