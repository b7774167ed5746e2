import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type NewSession, newSessionSchema, PARTICIPANTS_MAX } from '#lib/domain/session.ts'
import { participantOf } from '#server/session/identity.ts'
import { createSession, type JoiningPorts, join, look, takeLead } from '#server/session/joining.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'

const asked: NewSession = newSessionSchema.parse({
  network: 'Eigen Voordeur',
  title: 'Kick-off',
  dates: ['2026-03-10', '2026-03-31'],
  partners: [{ name: 'Gemeente', kind: 'gemeente' }],
})
let folder: string
let ports: JoiningPorts
let now: number

beforeEach(async () => {
  folder = mkdtempSync(path(tmpdir(), 'mozaiekbord-joining-'))
  now = Date.parse('2026-03-01')
  const store = await createSqliteStore(path(folder, 'board.sqlite'))
  ports = { store, announce: async () => {}, now: () => now, key: 'key', publicUrl: 'https://bord.example' }
})

afterEach(async () => {
  await ports.store.close()
  rmSync(folder, { recursive: true })
})

describe('joining', () => {
  it('[I4] lets people in by the code, however typed, as somebody of their own', async () => {
    const { code, session } = await createSession(ports, asked)
    const found = await look(ports, code.toLowerCase())
    if (!found.ok) throw new Error(found.refusal)
    const partner = found.value.partners[0]?.id ?? null
    const joined = await join(ports, { code, name: 'Anna', partner })
    if (!joined.ok) throw new Error(joined.refusal)
    expect(participantOf('key', session, joined.value.token)).toBe(joined.value.participant)
    const again = await join(ports, { code, name: 'Anna', partner: null })
    expect(again.ok && again.value.participant).not.toBe(joined.value.participant)
  })

  it('[I5] says what is wrong: the code, the time, the partner, a full session', async () => {
    const { code, session } = await createSession(ports, asked)
    const anna = { code, name: 'Anna', partner: null }
    expect(await join(ports, { ...anna, code: 'AAA-AAA-AAA' })).toEqual({ ok: false, refusal: 'wrong-code' })
    expect(await join(ports, { ...anna, partner: 'not-of-this' })).toEqual({
      ok: false,
      refusal: 'no-partner',
    })
    await ports.store.transaction(session, async tx => {
      for (let n = 1; n < PARTICIPANTS_MAX; n++)
        await tx.addParticipant({
          ...{ id: `person-${String(n).padStart(4, '0')}`, name: 'Iemand', partner: null },
          ...{ role: 'participant', mayOrder: false, removed: n === 1, waiting: false },
        })
    })
    expect((await join(ports, anna)).ok).toBe(true)
    expect(await join(ports, anna)).toEqual({ ok: false, refusal: 'session-full' })
    now = Date.parse('2026-07-01')
    expect(await look(ports, code)).toEqual({ ok: false, refusal: 'session-expired' })
  })

  it('[I6] gives the lead for the secret of the link alone', async () => {
    const { session, participant, facilitatorLink } = await createSession(ports, asked)
    const secret = facilitatorLink.split('#')[1] ?? ''
    expect(await takeLead(ports, session, secret)).toMatchObject({ ok: true, value: { participant } })
    expect(await takeLead(ports, session, `${secret}x`)).toEqual({ ok: false, refusal: 'wrong-secret' })
    expect(await takeLead(ports, 'session-99', secret)).toEqual({ ok: false, refusal: 'unknown-session' })
  })

  it('[U73] notes each time that somebody came in by the facilitator’s link, and not by a wrong one', async () => {
    const { session, participant, facilitatorLink } = await createSession(ports, asked)
    const secret = facilitatorLink.split('#')[1] ?? ''
    for (const tried of [secret, `${secret}x`, secret]) await takeLead(ports, session, tried)
    const events = await ports.store.transaction(session, tx => tx.audit())
    expect(events.map(({ type, actor }) => [type, actor])).toEqual(
      [1, 2].map(() => ['takeLead', participant]),
    )
    expect(JSON.stringify(events)).not.toContain(secret)
  })
})
