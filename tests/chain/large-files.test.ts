import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import type { BringBackAnswer } from '#lib/protocol/requests.ts'
import { readConfig } from '#server/config.ts'
import { openSeal } from '#server/opened-seal.ts'
import { sealDossier } from '#server/statement/seal.ts'
import { environmentOf, storeOf } from '#tests/harness/installation.ts'
import { largeDossier } from '#tests/harness/large-dossier.ts'
import { askedMeanwhile, told } from '#tests/harness/meanwhile.ts'
import { forgetPeak, peakOf } from '#tests/harness/memory.ts'
import { ask } from '#tests/harness/pdf-tools.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

/** Most memory of the whole process, in MB, while a large PDF is made in it. */
const MEMORY_MAX = 500

let server: TestServer
let large: BringBackAnswer
beforeAll(async () => {
  server = await startServer()
  large = await (await bring(await sealed(1500))).json()
})
afterAll(() => server.remove())

/** A file of so many notes under this installation's own seal: what another sealed does not leave as a PDF of ours. */
async function sealed(notes: number): Promise<string> {
  const store = await storeOf(server)
  const key = await openSeal(readConfig(environmentOf(server)), store)
  await store.close()
  return canonicalJson(sealDossier(await largeDossier({ notes }), key) as unknown as Json)
}
async function bring(body: string): Promise<Response> {
  const response = await fetch(`${server.url}/api/bring-back`, { method: 'POST', body })
  expect(response.status).toBe(201)
  return response
}
async function fileOf({ session, token }: BringBackAnswer, path: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${server.url}/api/sessions/${session}/${path}`, { headers })
  expect([path, response.status]).toEqual([path, 200])
  return Buffer.from(await response.arrayBuffer())
}

test('[X31] while the PDF of 50 partners and 1,500 notes is made the server goes on answering, and the file is whole', async () => {
  forgetPeak(server.pid())
  const before = peakOf(server.pid())
  const found = await askedMeanwhile(server.url, fileOf(large, 'export.pdf'))
  const peak = peakOf(server.pid())
  const pdf = found.done
  const pages = Number(/Pages:\s+(\d+)/.exec(ask('pdfinfo', pdf).said)?.[1])
  console.info(`PDF of ${pages} pages, ${Math.round(pdf.length / 1024)} kB, in ${told(found)}`)
  console.info(`The whole process held ${Math.round(before)} MB before, and ${Math.round(peak)} MB at most`)
  expect(pages).toBeGreaterThan(60)
  expect(peak).toBeLessThan(MEMORY_MAX)
  // It answered in between, not before and after alone.
  expect(found.waits.length).toBeGreaterThan(5)
  const text = ask('pdftotext', pdf).said.replaceAll(/\s+/g, ' ')
  for (const said of ['Organisatie 49 voor wonen en zorg', 'Onderdeel organisatie'])
    expect(text).toContain(said)
})

test('[X39] the mosaic of 1,500 notes comes as a drawing with all their words, and as a picture in which they would not be read', async () => {
  const drawing = (await fileOf(large, 'mosaic.svg')).toString()
  expect(drawing.match(/<use /g)?.length).toBeGreaterThan(100_000)
  const picture = await fileOf(large, 'mosaic.png')
  expect(picture.readUInt32BE(16)).toBe(3600)
})

test('[X40] a session of 20,000 notes is brought back aside: the server goes on answering, and its notes come as a table', async () => {
  const body = await sealed(20_000)
  const broughtBack = async () => {
    const found = await askedMeanwhile(server.url, bring(body))
    console.info(`Brought back ${Math.round(body.length / 1024)} kB in ${told(found)}`)
    return { ...found, share: Math.max(...found.waits) / found.took }
  }
  let found = await broughtBack()
  // Read and laid where all others wait, it would keep them for a third of the time, each time; a busy machine keeps them now and then.
  for (let again = 0; again < 4 && found.share > 1 / 5; again++) found = await broughtBack()
  expect(found.share).toBeLessThan(1 / 5)
  const table = (await fileOf(await found.done.json(), 'notes.csv')).toString()
  expect(table.split('\r\n')).toHaveLength(20_002)
}, 180_000)
