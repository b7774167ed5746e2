import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BringBackAnswer, VerifyAnswer } from '#lib/protocol/requests.ts'
import { environmentOf, inDatabase } from '#tests/harness/installation.ts'
import { ask } from '#tests/harness/pdf-tools.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { signingSession } from '#tests/harness/signing-session.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-joint-'))
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server.remove()
  rmSync(folder, { recursive: true })
})

const bo = { name: 'Bo Dekker', function: 'Bestuurder', email: '' }

/** A session of two partners of which the first signs by two people, each with a path of their own. */
async function jointly() {
  const table = await signingSession(server)
  const partner = (await table.signatories())[0]?.partner ?? ''
  const { id: second } = await table.lead.command({ type: 'addSignatory', partner, ...bo })
  const pathAt = async (id: string | null) =>
    (await table.signatories()).find(each => each.id === id)?.link?.replace('/sign/', '/api/sign/') ?? ''
  const others = (await table.signatories()).at(-1)?.id ?? ''
  const paths = [await pathAt(partner), await pathAt(second), await pathAt(others)] as const
  const { session } = await table.lead.view()
  const fetched = async (path: string, token = table.lead.token, id = session.id) => {
    const url = `${table.place.url}/api/sessions/${id}/${path}`
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
    expect(response.status, path).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }
  const verified = async (file: Buffer): Promise<VerifyAnswer> =>
    (
      await fetch(`${table.place.url}/api/verify`, { method: 'POST', body: new Uint8Array(file) })
    ).json() as Promise<VerifyAnswer>
  return { ...table, partner, second: second ?? '', paths, session, fetched, verified }
}

const root = new URL('../..', import.meta.url).pathname
const npmVerify = (...given: string[]) => {
  const env = { ...process.env, ...environmentOf(server) }
  const ran = spawnSync(process.execPath, ['scripts/verify.ts', ...given], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  return { said: ran.stdout + ran.stderr, status: ran.status }
}

test('[S16] a partner of two signatories has signed once both have; each says so in a sentence, and it is told in every file', async () => {
  const { partner, second, paths, open, give, lead, signatories, fetched, verified, place } = await jointly()
  const [first, other, alone] = paths
  expect(new Set([first, other, alone]).size, 'a link each').toBe(3)
  expect((await signatories()).map(each => each.partner === partner)).toEqual([true, true, false])
  expect((await open(first)).others).toEqual([{ name: 'Bo Dekker', state: 'open' }])

  await give(alone, 'signs')
  const seen = await give(first, 'signs')
  expect(seen.signatures[0]?.declaration).toMatchObject({ signatory: partner, together: 2 })
  expect(JSON.stringify(seen.signatures)).toContain('mag samen met 1 andere ondertekenaar namens Gemeente')
  expect([seen.complete, (await open(alone)).complete]).toEqual([false, false])
  expect((await signatories()).map(({ id, state }) => [id === second, state])).toEqual([
    [false, 'signed'],
    [true, 'open'],
    [false, 'signed'],
  ])
  const before = await fetched('export.pdf')
  const said = (pdf: Buffer) => ask('pdftotext', pdf).said.replaceAll(/\s+/g, ' ')
  expect(said(before)).toContain('Van één partner heeft een deel van wie samen tekenen getekend.')
  for (const numbered of ['Ondertekenaar 1 van 2, samen', 'Ondertekenaar 2 van 2, samen'])
    expect(said(before)).toContain(numbered)
  expect((await verified(before)).partners).toEqual([
    { name: 'Gemeente', state: 'partly', signed: 1, of: 2 },
    { name: 'Huren', state: 'signed', signed: 1, of: 1 },
  ])

  await give(other, 'signs')
  expect(await open(first)).toMatchObject({ complete: true, others: [{ state: 'signed' }] })
  await expect(give(first, 'withdraws')).rejects.toThrow('signed-by-all')
  const after = await fetched('export.pdf')
  expect(after.subarray(0, before.length).equals(before), 'added behind what went out').toBe(true)
  expect(said(after)).toContain('Alle 2 partners hebben ondertekend.')
  expect(said(after)).toContain('Vroeg nog iemand om mee te tekenen')
  for (const ending of ['pdf', 'json'] as const) {
    const file = ending === 'pdf' ? after : await fetched('export.json')
    expect(await verified(file), ending).toMatchObject({
      verdict: 'intact',
      partners: [{ state: 'signed', signed: 2, of: 2 }, { state: 'signed' }],
    })
  }
  const markdown = (await fetched('export.md')).toString()
  expect(markdown).toContain('Ondertekenaar 2 van 2, samen')
  for (const ending of ['docx', 'odt']) expect((await fetched(`export.${ending}`)).length).toBeGreaterThan(0)

  const json = await fetched('export.json')
  const back = (await (
    await fetch(`${place.url}/api/bring-back`, { method: 'POST', body: new Uint8Array(json) })
  ).json()) as BringBackAnswer
  const brought = JSON.parse((await fetched('view', back.token, back.session)).toString())
  const shown = (all: readonly { id: string; state: string }[]) => all.map(({ id, state }) => [id, state])
  expect(shown(brought.signatories)).toEqual(shown((await lead.view()).signatories))

  const path = join(folder, 'verklaring.json')
  writeFileSync(path, json)
  const told = npmVerify(path)
  expect([told.status, told.said]).toEqual([0, expect.stringContaining('Gemeente: has signed, 2 of 2')])
})

test('[S16] one of two who declines does so for the partner, and may come back to it', async () => {
  const { paths, give, fetched, verified, open } = await jointly()
  const [first, other, alone] = paths
  await give(alone, 'signs')
  await give(first, 'signs')
  await give(other, 'declines')
  expect((await verified(await fetched('export.json'))).partners[0]).toMatchObject({ state: 'declined' })
  await give(other, 'withdraws')
  expect((await verified(await fetched('export.json'))).partners[0]).toMatchObject({ state: 'partly' })
  await give(other, 'signs')
  expect((await open(first)).complete).toBe(true)
})

test('[S17] who signs is added and taken away while nobody is bound by it: never the last, nor who declared something', async () => {
  const { partner, second, paths, lead, anna, open, give, signatories } = await jointly()
  const [first, other, alone] = paths
  const remove = (signatory: string) => lead.command({ type: 'removeSignatory', partner, signatory })
  await expect(anna.command({ type: 'addSignatory', partner, ...bo })).rejects.toThrow('role-forbids')
  const seen = await open(first)
  await remove(second)
  await expect(open(other), 'the link of who was taken away').rejects.toThrow('link-renewed')
  await expect(give(first, 'signs', seen), 'by a sentence of two').rejects.toThrow('signatories-changed')
  await expect(remove(partner)).rejects.toThrow('last-signatory')
  await expect(remove(second), 'who is gone').rejects.toThrow('not-found')
  const { id: third } = await lead.command({ type: 'addSignatory', partner, ...bo })
  await give(first, 'signs')
  await expect(remove(partner)).rejects.toThrow('declared-already')
  await remove(third ?? '')
  expect((await signatories()).length).toBe(2)
  await give(alone, 'signs')
  await expect(lead.command({ type: 'addSignatory', partner, ...bo })).rejects.toThrow('signed-by-all')
})

test('[S17] the first place may be the one that goes: what is named without a place is then of who is left', async () => {
  const { partner, second, paths, lead, signatories, open } = await jointly()
  await lead.command({ type: 'removeSignatory', partner, signatory: partner })
  await lead.command({ type: 'nameSignatory', partner, ...bo, name: 'Ans' })
  expect((await signatories()).map(({ id, named }) => [id, named?.name])).toEqual([
    [second, 'Ans'],
    [expect.any(String), undefined],
  ])
  expect(await open(paths[1])).toMatchObject({ others: [], signatory: second })
})

test('[S17] at most eight sign for one partner, and who signs stays over a next version of the text', async () => {
  const { partner, lead, signatories } = await jointly()
  for (let more = 2; more < 8; more++) await lead.command({ type: 'addSignatory', partner, ...bo })
  await expect(lead.command({ type: 'addSignatory', partner, ...bo })).rejects.toThrow('too-many-signatories')
  const before = await signatories()
  await lead.command({ type: 'reopenStatement' })
  await lead.command({ type: 'freezeStatement' })
  const places = (all: typeof before) => all.map(({ id, link }) => [id, link])
  expect(places(await signatories())).toEqual(places(before))
})

test('[A2] a place to sign that was taken out of the file, past the trail, is found', async () => {
  const { second, paths, give } = await jointly()
  await give(paths[0], 'signs')
  await server.kill()
  const whole = npmVerify()
  expect([whole.status, whole.said]).toEqual([0, expect.stringContaining('everything is as it was kept')])
  await inDatabase(server, sql => sql('DELETE FROM signatories WHERE id = ?', second))
  const { said, status } = npmVerify()
  expect([status, said]).toEqual([1, expect.stringContaining(`The place to sign ${second} is gone.`)])
  await server.restart()
})
