import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#server/example/person.ts'
import { startMailServer } from '#tests/harness/mail-server.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { signingSession } from '#tests/harness/signing-session.ts'

let mail: Awaited<ReturnType<typeof startMailServer>>
let server: TestServer
beforeAll(async () => {
  mail = await startMailServer()
  server = await startServer(undefined, undefined, mail.url)
})
afterAll(async () => {
  await server.remove()
  await mail.stop()
})

const named = (partner: string, email: string) =>
  ({ type: 'nameSignatory', partner, name: 'Noor Çelik', function: 'Wethouder', email }) as const
const mailed = (partner: string, kind: 'invitation' | 'reminder' = 'invitation') =>
  ({ type: 'writeSignatory', partner, kind, by: 'mail' }) as const

test('[S12] the facilitator names who signs, and has the link mailed to them; how that went is shown to who leads alone', async () => {
  const { lead, anna, place, signatories, open } = await signingSession(server)
  const [first] = await signatories()
  const partner = first?.partner ?? ''
  expect((await lead.view()).signing).toEqual({ signBy: null, mail: true })
  await expect(lead.command(mailed(partner))).rejects.toThrow('no-address')
  await lead.command(named(partner, 'noor@example.org'))
  await lead.command({ type: 'setSignBy', date: '2030-04-01' })
  const before = mail.received.length
  await lead.command(mailed(partner))
  await expect.poll(async () => (await signatories())[0]?.letters).toMatchObject([{ state: 'sent' }])
  expect(mail.received).toHaveLength(before + 1)
  const letter = mail.received.at(-1)
  expect(letter?.to).toBe('noor@example.org')
  for (const said of ['Dag Noor Çelik,', `${server.url}${first?.link}`, 'uiterlijk 1 april 2030'])
    expect(letter?.text).toContain(said)
  await expect(lead.command(mailed(partner, 'reminder')), 'at once again').rejects.toThrow('mailed-already')
  expect(mail.received).toHaveLength(before + 1)

  const path = (first?.link ?? '').replace('/sign/', '/api/sign/')
  const behind = await open(path)
  expect(behind).toMatchObject({ named: { name: 'Noor Çelik', function: 'Wethouder' }, signBy: '2030-04-01' })
  expect(JSON.stringify(behind)).not.toContain('noor@example.org')
  expect((await signatories())[0]?.openedAt, 'only what a page tells counts').toBeNull()
  for (let times = 0; times < 2; times++) await ask(place, `${path}/opened`, { body: {} })
  expect((await signatories())[0]?.openedAt).toEqual(expect.any(Number))
  const others = await anna.view()
  expect(others.signatories[0]).toMatchObject({ link: null, named: null, letters: [], openedAt: null })
  expect(JSON.stringify(others)).not.toContain('noor@example.org')
})

test('[S12] a mail that was not taken is said so, and may be sent again at once', async () => {
  const { lead, signatories } = await signingSession(server)
  const [first] = await signatories()
  const partner = first?.partner ?? ''
  await lead.command(named(partner, 'refused@example.org'))
  await lead.command(mailed(partner))
  await expect.poll(async () => (await signatories())[0]?.letters).toMatchObject([{ state: 'failed' }])
  await lead.command(named(partner, 'noor@example.org'))
  await lead.command(mailed(partner))
  await expect
    .poll(async () => (await signatories())[0]?.letters.map(({ state }) => state))
    .toEqual(['failed', 'sent'])
})

test('[S13] a renewed link takes the place of the former one, which says so; what was signed by that stays', async () => {
  const { lead, pathOf, open, give, place, signatories } = await signingSession(server)
  const [first] = await signatories()
  const partner = first?.partner ?? ''
  const former = await pathOf(0)
  const seen = await open(former)
  await give(former, 'declines')
  await lead.command({ type: 'writeSignatory', partner, kind: 'invitation', by: 'hand' })
  await lead.command({ type: 'renewSignLink', partner })
  const present = await pathOf(0)
  expect(present).not.toBe(former)
  expect((await signatories())[0]).toMatchObject({ letters: [], openedAt: null, state: 'declined' })
  for (const asking of [
    () => open(former),
    () => give(former, 'signs', seen),
    () => ask(place, `${former}/opened`, { body: {} }),
  ])
    await expect(asking()).rejects.toThrow('link-renewed')
  expect((await open(present)).signatures).toMatchObject([{ declaration: { decision: 'declines' } }])
  await give(present, 'withdraws')
  await give(present, 'signs')
  expect((await signatories())[0]?.state).toBe('signed')
})

test('[S12] without a mail server links are handed out, and that is kept as well', async () => {
  const plain = await startServer()
  try {
    const { lead, signatories } = await signingSession(plain)
    const [first] = await signatories()
    const partner = first?.partner ?? ''
    expect((await lead.view()).signing.mail).toBe(false)
    await lead.command(named(partner, 'noor@example.org'))
    await expect(lead.command(mailed(partner))).rejects.toThrow('no-mail')
    await lead.command({ type: 'writeSignatory', partner, kind: 'invitation', by: 'hand' })
    expect((await signatories())[0]?.letters).toMatchObject([
      { kind: 'invitation', by: 'hand', state: 'sent' },
    ])
  } finally {
    await plain.remove()
  }
})
