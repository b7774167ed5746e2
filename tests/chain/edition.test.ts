import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoard } from '#lib/documents/board.ts'
import { sha256Hex } from '#lib/domain/canonical.ts'
import { verifySignature } from '#lib/domain/signature.ts'
import type { Command } from '#lib/protocol/commands.ts'
import type { FormerAnswer, JoinAnswer, LookAnswer } from '#lib/protocol/requests.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { ask, Person } from '#server/example/person.ts'
import { type Played, playExample } from '#server/example/play.ts'
import { inDatabase, unguarded } from '#tests/harness/installation.ts'
import { ask as printedBy } from '#tests/harness/pdf-tools.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
let played: Played
/** Who leads the new edition. */
let lead: JoinAnswer
const people: Person[] = []

beforeAll(async () => {
  server = await startServer()
  played = await playExample({ url: server.url, until: 'signed' })
})
afterAll(async () => {
  for (const person of people) person.leave()
  await server.remove()
})

const secret = 'het-geheim-van-de-nieuwe-editie'
const beginning = (by: string): Command => ({
  type: 'beginEdition',
  title: 'Twee jaar later',
  dates: ['2032-03-10', '2032-03-11'],
  partners: [
    { name: 'Gemeente Eemhoven', kind: 'gemeente' },
    { name: 'Een nieuwe partner', kind: '' },
  ],
  secretHash: sha256Hex(by),
})
const place = () => ({ url: server.url, origin: server.url })
const opened = (session: string, secret: string) =>
  ask<JoinAnswer>(place(), `/api/sessions/${session}/lead`, { body: { secret } })
const begun = async (session: string, token: string, by: string) => {
  const response = await fetch(`${server.url}/api/sessions/${session}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ key: crypto.randomUUID(), command: beginning(by) }),
  })
  return { status: response.status, ...(await response.json()) }
}
const fetched = (session: string, path: string, token?: string) =>
  fetch(`${server.url}/api/sessions/${session}/${path}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
const viewed = async (session: string, token: string): Promise<SessionView> =>
  (await fetched(session, 'view', token)).json()
const kept = async (session: string, token: string): Promise<FormerAnswer> =>
  (await fetched(session, 'former', token)).json()
const trail = (session: string) =>
  inDatabase(server, sql =>
    sql('SELECT type, detail FROM audit WHERE session = ? ORDER BY sequence', session),
  )

test('[U62] no edition begins before everybody answered, nor by who does not lead', async () => {
  const early = await playExample({ url: server.url, until: 'statement' })
  const { token } = await opened(early.session, new URL(early.facilitatorLink, server.url).hash.slice(1))
  expect(await begun(early.session, token, secret)).toMatchObject({ status: 409, code: 'not-frozen' })
  const leads = new Person(place(), { session: early.session, participant: '', token }, null)
  await leads.command({ type: 'freezeStatement' })
  expect(await begun(early.session, token, secret)).toMatchObject({ status: 409, code: 'phase-forbids' })
  const code = played.code
  const body = { code, name: 'Wie meekijkt', partner: null }
  const other = await ask<JoinAnswer>(place(), '/api/join', { body })
  expect(await begun(played.session, other.token, secret)).toMatchObject({
    status: 403,
    code: 'role-forbids',
  })
  expect((await viewed(played.session, played.facilitatorToken)).edition).toEqual({
    number: 1,
    former: null,
    next: null,
  })
})

test('[U62] an edition begins once, however often it is asked for, and its link opens it', async () => {
  const before = await viewed(played.session, played.facilitatorToken)
  const lost = await begun(played.session, played.facilitatorToken, 'een antwoord dat nooit aankwam')
  const again = await begun(played.session, played.facilitatorToken, secret)
  expect(again).toEqual(lost)
  const session = again.id as string
  expect(session).not.toBe(played.session)
  lead = await opened(session, secret)

  const view = await viewed(session, lead.token)
  expect(view.edition).toEqual({
    number: 2,
    former: { session: played.session, statement: before.statement?.hash },
    next: null,
  })
  expect(view.session).toMatchObject({
    network: before.session.network,
    title: 'Twee jaar later',
    dates: ['2032-03-10', '2032-03-11'],
    language: before.session.language,
    phase: 'collect',
  })
  expect(view.roster).toMatchObject([{ role: 'facilitator' }])
  expect(view.programme).toEqual({ steps: before.programme?.steps, version: 0 })
  expect([view.step, view.clock, view.board, view.statement]).toEqual([null, null, null, null])
  const known = before.partners.find(({ name }) => name === 'Gemeente Eemhoven')
  expect(view.partners.map(({ id }) => id === known?.id)).toEqual([true, false])
  const code = view.invitation?.code ?? ''
  expect(code).not.toBe(before.invitation?.code)
  const look = await ask<LookAnswer>(place(), '/api/join/look', { body: { code } })
  expect(look.session.id).toBe(session)

  const after = await viewed(played.session, played.facilitatorToken)
  const next = { session, title: 'Twee jaar later', dates: ['2032-03-10', '2032-03-11'] }
  expect(after).toEqual({ ...before, now: after.now, edition: { ...before.edition, next } })
  expect((await trail(played.session)).at(-1)).toEqual({
    type: 'beginEdition',
    detail: JSON.stringify({ id: session }),
  })
  const detail = { former: played.session, statement: before.statement?.hash }
  expect(await trail(session)).toEqual([
    { type: 'beginEdition', detail: JSON.stringify(detail) },
    // By whom its link was opened here.
    { type: 'takeLead', detail: '{}' },
  ])
})

test('[U63] the board of a new edition begins with the opgave that was signed, also once it is wiped', async () => {
  const person = new Person(place(), lead, null)
  people.push(person)
  const { definition } = (await kept(lead.session, lead.token)).statement
  const proposals = async () => {
    const seen = new Person(place(), lead, null)
    const { proposals } = readBoard(await seen.look('board'))
    seen.leave()
    return proposals.map(({ text }) => text)
  }
  expect(definition.text).not.toBe('')
  expect(await proposals()).toEqual([definition.text])
  await person.command({ type: 'rehearse' })
  await person.command({ type: 'wipeContent' })
  expect(await proposals()).toEqual([definition.text])
})

test('[U62] once something was done in the edition, its link stays as it is', async () => {
  const { id } = await begun(played.session, played.facilitatorToken, 'een ander geheim')
  expect(id).toBe(lead.session)
  expect((await opened(lead.session, secret)).participant).toBe(lead.participant)
  await expect(opened(lead.session, 'een ander geheim')).rejects.toThrow('wrong-secret')
})

test('[U66] what a later edition signs names what was signed before, in files that are found intact; a first edition does not', async () => {
  const leads = new Person(place(), lead, null)
  const view = await leads.view()
  const body = { code: view.invitation?.code ?? '', name: 'Anna', partner: view.partners[0]?.id ?? null }
  const anna = new Person(place(), await ask<JoinAnswer>(place(), '/api/join', { body }), body.partner)
  await leads.command({ type: 'movePhase', to: 'decide' })
  const [proposal] = readBoard(await leads.look('board')).proposals
  leads.leave()
  const of = proposal?.id ?? ''
  await leads.command({ type: 'openBallot', method: 'consent', per: 'person', dots: 1, proposals: [of] })
  const ballot = (await leads.view()).ballots[0]?.id ?? ''
  const answers = { [of]: { value: 'agree', reason: '' } } as const
  await anna.command({ type: 'castVote', ballot, choice: { method: 'consent', answers } })
  await leads.command({ type: 'closeBallot', ballot })
  await leads.command({ type: 'revealBallot', ballot })
  await leads.command({ type: 'chooseDefinition', ballot, proposal: of })
  await leads.command({ type: 'freezeBoard' })
  await leads.command({ type: 'freezeStatement' })

  const former = await kept(lead.session, lead.token)
  const later = await (await fetched(lead.session, 'export.json', lead.token)).json()
  expect(later.board.previous, '[F8] the board names what was fixed before it').toBe(former.hash)
  expect(later.statement.board, '[F8] and the statement its board').toBe(later.boardHash)
  const first = await (await fetched(played.session, 'export.json', played.facilitatorToken)).json()
  expect(first.statement).toMatchObject({ format: 'mozaiekbord-statement/3', former: null, replaces: null })
  expect(first.board.previous).toBeNull()
  for (const ending of ['json', 'pdf']) {
    const file = await (await fetched(lead.session, `export.${ending}`, lead.token)).arrayBuffer()
    const answer = await fetch(`${server.url}/api/verify`, { method: 'POST', body: file })
    expect(await answer.json()).toMatchObject({ verdict: 'intact', statement: { former: former.hash } })
    if (ending === 'pdf') {
      const printed = printedBy('pdftotext', new Uint8Array(file)).said.replaceAll(/\s+/g, ' ')
      expect(printed).toContain('Volgt op de verklaring met controlegetal')
      expect(printed).toContain(former.hash.slice(0, 32))
    }
  }
})

test('[U64] what was signed stays with the new edition, to be read by its people alone, when the former one is gone', async () => {
  const former = await kept(lead.session, lead.token)
  const dossier = await (await fetched(played.session, 'export.json', played.facilitatorToken)).json()
  expect(former.statement).toEqual(dossier.statement)
  expect([former.number, former.hash]).toEqual([1, dossier.statementHash])
  expect(former.signatures).toEqual(dossier.signatures)
  for (const signature of former.signatures)
    expect(await verifySignature(signature, crypto.subtle as SubtleCrypto)).toBe(true)
  expect((await fetched(lead.session, 'former')).status).toBe(401)
  expect((await fetched(lead.session, 'former', played.facilitatorToken)).status).toBe(401)
  expect((await fetched(played.session, 'former', played.facilitatorToken)).status).toBe(404)

  await server.kill()
  await inDatabase(server, sql =>
    expect(sql("UPDATE editions SET canonical = '{}'")).rejects.toThrow('never changed'),
  )
  const tables = ['signatories', 'snapshots', 'log', 'documents', 'programmes', 'partners', 'participants']
  await unguarded(server, async sql => {
    for (const table of tables) await sql(`DELETE FROM ${table} WHERE session = ?`, played.session)
    await sql('DELETE FROM sessions WHERE id = ?', played.session)
  })
  await server.restart()
  expect(await kept(lead.session, lead.token)).toEqual(former)
})

test('[U64] a text that is no longer what was signed is not shown as if it were', async () => {
  await server.kill()
  await unguarded(server, sql =>
    sql("UPDATE editions SET canonical = replace(canonical, 'Eemhoven', 'Eemhaven')"),
  )
  await server.restart()
  const response = await fetched(lead.session, 'former', lead.token)
  expect([response.status, (await response.json()).code]).toEqual([500, 'former-changed'])
})
