import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifySignature } from '#lib/domain/signature.ts'
import type { CreateAnswer, SignView } from '#lib/protocol/requests.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { ask } from '#server/example/person.ts'
import { playExample, stages } from '#server/example/play.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const at = () => ({ url: server.url, origin: server.url })

test.each(stages)('[X1] the example plays up to "%s" over the public API and sockets', async until => {
  const played = await playExample({ url: server.url, until })
  const view = await ask<SessionView>(at(), `/api/sessions/${played.session}/view`, {
    token: played.facilitatorToken,
  })
  const phase = { collect: 'collect', decide: 'decide', statement: 'statement', signed: 'sign' }[until]
  expect(view.session.phase).toBe(phase)
  expect(view.partners).toHaveLength(10)
  expect(view.roster).toHaveLength(12)
  if (until === 'collect') return
  expect(view.ballots[0]?.tally?.partners).toBe(10)
})

test('[X2] the signed example has ten signatures over one frozen text, each of them valid', async () => {
  const { signLinks } = await playExample({ url: server.url, until: 'signed' })
  const seen = await Promise.all(
    signLinks.map(link =>
      ask<SignView>(at(), `/api/sign/${new URL(link, server.url).pathname.split('/').at(-1)}`),
    ),
  )
  expect(seen).toHaveLength(10)
  expect(new Set(seen.map(({ hash }) => hash)).size).toBe(1)
  for (const { signatures, hash, complete } of seen) {
    expect(signatures.map(({ declaration }) => [declaration.decision, declaration.statement])).toEqual([
      ['signs', hash],
    ])
    for (const given of signatures) expect(await verifySignature(given, crypto.subtle)).toBe(true)
    expect(complete).toBe(true)
  }
  const sections = seen[0]?.statement.body.filter(block => block.type === 'heading') ?? []
  expect(sections).toHaveLength(10)
})

test('[X3] a session that another made stays shut for a token of this one', async () => {
  const body = { network: 'N', title: 'T', dates: ['2030-03-10'], partners: [] }
  const mine = await ask<CreateAnswer>(at(), '/api/sessions', { body })
  const other = await ask<CreateAnswer>(at(), '/api/sessions', { body })
  await expect(ask(at(), `/api/sessions/${other.session}/view`, { token: mine.token })).rejects.toThrow('401')
})
