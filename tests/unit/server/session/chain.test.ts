import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { addNote, addProposal } from '#lib/documents/board.ts'
import { sha256Hex } from '#lib/domain/canonical.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { statementSchema } from '#lib/domain/statement.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { auditHash } from '#server/session/audit.ts'
import { createExecute, type Execute } from '#server/session/session.ts'
import { viewFor } from '#server/session/view.ts'
import { compose } from '#server/statement/compose.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { contents, statementOf } from '#server/sync/contents.ts'

const session = 'session-01'
const person = (id: string, change: Partial<Participant> = {}): Participant => ({
  id,
  name: id,
  partner: null,
  role: 'participant',
  mayOrder: false,
  removed: false,
  waiting: false,
  ...change,
})
const partners = [
  { id: 'partner-1', name: 'Gemeente', kind: 'gemeente' },
  { id: 'partner-2', name: 'Zorg Zuid', kind: 'zorgaanbieder' },
]
const lead = person('person-lead', { role: 'facilitator' })
const anna = person('person-anna', { partner: 'partner-1' })
const bram = person('person-bram', { partner: 'partner-2' })

let folder: string
let store: Store
let execute: Execute
let announced: number
let keys = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-session-'))
  store = await createSqliteStore(join(folder, 'board.sqlite'))
  const record = {
    id: session,
    network: 'Eigen Voordeur',
    title: 'Kick-off',
    dates: ['2026-03-10'],
    language: 'nl' as const,
    phase: 'collect' as const,
    desks: null,
    deskRounds: 0,
    createdAt: 1,
    expiresAt: 2_000_000_000_000,
    code: 'ABCDEFGHJ',
    secretHash: 'ab'.repeat(32),
    lead: lead.id,
    watchCode: 'JHGFEDCBA',
    definition: null,
    board: null,
    statement: null,
    reopened: null,
  }
  await store.createSession(record, partners, lead)
  await store.transaction(session, async tx => {
    for (const each of [anna, bram]) await tx.addParticipant(each)
  })
  announced = 0
  execute = createExecute({
    store,
    documents: {
      freeze: (_, work) => work(),
      reopen: (_, work) => work(),
      write: (_, work) => work(),
      wipe: (_, work) => work(),
      renew: async () => {},
      damaged: () => {},
      clearDesks: async () => {},
      ...contents,
    },
    scrub: async () => {},
    announce: async () => {
      announced++
    },
    now: () => 1_772_000_000_000,
    compose,
    sections: statementTemplate.sections,
  })
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const tell = (who: Participant, command: Command) =>
  execute(session, who.id, `key-${String(++keys).padStart(6, '0')}`, command)
const view = (who: Participant) =>
  store.transaction(session, tx =>
    viewFor(tx, who.id, { publicUrl: 'https://bord.example', now: 0, here: [] }),
  )

async function done(who: Participant, command: Command): Promise<string | null> {
  const result = await tell(who, command)
  if (!result.ok) throw new Error(`${command.type}: ${result.refusal}`)
  return result.value.id
}

async function writeBoard(): Promise<void> {
  const doc = new Y.Doc()
  const made = (id: string) => ({ id, author: anna.id, partner: anna.partner, at: 5 })
  addNote(doc, made('note-0001'), { bouwsteen: 'opgave', order: 1, text: 'Mensen wachten' })
  addProposal(doc, made('proposal-1'), { order: 1, text: 'Sneller een eigen huis' })
  const update = Y.encodeStateAsUpdate(doc)
  await store.appendUpdates([
    { session, document: 'board', update, clients: [doc.clientID], participant: anna.id },
  ])
}

async function openBallot(): Promise<string> {
  await writeBoard()
  await done(lead, { type: 'movePhase', to: 'decide' })
  const id = await done(lead, {
    type: 'openBallot',
    method: 'consent',
    per: 'partner',
    dots: 1,
    proposals: ['proposal-1'],
  })
  return id as string
}

const consent = (ballot: string, value: 'agree' | 'objection', reason: string): Command => ({
  type: 'castVote',
  ballot,
  choice: { method: 'consent', answers: { 'proposal-1': { value, reason } } },
})

async function chosen(): Promise<void> {
  const ballot = await openBallot()
  await done(anna, consent(ballot, 'agree', ''))
  await done(lead, { type: 'closeBallot', ballot })
  await done(lead, { type: 'revealBallot', ballot })
  await done(lead, { type: 'chooseDefinition', ballot, proposal: 'proposal-1' })
}

async function frozenBoard(): Promise<string> {
  await chosen()
  return (await done(lead, { type: 'freezeBoard' })) as string
}

describe('a session', () => {
  it('[P1] goes forward and back before the freeze, led by the facilitator alone', async () => {
    expect(await tell(anna, { type: 'movePhase', to: 'order' })).toEqual({
      ok: false,
      refusal: 'role-forbids',
    })
    await done(lead, { type: 'movePhase', to: 'order' })
    await done(lead, { type: 'movePhase', to: 'collect' })
    expect((await view(anna)).session.phase).toBe('collect')
    expect(await tell(lead, { type: 'movePhase', to: 'statement' })).toEqual({
      ok: false,
      refusal: 'wrong-step',
    })
  })

  it('[P2] takes nothing from who was removed or never came in', async () => {
    await done(lead, { type: 'setParticipant', participant: anna.id, removed: true })
    expect(await tell(anna, { type: 'freezeBoard' })).toEqual({ ok: false, refusal: 'removed' })
    expect(await tell(person('person-zora'), { type: 'freezeBoard' })).toEqual({
      ok: false,
      refusal: 'no-identity',
    })
  })

  it('[P3] does a command with a known key once, and answers it the same again', async () => {
    await writeBoard()
    await done(lead, { type: 'movePhase', to: 'decide' })
    const open: Command = {
      type: 'openBallot',
      method: 'dots',
      per: 'person',
      dots: 3,
      proposals: ['proposal-1'],
    }
    const first = await execute(session, lead.id, 'key-again', open)
    expect(await execute(session, lead.id, 'key-again', open)).toEqual(first)
    expect((await view(lead)).ballots).toHaveLength(1)
  })

  it('[B5] keeps votes secret until the reveal, counts a changed vote once, takes none after closing', async () => {
    const ballot = await openBallot()
    await done(anna, consent(ballot, 'agree', ''))
    await done(anna, consent(ballot, 'objection', 'Geheim bezwaar'))
    for (const other of [bram, lead]) {
      const seen = await view(other)
      expect(JSON.stringify(seen)).not.toContain('Geheim bezwaar')
      expect(seen.ballots[0]).toMatchObject({
        myChoice: null,
        tally: null,
        turnout: { voters: 1, partners: 1 },
      })
    }
    expect(await tell(lead, { type: 'revealBallot', ballot })).toEqual({
      ok: false,
      refusal: 'ballot-still-open',
    })
    await done(lead, { type: 'closeBallot', ballot })
    expect(await tell(bram, consent(ballot, 'agree', ''))).toEqual({ ok: false, refusal: 'ballot-not-open' })
    await done(lead, { type: 'revealBallot', ballot })
    const [option] = (await view(bram)).ballots[0]?.tally?.options ?? []
    expect(option).toMatchObject({ values: { agree: 0, reservation: 0, objection: 1 } })
  })

  it('[F1] fixes the board under its hash, once, and opens the draft that was composed from it', async () => {
    const hash = await frozenBoard()
    const stored = await store.snapshotAnywhere(hash)
    expect(sha256Hex(stored?.snapshot.canonical ?? '')).toBe(hash)
    expect(await done(lead, { type: 'freezeBoard' })).toBe(hash)
    const seen = await view(anna)
    expect(seen).toMatchObject({ session: { phase: 'statement' }, board: { hash } })
    const draft = statementOf((await store.loadDocument({ session, document: 'statement' })).updates)
    expect(JSON.stringify(draft)).toContain('note:note-0001')
    await expect(writeBoard()).rejects.toThrow()
  })

  it('[F2] freezes nothing before a definition was chosen, and leaves nothing half done', async () => {
    await openBallot()
    expect(await tell(lead, { type: 'freezeBoard' })).toEqual({ ok: false, refusal: 'wrong-step' })
    expect((await view(lead)).board).toBeNull()
    expect(await tell(lead, { type: 'freezeStatement' })).toEqual({ ok: false, refusal: 'wrong-step' })
  })

  it('[F2] freezes from any step on the board once a definition is chosen, but not while people write on their desks', async () => {
    await chosen()
    await done(lead, { type: 'movePhase', to: 'collect' })
    await done(lead, { type: 'openDesks', promise: 'named' })
    expect(await tell(lead, { type: 'freezeBoard' })).toEqual({ ok: false, refusal: 'desks-in-use' })
    await done(lead, { type: 'revealDesks' })
    await done(lead, { type: 'freezeBoard' })
    expect((await view(lead)).session.phase).toBe('statement')
  })

  it('[F3] fixes the statement and gives each partner a link that only the facilitator sees', async () => {
    const board = await frozenBoard()
    const hash = (await done(lead, { type: 'freezeStatement' })) as string
    const stored = await store.snapshotAnywhere(hash)
    const statement = statementSchema.parse(JSON.parse(stored?.snapshot.canonical ?? ''))
    expect(statement).toMatchObject({ version: 1, board, definition: { text: 'Sneller een eigen huis' } })
    expect((await view(lead)).signatories.map(each => each.link !== null)).toEqual([true, true])
    const seen = await view(anna)
    expect(seen.signatories.map(each => each.link)).toEqual([null, null])
    expect(seen.invitation).toBeNull()
  })

  it('[A1] chains every event to the one before, without what anybody chose', async () => {
    await frozenBoard()
    const events = await store.transaction(session, tx => tx.audit())
    let former = ''
    for (const { sequence: _, hash, ...event } of events) {
      expect(hash).toBe(auditHash(former, event))
      former = hash
    }
    expect(events.map(event => event.type)).toContain('castVote')
    expect(JSON.stringify(events)).not.toContain('agree')
    expect(announced).toBeGreaterThan(0)
  })
})
