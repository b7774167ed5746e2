import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAudit } from '#server/session/audit-view.ts'
import { deskSession, lead, MOMENT, session } from '#tests/harness/desk-session.ts'

const anna = 'person-anna'
let room: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  room = await deskSession([anna])
  await room.tell(lead, { type: 'movePhase', to: 'order' })
  await room.tell(lead, { type: 'movePhase', to: 'decide' })
})
afterEach(() => room.stop())

const read = (who: string) => room.store.transaction(session, tx => readAudit(tx, who))

describe('[A4] the audit trail', () => {
  it('is read by who leads alone', async () => {
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
    const event = { at: MOMENT, actor: lead, type: 'movePhase', hash }
    expect(await read(lead)).toEqual({
      session,
      events: [
        { ...event, sequence: 1, detail: { to: 'order' } },
        { ...event, sequence: 2, detail: { to: 'decide' } },
      ],
      brokenAt: null,
    })
    await expect(read(anna)).rejects.toThrow('role-forbids')
    await expect(read('person-nobody')).rejects.toThrow('no-identity')
  })

  it('says where its chain breaks', async () => {
    const db = new DatabaseSync(join(room.folder, 'mozaiekbord.sqlite'))
    db.exec(`DROP TRIGGER audit_stays; UPDATE audit SET detail = '{"to":"closed"}' WHERE sequence = 2`)
    db.close()
    expect((await read(lead)).brokenAt).toBe(2)
  })
})
