import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import type { BringBackAnswer } from '#lib/protocol/requests.ts'
import { sealDossier } from '#server/statement/seal.ts'
import { openSealKey } from '#server/statement/seal-key.ts'
import { largeDossier } from '#tests/harness/large-dossier.ts'
import { ask } from '#tests/harness/pdf-tools.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
let large: BringBackAnswer
beforeAll(async () => {
  server = await startServer()
  // By this installation's own seal: what another sealed does not leave as a PDF of ours.
  const key = await openSealKey(join(server.folder, 'seal.json'), 'localhost', new Date())
  const sealed = sealDossier(await largeDossier(), key)
  const body = canonicalJson(sealed as unknown as Json)
  const response = await fetch(`${server.url}/api/bring-back`, { method: 'POST', body })
  expect(response.status).toBe(201)
  large = await response.json()
})
afterAll(() => server.remove())

test('[X31] while the PDF of 50 partners and 1,500 notes is made the server goes on answering, and the file is whole', async () => {
  const began = performance.now()
  let made = false
  const file = fetch(`${server.url}/api/sessions/${large.session}/export.pdf`, {
    headers: { authorization: `Bearer ${large.token}` },
  }).then(async response => {
    expect(response.status).toBe(200)
    const bytes = new Uint8Array(await response.arrayBuffer())
    made = true
    return bytes
  })
  const waits: number[] = []
  while (!made) {
    const asked = performance.now()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    waits.push(performance.now() - asked)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  const pdf = await file
  const took = performance.now() - began
  const pages = Number(/Pages:\s+(\d+)/.exec(ask('pdfinfo', pdf).said)?.[1])
  expect(pages).toBeGreaterThan(60)
  // It answered in between, not before and after alone.
  expect(waits.length).toBeGreaterThan(5)
  const sorted = waits.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  console.info(
    `PDF of ${pages} pages, ${Math.round(pdf.length / 1024)} kB, in ${Math.round(took)} ms; meanwhile /healthz ${waits.length} times: median ${at(0.5)} ms, 95% ${at(0.95)} ms, longest ${Math.round(sorted.at(-1) ?? 0)} ms`,
  )
  const text = ask('pdftotext', pdf).said.replaceAll(/\s+/g, ' ')
  for (const said of ['Organisatie 49 voor wonen en zorg', 'Onderdeel organisatie'])
    expect(text).toContain(said)
})
