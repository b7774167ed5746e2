import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { boardFiles, mediaTypes, statementFiles } from '#lib/protocol/files.ts'
import { type Played, playExample } from '#server/example/play.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { mustBeWellFormed, unzipped } from '#tests/harness/unzip.ts'

let server: TestServer
let played: Played
beforeAll(async () => {
  server = await startServer()
  played = await playExample({ url: server.url, until: 'signed' })
})
afterAll(() => server.remove())

const fetched = (path: string, { session, facilitatorToken } = played, token = facilitatorToken) =>
  fetch(`${server.url}/api/sessions/${session}/${path}`, { headers: { authorization: `Bearer ${token}` } })
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())
const paths = [...statementFiles.map(ending => `export.${ending}`), ...boardFiles]

test('[X18] each file comes under a name of its own, as what it is, to the people of the session alone', async () => {
  for (const path of paths) {
    const response = await fetched(path)
    expect([path, response.status]).toEqual([path, 200])
    const ending = path.split('.').at(-1) as keyof typeof mediaTypes
    expect(response.headers.get('content-type')).toBe(mediaTypes[ending])
    expect(response.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="[a-z-]+-netwerk-eigen-voordeur(-v1)?\\.${ending}"$`),
    )
    expect((await bytes(response)).length).toBeGreaterThan(500)
    expect((await fetched(path, played, `${played.facilitatorToken}x`)).status).toBe(401)
  }
})

test('[X18] the files of the board come before it is fixed too, those of the statement after', async () => {
  const early = await playExample({ url: server.url, until: 'collect' })
  for (const ending of statementFiles) {
    const refused = await fetched(`export.${ending}`, early)
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'not-frozen'])
  }
  const table = (await bytes(await fetched('notes.csv', early))).toString('utf8')
  expect(table.split('\r\n').length).toBeGreaterThan(60)
  for (const file of boardFiles) expect((await fetched(file, early)).status).toBe(200)
})

test('[X19] the mosaic as a drawing holds its words as outlines, and as a picture it is a PNG of use on a screen', async () => {
  const svg = (await bytes(await fetched('mosaic.svg'))).toString('utf8')
  expect(svg).toMatch(/^<svg[^>]* role="img"[^>]*><title>Het mozaïek van het bord/)
  expect(svg).not.toMatch(/<text|font-family|<script|<image|href="http/)
  const png = await bytes(await fetched('mosaic.png'))
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  expect(png.readUInt32BE(16)).toBeGreaterThan(2000)
})

test('[X20] the JSON is what the published schema says, here and in the documents', async () => {
  const schema = await (await fetch(`${server.url}/api/dossier.schema.json`)).json()
  const dossier = await (await fetched('export.json')).json()
  const reader = z.fromJSONSchema(schema)
  expect(reader.safeParse(dossier).error).toBeUndefined()
  expect(reader.safeParse({ ...dossier, boardHash: 'x' }).success).toBe(false)
  expect(reader.safeParse({ ...dossier, more: 1 }).success).toBe(false)
})

test('[X21] the JSON tells of the room what the statement rests on, and of all other events the hash alone', async () => {
  const { trail, people, outcomes } = await (await fetched('export.json')).json()
  const told = trail.flatMap((entry: { type?: string }) => entry.type ?? [])
  expect(new Set(told)).toEqual(
    new Set([
      'movePhase',
      'openBallot',
      'closeBallot',
      'revealBallot',
      'chooseDefinition',
      'freezeBoard',
      'freezeStatement',
      'sign',
    ]),
  )
  expect(trail.length).toBeGreaterThan(told.length)
  expect(people.length).toBeGreaterThan(10)
  expect(outcomes[0].tally.voters).toBeGreaterThan(5)
  // Who chose what is in no file; who cast a partner's vote is, for everybody saw that.
  expect(JSON.stringify(outcomes)).not.toMatch(/"choice"|"trail"/)
  expect(Object.keys(outcomes[0].tally.casters[0]).sort()).toEqual(['by', 'voter', 'way'])
})

test('[X22] the dossier holds every file whole, with a page that checks them and what to read first', async () => {
  const files = unzipped(await bytes(await fetched('export.zip')))
  const names = [...files.keys()]
  expect(names[0]).toBe('LEESMIJ.txt')
  expect(names).toHaveLength(12)
  const readme = files.get('LEESMIJ.txt')?.toString('utf8') ?? ''
  for (const name of names.slice(1)) expect(readme).toContain(`- ${name}`)
  const stem = 'netwerk-eigen-voordeur'
  const json = files.get(`verklaring-${stem}-v1.json`) ?? Buffer.from('')
  for (const file of [json, files.get(`verklaring-${stem}-v1.pdf`) ?? Buffer.from('')]) {
    const answer = await fetch(`${server.url}/api/verify`, { method: 'POST', body: new Uint8Array(file) })
    expect((await answer.json()).verdict).toBe('intact')
  }
  expect(unzipped(files.get(`verklaring-${stem}-v1.docx`) as Buffer).has('word/document.xml')).toBe(true)
  const { certificate } = JSON.parse(json.toString('utf8')).seal
  expect(
    files
      .get('certificaat.pem')
      ?.toString('utf8')
      .replaceAll(/-----[^-]+-----|\s/g, ''),
  ).toBe(Buffer.from(certificate, 'hex').toString('base64'))
  mustBeWellFormed(files.get(`mozaiek-${stem}.svg`)?.toString('utf8') ?? '')
})
