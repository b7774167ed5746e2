import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPapers } from '#server/statement/papers.ts'
import { type SealKey, withKeyFile } from '#server/statement/seal-key.ts'
import { freshSeal, sampleDossier } from '#tests/harness/dossier.ts'
import { ask } from '#tests/harness/pdf-tools.ts'

const address = 'https://example.org'
const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-p12-'))
let own: SealKey
beforeAll(async () => {
  own = await freshSeal()
})
afterAll(() => rmSync(folder, { recursive: true }))

const openssl = (...options: string[]) => {
  const ran = spawnSync('openssl', options, { cwd: folder, encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.stderr)
}
/** A key of this kind with a certificate that another certificate signed, both in one file, as an operator gets it. */
function keyFile(name: string, newKey: string[], packing: string[] = []): string {
  const make = (who: string, more: string[]) =>
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-nodes',
      '-days',
      '30',
      '-subj',
      `/CN=${who}`,
      '-keyout',
      `${who}.key`,
      '-out',
      `${who}.pem`,
      ...more,
    )
  make('above', [])
  make('gemeente', ['-CA', 'above.pem', '-CAkey', 'above.key'])
  const names = [
    '-inkey',
    'gemeente.key',
    '-in',
    'gemeente.pem',
    '-certfile',
    'above.pem',
    '-out',
    `${name}.p12`,
  ]
  openssl('pkcs12', '-export', ...names, '-passout', 'pass:geheim é', ...packing)
  return join(folder, `${name}.p12`)
}
const kinds = {
  ecdsa: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  rsa: ['-newkey', 'rsa:2048'],
}

test.each(Object.entries(kinds))(
  '[X28] [E65] files are sealed with a key of the operator (%s), and those of before stay known',
  async (name, newKey) => {
    const key = await withKeyFile(own, keyFile(name, newKey), 'geheim é')
    expect(key.chain).toHaveLength(1)
    const dossier = await sampleDossier()
    const [before, now] = [own, key].map(each => createPapers({ key: each, now: () => Date.now() })) as [
      ReturnType<typeof createPapers>,
      ReturnType<typeof createPapers>,
    ]
    try {
      const pdf = await now.pdf(dossier, address)
      const { said } = ask('pdfsig', pdf)
      expect(said).toContain('Signature is Valid')
      expect(said).toContain('Total document signed')
      expect(said).toContain('Signer Certificate Common Name: gemeente')
      expect(ask('qpdf', pdf, '--check').status).toBe(0)
      const json = await now.statement('json', dossier, address)
      const older = await before.pdf(dossier, address)
      for (const file of [pdf, json, older]) expect((await now.verify(file)).verdict).toBe('intact')
      for (const file of [pdf, json]) {
        expect((await before.verify(file)).verdict).toBe('not-ours')
        const changed = Buffer.from(file)
        changed.writeUInt8(changed.readUInt8(3000) ^ 1, 3000)
        expect((await now.verify(changed)).verdict).toBe('changed')
      }
      const above = key.chain.map(each => Buffer.from(each).toString('hex')).join('')
      const start = pdf.lastIndexOf(above)
      expect(start).toBeGreaterThan(0)
      for (let at = start; at < start + above.length; at += 41) {
        const changed = Buffer.from(pdf)
        changed.writeUInt8(changed.readUInt8(at) === 0x30 ? 0x31 : 0x30, at)
        expect((await now.verify(changed)).verdict).toBe(changed.equals(pdf) ? 'intact' : 'changed')
      }
    } finally {
      await Promise.all([before.stop(), now.stop()])
    }
  },
)

test('[X29] a key file that can not be used says so in a sentence that names it', async () => {
  const file = keyFile('good', kinds.ecdsa)
  const small = keyFile('small', ['-newkey', 'rsa:1024'])
  const curve = keyFile('curve', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'])
  const cut = join(folder, 'cut.p12')
  writeFileSync(cut, readFileSync(file).subarray(0, 300))
  const cases = [
    [file, 'verkeerd', /the password is wrong/],
    [cut, 'geheim é', /damaged/],
    [small, 'geheim é', /neither of P-256 nor of RSA/],
    [curve, 'geheim é', /neither of P-256 nor of RSA/],
    [join(folder, 'none.p12'), '', /can't be read: ENOENT/],
  ] as const
  for (const [path, password, said] of cases) {
    const failed = await withKeyFile(own, path, password).catch(error => error as Error)
    expect(String(failed)).toMatch(said)
    expect(String(failed)).toContain(`SEAL_P12 names ${path}`)
  }
})
