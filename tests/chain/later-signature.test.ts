import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#tests/harness/pdf-tools.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { signingSession } from '#tests/harness/signing-session.ts'
import { unzipped } from '#tests/harness/unzip.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

test('[X36] everybody gets the same PDF, which begins with each that went out before, also after a restart; on request it is set anew', async () => {
  const { place, lead, pathOf, give } = await signingSession(server)
  const { session } = await lead.view()
  const fetched = async (path: string, headers = {}) => {
    const response = await fetch(`${place.url}/api/sessions/${session.id}/${path}`, {
      headers: { authorization: `Bearer ${lead.token}`, ...headers },
    })
    expect(response.status).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }
  const sealsOf = (pdf: Buffer) =>
    ask('pdfsig', pdf).said.match(/Signature Validation: Signature is Valid/g)?.length ?? 0
  const startsWith = (pdf: Buffer, former: Buffer) => pdf.subarray(0, former.length).equals(former)

  expect(sealsOf(await fetched('export.pdf'))).toBe(1)
  await give(await pathOf(0), 'signs')
  // Both ask at once, and get the same.
  const [first, beside] = await Promise.all([fetched('export.pdf'), fetched('export.pdf')])
  expect([sealsOf(first), first.equals(beside)]).toEqual([1, true])
  await give(await pathOf(1), 'declines')
  await server.kill()
  await server.restart()
  const second = await fetched('export.pdf')
  expect([sealsOf(second), startsWith(second, first)]).toEqual([2, true])
  expect((await fetched('export.pdf')).equals(second)).toBe(true)
  await give(await pathOf(1), 'withdraws')
  await give(await pathOf(1), 'signs')
  const files = unzipped(await fetched('export.zip'))
  const third = [...files].find(([name]) => name.endsWith('.pdf'))?.[1] as Buffer
  expect([sealsOf(third), startsWith(third, second)]).toEqual([3, true])
  expect((await fetched('export.pdf')).equals(third)).toBe(true)
  const text = ask('pdftotext', third).said.replaceAll(/\s+/g, ' ')
  expect(text.split('Later ondertekend')).toHaveLength(3)
  for (const said of ['Teruggetrokken', 'liet op', 'Alle 2 partners hebben ondertekend.'])
    expect(text).toContain(said)
  const answer = await fetch(`${place.url}/api/verify`, { method: 'POST', body: new Uint8Array(third) })
  expect(await answer.json()).toMatchObject({
    verdict: 'intact',
    checks: expect.arrayContaining([{ id: 'earlier-seals', passed: true }]),
  })
  const anew = await fetched('export.pdf?anew')
  expect([sealsOf(anew), startsWith(anew, first)]).toEqual([1, false])
  expect(ask('pdftotext', anew).said).not.toContain('Later ondertekend')
  // Under an address of somebody's own making nobody else's file begins.
  const elsewhere = await fetched('export.pdf', { host: 'elders.example' })
  expect(sealsOf(elsewhere)).toBeGreaterThan(0)
})
