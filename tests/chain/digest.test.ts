import { afterAll, beforeAll, expect, test } from 'vitest'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { type Played, playExample } from '#server/example/play.ts'
import { ask } from '#tests/harness/pdf-tools.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
let played: Played
beforeAll(async () => {
  server = await startServer()
  played = await playExample({ url: server.url, until: 'collect' })
})
afterAll(() => server.remove())

const fetched = (ending: 'pdf' | 'txt', token?: string) =>
  fetch(`${server.url}/api/sessions/${played.session}/digest.${ending}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

test('[U60] the harvest of the first day is told by bouwsteen and by partner, as a mail and as a PDF, each note once in each', async () => {
  const response = await fetched('txt', played.facilitatorToken)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  const [byBouwsteen, byPartner] = text.split('PER PARTNER') as [string, string]
  const notes = text.match(/^ {2}- /gm) ?? []
  const told = Number(/(\d+) notities van/.exec(text)?.[1])
  expect(told).toBeGreaterThan(60)
  expect(byBouwsteen.match(/^ {2}- /gm)).toHaveLength(told)
  expect(notes.length).toBeGreaterThan(told)
  for (const each of bouwstenen) expect(byBouwsteen).toContain(bouwsteenContent[each].name.nl)
  expect(byPartner).toContain('Gemeente Eemhoven')
  const pdf = new Uint8Array(await (await fetched('pdf', played.facilitatorToken)).arrayBuffer())
  const printed = flat(ask('pdftotext', pdf).said)
  expect(printed).toContain('De oogst tot nu toe')
  expect(printed).toContain('Per partner')
  const notice = /^ {2}- (\S+ \S+ \S+)/m.exec(byBouwsteen)?.[1] as string
  expect(printed).toContain(notice)
})

test('[U60] who is not in the session gets nothing of it', async () => {
  for (const ending of ['pdf', 'txt'] as const) {
    const response = await fetched(ending)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'no-identity' })
  }
})
