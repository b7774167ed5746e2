import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import { type Played, playExample } from '#server/example/play.ts'
import { ask } from '#tests/harness/pdf-tools.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
let played: Played
beforeAll(async () => {
  server = await startServer()
  played = await playExample({ url: server.url, until: 'signed' })
})
afterAll(() => server.remove())

const fetched = (ending: 'pdf' | 'json', token = played.facilitatorToken) =>
  fetch(`${server.url}/api/sessions/${played.session}/export.${ending}`, {
    headers: { authorization: `Bearer ${token}` },
  })
const get = (path: string, token = played.facilitatorToken) =>
  fetch(`${server.url}/api/sessions/${played.session}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  })
const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer())
async function verified(file: Uint8Array | string): Promise<VerifyAnswer> {
  const response = await fetch(`${server.url}/api/verify`, { method: 'POST', body: file as BodyInit })
  expect(response.status).toBe(200)
  return response.json()
}

test('[X11] the signed example becomes a PDF that others find validly signed, and that is known again here', async () => {
  const response = await fetched('pdf')
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="verklaring-netwerk-eigen-voordeur-v1.pdf"',
  )
  const pdf = await bytes(response)
  const { said } = ask('pdfsig', pdf)
  expect(said).toContain('Signature is Valid')
  expect(said).toContain('Total document signed')
  expect(said).toContain('ETSI.CAdES.detached')
  const checked = ask('qpdf', pdf, '--check')
  expect([checked.status, checked.said]).toEqual([
    0,
    expect.stringContaining('No syntax or stream encoding errors'),
  ])
  expect(ask('pdftotext', pdf).said.replaceAll(/\s+/g, ' ')).toContain('Alle 10 partners hebben ondertekend.')

  const answer = await verified(pdf)
  expect(answer.checks.map(check => [check.id, check.passed])).toEqual(
    [
      'seal',
      'installation',
      'attached',
      'statement-hash',
      'board-hash',
      'signatures',
      'trail',
      'known-here',
    ].map(id => [id, true]),
  )
  expect([answer.kind, answer.verdict]).toEqual(['pdf', 'intact'])
  expect(answer.signatures.filter(one => one.valid && one.decision === 'signs')).toHaveLength(10)

  pdf[5000] = (pdf[5000] as number) ^ 1
  expect((await verified(pdf)).verdict).toBe('changed')
  expect(ask('pdfsig', pdf).said).not.toContain('Signature is Valid')
})

test('[X11] the JSON is known again, and one changed letter is said', async () => {
  const json = await (await fetched('json')).text()
  expect(await verified(json)).toMatchObject({ kind: 'json', verdict: 'intact' })
  const changed = await verified(json.replace('Eemhoven', 'Eemhaven'))
  expect(changed.verdict).toBe('changed')
})

test('[X11] [X30] what another installation made is not ours, but known by its certificate, also after a restart here', async () => {
  const other = await startServer()
  try {
    const pdf = await bytes(await fetched('pdf'))
    const answer = await fetch(`${other.url}/api/verify`, { method: 'POST', body: pdf })
    expect((await answer.json()).verdict).toBe('not-ours')
    await judgedElsewhere(other, pdf)
    await server.kill()
    await server.restart()
    expect((await verified(pdf)).verdict).toBe('intact')
  } finally {
    await other.remove()
  }
})

/** Another installation judges a file by the certificate that it is given. */
async function judgedElsewhere(other: TestServer, pdf: Uint8Array<ArrayBuffer>): Promise<void> {
  const by = async (certificate: string, file: Uint8Array<ArrayBuffer> = pdf) => {
    const form = new FormData()
    form.set('file', new Blob([file]))
    form.set('certificate', certificate)
    const response = await fetch(`${other.url}/api/verify`, { method: 'POST', body: form })
    return [response.status, await response.json()] as const
  }
  const own = await (await fetch(`${server.url}/api/certificate.pem`)).text()
  const [, known] = await by(own)
  expect(known.verdict).toBe('intact')
  expect(known.checks).toContainEqual({ id: 'given-certificate', passed: true })
  const [, strange] = await by(await (await fetch(`${other.url}/api/certificate.pem`)).text())
  expect(strange.verdict).toBe('not-ours')
  const changed = new Uint8Array(pdf)
  changed[5000] = (changed[5000] as number) ^ 1
  expect((await by(own, changed))[1].verdict).toBe('changed')
  const [status, refused] = await by('geen certificaat')
  expect([status, refused.code]).toEqual([422, 'no-certificate'])
}

test('[X12] a PDF is for the people of the session alone, and not before the freeze', async () => {
  expect((await fetched('pdf', `${played.facilitatorToken}x`)).status).toBe(401)
  const path = `${server.url}/api/sessions/${played.session}/export.pdf`
  expect((await fetch(path)).status).toBe(401)
  const early = await playExample({ url: server.url, until: 'collect' })
  const asked = await fetch(early.pdfUrl, { headers: { authorization: `Bearer ${early.facilitatorToken}` } })
  expect([asked.status, (await asked.json()).code]).toEqual([409, 'not-frozen'])
})

test('[X12] a whole room may ask for the PDF at the same moment', async () => {
  const { invitation, partners } = await (await get('view')).json()
  const tokens = await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      const body = JSON.stringify({ code: invitation.code, name: `Bo ${index}`, partner: partners[0].id })
      return (await (await fetch(`${server.url}/api/join`, { method: 'POST', body })).json()).token
    }),
  )
  const all = await Promise.all(tokens.map(token => fetched('pdf', token)))
  expect(all.filter(response => response.status !== 200)).toEqual([])
})

/** Sends more than is taken, without saying beforehand how much. */
const flood = () =>
  new Promise<number>((resolve, reject) => {
    const sending = request(`${server.url}/api/verify`, { method: 'POST' }, response => {
      resolve(response.statusCode ?? 0)
      sending.destroy()
    })
    sending.on('error', reject)
    const piece = Buffer.alloc(1024 * 1024)
    const more = (left: number) => {
      if (left > 0 && !sending.destroyed) sending.write(piece, () => more(left - 1))
      else sending.end()
    }
    more(22)
  })

test('[X13] a file that is too large is refused, whether it says so or not; rubbish is answered', async () => {
  const large = await fetch(`${server.url}/api/verify`, {
    method: 'POST',
    body: new Uint8Array(21 * 1024 * 1024),
  })
  expect([large.status, (await large.json()).code]).toEqual([413, 'too-large'])
  expect(await flood()).toBe(413)
  expect(await verified('')).toMatchObject({ kind: 'unknown', verdict: 'unreadable' })
  const busy = await Promise.all(Array.from({ length: 15 }, () => verified(new Uint8Array(100_000))))
  expect(busy.every(answer => answer.verdict === 'unreadable')).toBe(true)
})
