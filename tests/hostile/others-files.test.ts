import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import type { BringBackAnswer, VerifyAnswer } from '#lib/protocol/requests.ts'
import type { Dossier } from '#server/statement/dossier.ts'
import { createPapers } from '#server/statement/papers.ts'
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

test('[E66] whether a file could have come from a session is found out aside, by all that a session holds', async () => {
  const papers = createPapers({ key: forger, now: () => Date.now() })
  const dossier = await sampleDossier()
  const file = (change: Partial<Dossier>) => Buffer.from(forged({ ...dossier, ...change }))
  const person = (id: string) => ({ id, name: 'a', partner: null, role: 'observer' as const })
  try {
    expect(await papers.sessionIn(file({}))).toMatchObject({ ok: true, value: { by: { ours: true } } })
    const crowd = Array.from({ length: 50_000 }, (_, index) => person(`person-${index}`))
    expect(await papers.sessionIn(file({ people: crowd }))).toEqual({ ok: false, refusal: 'no-session' })
    expect(await papers.sessionIn(Buffer.from('{}'))).toEqual({ ok: false, refusal: 'no-dossier' })
  } finally {
    await papers.stop()
  }
})

test('[E67] who has files made all the time is told to wait, as are all who read one archive together', async () => {
  const brought: BringBackAnswer = await (await post('bring-back', forged(await sampleDossier()))).json()
  const code = new URL(brought.joinLink, server.url).searchParams.get('code')
  const joined = await post('join', JSON.stringify({ code, name: 'Bo', partner: null }))
  const other = { ...brought, ...(await joined.json()) }
  const asked = async (who: BringBackAnswer, file: string) => (await get(who, file)).status
  const came: number[] = []
  for (let times = 0; times < 40; times++) came.push(await asked(times % 2 ? brought : other, 'notes.csv'))
  expect(came.slice(0, 30).every(status => status === 200)).toBe(true)
  expect(came.at(-1)).toBe(503)
  expect(await asked(other, 'export.md')).toBe(503)
  expect(await asked(other, 'export.json'), 'the file as it came').toBe(200)
})
