import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import type { BringBackAnswer, VerifyAnswer } from '#lib/protocol/requests.ts'
import type { Dossier } from '#server/statement/dossier.ts'
import { sealDossier } from '#server/statement/seal.ts'
import type { SealKey } from '#server/statement/seal-key.ts'
import { freshSeal, sampleDossier } from '#tests/harness/dossier.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
let forger: SealKey
beforeAll(async () => {
  server = await startServer()
  forger = await freshSeal()
})
afterAll(() => server.remove())

const post = (path: string, body: BodyInit, type?: string) =>
  fetch(`${server.url}/api/${path}`, {
    method: 'POST',
    body,
    ...(type ? { headers: { 'content-type': type } } : {}),
  })
const get = ({ session, token }: BringBackAnswer, file: string) =>
  fetch(`${server.url}/api/sessions/${session}/${file}`, { headers: { authorization: `Bearer ${token}` } })
const forged = (dossier: Dossier): string => canonicalJson(sealDossier(dossier, forger) as unknown as Json)

test('[E60] what another sealed is read here, and never leaves as sealed by us', async () => {
  const response = await post('bring-back', forged(await sampleDossier()))
  expect(response.status).toBe(201)
  const brought: BringBackAnswer = await response.json()
  for (const file of ['export.pdf', 'export.pdf?anew', 'export.zip']) {
    const refused = await get(brought, file)
    expect([file, refused.status, (await refused.json()).code]).toEqual([file, 409, 'sealed-elsewhere'])
  }
  const json = Buffer.from(await (await get(brought, 'export.json')).arrayBuffer())
  const judged: VerifyAnswer = await (await post('verify', json)).json()
  expect(judged.verdict).toBe('not-ours')
  for (const file of ['export.docx', 'export.odt', 'export.md', 'notes.csv'])
    expect([file, (await get(brought, file)).status]).toEqual([file, 200])
})

test('[E64] a form of a million parts is refused at once: no parser works through it while others wait', async () => {
  const part = (name: string, content: string) =>
    `--edge\r\nContent-Disposition: form-data; name="${name}"; filename="a"\r\n\r\n${content}\r\n`
  const send = async (...parts: string[]) => {
    const response = await post(
      'verify',
      `${parts.join('')}--edge--\r\n`,
      'multipart/form-data; boundary=edge',
    )
    return [response.status, (await response.json()).code ?? null]
  }
  const file = part('file', 'hallo')
  expect(await send(file)).toEqual([200, null])
  expect(await send(file, part('a', '').repeat(200_000))).toEqual([422, 'invalid-request'])
  expect(await send(part('a', 'x'))).toEqual([422, 'invalid-request'])
  expect(await send(part(`"\r\n${'A:b\r\n'.repeat(1_000_000)}`, ''))).toEqual([422, 'invalid-request'])
  expect(await send(file, part('certificate', 'M'.repeat(100_000)))).toEqual([422, 'no-certificate'])
})
