import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firstSteps } from '#lib/content/first-steps.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { keptTables, wipedTables } from '#server/store/records/wipe.ts'
import { contents } from '#server/sync/contents.ts'
import { deskSession, lead, MOMENT, PARTNER, session } from '#tests/harness/desk-session.ts'

const [anna, bram] = ['person-anna', 'person-bram'] as const
let room: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  room = await deskSession([anna, bram])
})
afterEach(() => room.stop())

const does = async (command: Command, who = lead) => expect(await room.tell(who, command)).toBeNull()
const rehearse = () => does({ type: 'rehearse' })
const wipe = () => does({ type: 'wipeContent' })
const madeUp = async () => (await room.view(lead)).roster.filter(each => each.madeUp)

/** One of the made-up people's proposals is voted on and chosen, and the board is fixed. */
async function untilStatement(): Promise<void> {
  await does({ type: 'movePhase', to: 'decide' })
  await rehearse()
  const [proposal] = (await room.board()).proposals
  const id = proposal?.id ?? ''
  await does({ type: 'openBallot', method: 'consent', per: 'person', dots: 1, proposals: [id] })
  await rehearse()
  const ballot = (await room.view(lead)).ballots[0]?.id ?? ''
  await does({ type: 'closeBallot', ballot })
  await does({ type: 'revealBallot', ballot })
  await does({ type: 'chooseDefinition', ballot, proposal: id })
  await does({ type: 'freezeBoard' })
}

describe('rehearsing', () => {
  it('[U40] made-up people come in once, marked, and write notes that are marked as well', async () => {
    await rehearse()
    const people = await madeUp()
    expect(people.map(({ partner }) => partner)).toEqual([PARTNER, PARTNER])
    for (const { name } of people) expect(name).toMatch(/ \(proef\)$/)
    const written = (await room.board()).notes
    expect(written).toHaveLength(4)
    for (const { text, author } of written) {
      expect(text).toMatch(/^\[proef\] /)
      expect(people.map(({ id }) => id)).toContain(author)
    }
    await rehearse()
    expect(await madeUp()).toEqual(people)
    const texts = (await room.board()).notes.map(({ text }) => text)
    expect(new Set(texts).size).toBe(8)
    expect((await room.view(lead)).signals.ready).toEqual({ people: 2, partners: 1 })
  })

  it('[U40] they write on desks, where a promise without names keeps their mark', async () => {
    await does({ type: 'openDesks', promise: 'anonymous' })
    await rehearse()
    expect((await room.board()).notes).toEqual([])
    await does({ type: 'revealDesks' })
    const { notes } = await room.board()
    expect(notes).toHaveLength(4)
    for (const { text, author } of notes) expect([text.startsWith('[proef] '), author]).toEqual([true, null])
  })

  it('[U40] they vote where nobody has in their name, and leave the vote of a real colleague', async () => {
    await does({ type: 'movePhase', to: 'decide' })
    await rehearse()
    const { proposals } = await room.board()
    expect(proposals.map(({ text }) => text.startsWith('[proef] '))).toEqual([true, true, true])
    const [{ id = '' } = {}] = proposals
    await does({ type: 'openBallot', method: 'dots', per: 'partner', dots: 3, proposals: [id] })
    const ballot = (await room.view(lead)).ballots[0]?.id ?? ''
    const mine = { method: 'dots' as const, dots: { [id]: 1 } }
    await does({ type: 'castVote', ballot, choice: mine }, anna)
    await rehearse()
    expect((await room.view(anna)).ballots[0]).toMatchObject({ myChoice: mine, turnout: { voters: 1 } })
    await does({ type: 'closeBallot', ballot })
    await does({ type: 'revealBallot', ballot })
    await does({ type: 'openBallot', method: 'dots', per: 'person', dots: 3, proposals: [id] })
    await rehearse()
    expect((await room.view(lead)).ballots[1]).toMatchObject({ turnout: { voters: 2, partners: 1 } })
  })

  it('[U40] they answer a check where nobody has in their name, once', async () => {
    await rehearse()
    for (const check of ['legitimacy', 'relationshipCheckIn'] as const) {
      await does({ type: 'openCheck', check, about: null })
      const { id = '' } = (await room.view(lead)).checks.at(-1) ?? {}
      if (check === 'legitimacy') await does({ type: 'answerCheck', check: id, answer: { formeel: 8 } }, anna)
      else await does({ type: 'answerCheck', check: id, answer: { erin: 'vol' } }, anna)
      await rehearse()
      await rehearse()
      await does({ type: 'closeCheck', check: id })
    }
    const [grades, feeling] = (await room.view(lead)).checks
    expect(grades).toMatchObject({ turnout: { people: 1 }, picture: { formeel: { people: { 8: 1 } } } })
    expect(feeling).toMatchObject({ turnout: { people: 3 }, picture: { erin: { answered: 3 } } })
  })

  const withSteps = () => does({ type: 'editProgramme', version: 0, steps: firstSteps('nl') })
  const go = (step: string) => does({ type: 'goToStep', step })

  it('[U83] who is made up comes in before the first step, and writes where people may and nowhere else', async () => {
    await withSteps()
    await rehearse()
    expect(await madeUp()).toHaveLength(2)
    expect((await room.board()).notes).toEqual([])
    await go('d1-verzamelen')
    const open = ['opgave', 'waarde', 'samen-doen', 'deelname']
    // More often than there are notes for what is open.
    for (let time = 0; time < 20; time++) await rehearse()
    const { notes } = await room.board()
    expect(notes.length).toBeGreaterThan(20)
    for (const { bouwsteen } of notes) expect(open).toContain(bouwsteen)
  })

  it('[U82] they lay lines, break through, promise results and write along, each once and marked', async () => {
    await withSteps()
    await go('d1-verzamelen')
    for (let time = 0; time < 10; time++) await rehearse()
    await go('tussen-lijnen')
    for (const _ of [1, 2]) await rehearse()
    const { lines, notes } = await room.board()
    expect(lines.length).toBeGreaterThan(2)
    expect(new Set(lines.map(({ title }) => title)).size).toBe(lines.length)
    for (const { id, title } of lines) {
      expect(title).toMatch(/^\[proef\] /)
      expect(notes.some(({ line }) => line === id)).toBe(true)
    }
    await go('d2-doorbraak')
    for (const _ of [1, 2]) await rehearse()
    const { breakthroughs } = await room.board()
    expect(breakthroughs.map(({ of }) => of)).toEqual([PARTNER])
    expect(breakthroughs[0]).toMatchObject({
      obstacle: expect.stringMatching(/^\[proef\] /),
      contribution: expect.stringMatching(/^\[proef\] /),
    })
    await go('d2-eerste-resultaten')
    for (const _ of [1, 2]) await rehearse()
    const { results } = await room.board()
    expect(results).toHaveLength(5)
    for (const { what, when, lead: partner } of results) {
      expect(what).toMatch(/^\[proef\] /)
      expect([when, partner]).toEqual([expect.stringMatching(/2026$/), PARTNER])
    }
    await go('d2-opgave-schrijven')
    await untilStatement()
    const written = async () => {
      const { updates } = await room.store.loadDocument({ session, document: 'statement' })
      return JSON.stringify(contents.readStatement(updates)).match(/\[proef\] [^"]{40}/g) ?? []
    }
    const before = (await written()).length
    await rehearse()
    expect((await written()).length).toBe(before + 3)
  })

  it('[U82] they write what a partner writes before the first day, where nobody has', async () => {
    await does({ type: 'openPreparation' })
    for (const _ of [1, 2]) await rehearse()
    await does({ type: 'layDefinitions' })
    const laid = (await room.view(anna)).preparation?.laid
    expect(laid).toEqual([{ partner: PARTNER, text: expect.stringMatching(/^\[proef\] [^[]+$/) }])
  })

  it('[U41] no statement is fixed while they take part, and nothing is wiped once one is', async () => {
    await untilStatement()
    expect(await room.tell(lead, { type: 'freezeStatement' })).toBe('made-up-people')
    await wipe()
    await room.write(anna, () => {})
    await does({ type: 'movePhase', to: 'decide' })
    const { update, client } = contents.proposals(
      [
        {
          id: 'proposal-1',
          text: 'Een huis',
          order: 1,
          author: anna,
          partner: PARTNER,
          createdAt: 1,
          deletedAt: null,
        },
      ],
      new Map(),
    )
    await room.store.appendUpdates([
      { session, document: 'board', update, clients: [client], participant: anna },
    ])
    await does({ type: 'openBallot', method: 'dots', per: 'person', dots: 1, proposals: ['proposal-1'] })
    const ballot = (await room.view(lead)).ballots[0]?.id ?? ''
    await does({ type: 'closeBallot', ballot })
    await does({ type: 'revealBallot', ballot })
    await does({ type: 'chooseDefinition', ballot, proposal: 'proposal-1' })
    await does({ type: 'freezeBoard' })
    await does({ type: 'freezeStatement' })
    expect(await room.tell(lead, { type: 'wipeContent' })).toBe('frozen')
    expect(await room.tell(lead, { type: 'rehearse' })).toBe('frozen')
    expect((await room.view(lead)).statement).not.toBeNull()
  })
})

describe('wiping', () => {
  it('[U42] takes all that was made and keeps what the session is, also when it is done twice', async () => {
    const seen = async () => ({ ...(await room.view(lead)), programme: null })
    const before = await seen()
    const texts = [{ id: 'text-0001', text: 'Vergeten', writtenAt: MOMENT }]
    await does({ type: 'handOver', texts }, anna)
    await does({ type: 'startClock', span: 60_000 })
    await does({ type: 'openDesks', promise: 'named' })
    await rehearse()
    await does({ type: 'revealDesks' })
    await rehearse()
    await untilStatement()
    expect(await room.tell(anna, { type: 'wipeContent' })).toBe('role-forbids')
    await wipe()
    expect(await seen()).toEqual(before)
    expect((await room.board()).notes).toEqual([])
    for (const document of ['board', 'statement'] as const)
      expect(await room.store.loadDocument({ session, document })).toMatchObject({
        updates: [],
        frozen: null,
      })
    await wipe()
    expect(await seen()).toEqual(before)
    const audit = await room.store.transaction(session, tx => tx.audit())
    expect(audit.filter(({ type }) => type === 'wipeContent')).toHaveLength(2)
    expect(audit[0]?.type, 'what was done is not undone').toBe('handOver')
  })

  it('[U42] a desk of before is another round than the next', async () => {
    await does({ type: 'openDesks', promise: 'named' })
    await wipe()
    await does({ type: 'openDesks', promise: 'named' })
    expect((await room.view(anna)).session.desks?.round).toBe(2)
  })

  it('[U42] keeps the steps of the programme, edited as they are, and where the room was in them not', async () => {
    const before = await room.view(lead)
    const step = {
      id: 'step-one',
      day: 'day1',
      title: 'Inloop',
      goal: '',
      instruction: '',
      notes: '',
    } as const
    const steps = [
      {
        ...step,
        minutes: 5,
        mode: 'open',
        phase: 'order',
        view: 'wall',
        bouwstenen: [],
        skipped: false,
      } as const,
    ]
    await does({ type: 'editProgramme', version: before.programme?.version ?? 0, steps: [...steps] })
    await does({ type: 'goToStep', step: 'step-one' })
    await wipe()
    const after = await room.view(lead)
    expect(after.programme?.steps).toEqual(steps)
    expect([after.step, after.clock, after.tables, after.session.phase]).toEqual([
      null,
      null,
      null,
      'collect',
    ])
  })

  it('[U42] of every table it is said what wiping does with it', () => {
    const db = new DatabaseSync(join(room.folder, 'mozaiekbord.sqlite'))
    const rows = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
    db.close()
    const said = [...wipedTables, ...keptTables]
    expect(rows.map(({ name }) => name as string).sort()).toEqual([...said].sort())
  })
})
