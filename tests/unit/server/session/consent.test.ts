import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeStatementBody } from '#lib/documents/statement.ts'
import { CONSENTS_PER_PARTNER_MAX, consentStanding } from '#lib/domain/consent.ts'
import { statementSections } from '#lib/domain/section.ts'
import { type Block, reservationsOf, statementSchema } from '#lib/domain/statement.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { readSnapshot } from '#server/session/snapshots.ts'
import { person } from '#tests/contract/store-samples.ts'
import { deskSession, lead, MOMENT, PARTNER, session } from '#tests/harness/desk-session.ts'

const [anna, loose] = ['person-anna', 'person-zelf']
const OTHER = 'partner-two'
const text = (words: string) => [{ type: 'text' as const, text: words, marks: [] }]
const heading = (title: string, section: string): Block => ({
  ...{ type: 'heading', level: 2, section },
  content: text(title),
})
const passage = (words: string): Block => ({ type: 'paragraph', roots: '', content: text(words) })
const opgave = [heading('Onze opgave', 'opgave'), passage('Wij beginnen met tien huizen.')]
const waarde = [heading('Onze waarde', 'waarde'), passage('Iedereen telt.')]

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([anna, loose], [{ id: OTHER, name: 'Opvang', kind: '' }])
  await table.store.transaction(session, async tx => {
    await tx.addParticipant(person('person-anne2', { name: 'Anne', partner: PARTNER }))
    await tx.updateSession({
      phase: 'statement',
      board: { hash: 'ab'.repeat(32), frozenAt: MOMENT },
      definition: { ballot: 'ballot-0001', proposal: 'proposal-1', text: 'De opgave' },
    })
  })
  await write([...opgave, ...waarde])
})
afterEach(() => table.stop())

/** Adds blocks to the text, as people write. */
async function write(blocks: readonly Block[]): Promise<void> {
  const { updates } = await table.store.loadDocument({ session, document: 'statement' })
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  doc.once('update', update => updates.push(update))
  writeStatementBody(doc, blocks)
  const update = updates.at(-1) as Uint8Array
  const entry = {
    session,
    document: 'statement',
    update,
    clients: [doc.clientID],
    participant: anna,
  } as const
  await table.store.appendUpdates([entry])
}

const answer = (
  body: Block[],
  change: Partial<Extract<Command, { type: 'consentSection' }>> = {},
): Command => {
  const [section] = statementSections(body)
  return {
    ...{ type: 'consentSection', section: section?.key ?? '', textHash: section?.hash ?? '' },
    ...{ answer: 'agrees', text: '' },
    ...change,
  }
}
const reserve = { answer: 'reserves', text: ' Mits er geld is. ' } as const
const consents = async (who = lead) => (await table.view(who)).consents

it('[C5] one answer a partner stands, by whoever of it gave the latest, for all to see', async () => {
  expect(await table.tell(anna, answer(opgave, reserve))).toBeNull()
  expect(await table.tell('person-anne2', answer(opgave))).toBeNull()
  expect(await table.tell(anna, answer(waarde, { answer: 'waits', text: 'Eerst rekenen' }))).toBeNull()
  for (const who of [lead, loose])
    expect(await consents(who)).toMatchObject([
      { section: 'opgave', partner: PARTNER, answer: 'agrees', text: '', by: 'person-anne2', at: MOMENT },
      { section: 'waarde', partner: PARTNER, answer: 'waits', text: 'Eerst rekenen', by: anna },
    ])
})

it('[C5] nobody answers for a partner that they are not of, without words where words are due, or before the time', async () => {
  expect(await table.tell(loose, answer(opgave))).toBe('no-partner')
  expect(await table.tell(lead, answer(opgave))).toBe('role-forbids')
  expect(await table.tell(anna, answer(opgave, { answer: 'reserves', text: '  ' }))).toBe('reason-missing')
  expect(await table.tell(anna, answer(opgave, { answer: 'waits', text: '\u200b' }))).toBe('reason-missing')
  expect(await table.tell(anna, answer(opgave, { section: 'binding' }))).toBe('unknown-section')
  await table.store.transaction(session, tx => tx.updateSession({ phase: 'decide' }))
  expect(await table.tell(anna, answer(opgave))).toBe('phase-forbids')
  expect(await consents()).toEqual([])
})

it('[C5] an answer is to the text as it reads now; what was agreed to is kept to lay beside it', async () => {
  await table.tell(anna, answer(waarde))
  await write([passage('En iedereen doet mee.')])
  expect(await table.tell('person-anne2', answer(waarde))).toBe('text-changed')
  const [given] = await consents()
  const then = await table.store.transaction(session, tx => readSnapshot(tx, loose, given?.textHash ?? ''))
  expect(JSON.parse(then.canonical)).toEqual({ title: 'Onze waarde', passages: ['Iedereen telt.'] })
  expect(await table.tell(anna, answer([...waarde, passage('En iedereen doet mee.')]))).toBeNull()
})

it('[C5] what the session keeps under a hash is for who is in it', async () => {
  await table.tell(anna, answer(opgave))
  const [given] = await consents()
  const read = (who: string, hash: string) =>
    table.store.transaction(session, tx => readSnapshot(tx, who, hash))
  await expect(read('person-nobody', given?.textHash ?? '')).rejects.toMatchObject({ code: 'no-identity' })
  await expect(read(anna, 'cd'.repeat(32))).rejects.toMatchObject({ code: 'not-found' })
})

it('[C8] freezing takes the reservation along by the name of its partner, and what stands open is no hindrance', async () => {
  await table.tell(anna, answer(opgave, reserve))
  await table.tell(anna, answer(waarde))
  await write([passage('En iedereen doet mee.')])
  expect(await table.tell(lead, { type: 'freezeStatement' })).toBeNull()
  const hash = (await table.view(lead)).statement?.hash ?? ''
  const { canonical } = await table.store.transaction(session, tx => readSnapshot(tx, anna, hash))
  const statement = statementSchema.parse(JSON.parse(canonical))
  expect(statement).toMatchObject({ format: 'mozaiekbord-statement/3', former: null, replaces: null })
  expect(reservationsOf(statement)).toEqual([
    {
      ...{ section: 'opgave', title: 'Onze opgave', partner: 'Gemeente', text: 'Mits er geld is.' },
      ...{ by: `Naam van ${anna}`, at: MOMENT, changed: false, entered: false },
    },
  ])
  expect('consents' in statement && statement.consents).toHaveLength(1)
  expect(await table.tell(anna, answer(opgave))).toBe('phase-forbids')
})

it('[C8] a reservation to a section that went is taken back by its partner, and by nothing else', async () => {
  await table.tell(anna, answer(opgave, reserve))
  await table.store.transaction(session, async tx => {
    const [given] = await tx.consents()
    if (given) await tx.saveConsent({ ...given, section: 'own-gone' })
  })
  expect(await table.tell(anna, answer(opgave, { section: 'own-gone' }))).toBe('unknown-section')
  expect(await table.tell(anna, answer(opgave, { section: 'own-gone', answer: 'waits' }))).toBeNull()
  expect(await consents()).toMatchObject([
    { section: 'opgave', answer: 'reserves' },
    { section: 'own-gone', answer: 'waits', text: '' },
  ])
})

it('[A1] the trail tells of an answer by the hash of what was answered to, never what was written', async () => {
  await table.tell(anna, answer(opgave, reserve))
  const events = await table.store.transaction(session, tx => tx.audit())
  const [section] = statementSections(opgave)
  expect(events.at(-1)).toMatchObject({
    type: 'consentSection',
    detail: { section: 'opgave', answer: 'reserves', text: section?.hash },
  })
  expect(JSON.stringify(events)).not.toContain('geld')
})

it('[E69] a partner answers to so many sections and no more, however often others are written', async () => {
  const many = Array.from({ length: CONSENTS_PER_PARTNER_MAX + 1 }, (_, index) =>
    heading(`Deel ${index}`, ''),
  )
  await write(many)
  const sections = statementSections(many)
  const give = ({ key, hash }: (typeof sections)[number], change = {}) =>
    table.tell(anna, answer(opgave, { section: key, textHash: hash, ...reserve, ...change }))
  for (const section of sections.slice(0, -1)) expect(await give(section)).toBeNull()
  const [first, last] = [sections[0], sections.at(-1)] as [
    (typeof sections)[number],
    (typeof sections)[number],
  ]
  expect(await give(last)).toBe('too-many-entries')
  expect(await give(first, { text: 'Anders gezegd' }), 'another answer to the same').toBeNull()
})

/** A partner of which everybody shares a device: Hilde, ticked on Anna's. */
async function withoutDevice() {
  await table.store.transaction(session, async tx => {
    await tx.addParticipant(person('person-hilde', { name: 'Hilde', partner: OTHER }))
    const room = await tx.room()
    await tx.saveRoom({ ...room, hosted: { 'person-hilde': anna } })
  })
}
const forThem = (change: Partial<Extract<Command, { type: 'consentSection' }>> = {}) =>
  answer(opgave, { ...reserve, partner: OTHER, ...change })

it('[C23] who leads writes down how a partner stands whose people have no device, marked as such, to all and into the text', async () => {
  await withoutDevice()
  expect(await table.tell(lead, forThem())).toBeNull()
  for (const who of [lead, loose])
    expect(await consents(who)).toMatchObject([
      { partner: OTHER, answer: 'reserves', by: lead, entered: true },
    ])
  const [, told] = await table.store.transaction(session, async tx => {
    const events = await tx.audit()
    return [events, events.at(-1)] as const
  })
  expect(told).toMatchObject({ actor: lead, type: 'consentSection', detail: { partner: OTHER } })
  expect(await table.tell(lead, { type: 'freezeStatement' })).toBeNull()
  const fixed = await table.store.transaction(session, async tx => {
    const { statement } = (await tx.session()) ?? {}
    return statementSchema.parse(JSON.parse((await tx.snapshot(statement?.hash ?? ''))?.canonical ?? ''))
  })
  expect(reservationsOf(fixed)).toMatchObject([{ text: 'Mits er geld is.', entered: true }])
})

it('[C23] who is represented puts it right, by the device that they share or by one of their own, and then it is theirs alone', async () => {
  await withoutDevice()
  expect(await table.tell(lead, forThem())).toBeNull()
  expect(await table.tell(anna, forThem({ text: 'Mits er geld is, en tijd.' }))).toBeNull()
  expect(await consents()).toMatchObject([{ text: 'Mits er geld is, en tijd.', by: anna, entered: true }])
  await table.store.transaction(session, tx =>
    tx.addParticipant(person('person-iris', { name: 'Iris', partner: OTHER })),
  )
  const { partner: _, ...own } = forThem({ answer: 'agrees', text: '' }) as Extract<
    Command,
    { type: 'consentSection' }
  >
  expect(await table.tell('person-iris', own)).toBeNull()
  const [kept] = await consents()
  expect(kept).toMatchObject({ answer: 'agrees', by: 'person-iris' })
  expect(kept).not.toHaveProperty('entered')
  expect(await table.tell(lead, forThem()), 'they have a device now').toBe('not-yours')
  await table.store.transaction(session, async tx => {
    const room = await tx.room()
    await tx.saveRoom({ ...room, hosted: { ...room.hosted, 'person-iris': anna } })
  })
  expect(await table.tell(lead, forThem()), 'what they said themselves stays').toBe('answered-itself')
})

it('[C23] nobody writes down what others say who have a device, or who are not on theirs', async () => {
  expect(await table.tell(lead, forThem({ partner: PARTNER })), 'Anna has one').toBe('not-yours')
  expect(await table.tell(lead, forThem()), 'nobody is there').toBe('not-yours')
  await withoutDevice()
  for (const who of ['person-anne2', loose]) expect(await table.tell(who, forThem())).toBe('not-yours')
  expect(await table.tell(lead, forThem({ partner: 'partner-zonder' }))).toBe('not-yours')
  expect(await consents()).toEqual([])
})

it('[C26] the text that partners answered to is kept once a version, and a change asks again for its own section alone, of all who answered', async () => {
  await table.store.transaction(session, tx =>
    tx.addParticipant(person('person-iris', { name: 'Iris', partner: OTHER })),
  )
  const all = [anna, 'person-iris']
  for (const who of all)
    for (const body of [opgave, waarde]) expect(await table.tell(who, answer(body))).toBeNull()
  const hashes = async () => [...new Set((await consents()).map(({ textHash }) => textHash))]
  expect(await hashes(), 'two sections, each one text for both partners').toHaveLength(2)
  for (const hash of await hashes())
    expect(
      JSON.parse((await table.store.transaction(session, tx => readSnapshot(tx, anna, hash))).canonical),
    ).toHaveProperty('passages')
  const changed = [...waarde, passage('En doet mee.')]
  await write([passage('En doet mee.')])
  const standings = async () =>
    (await consents()).map(each => {
      const section = statementSections([...opgave, ...changed]).find(({ key }) => key === each.section)
      return [each.section, section && consentStanding(each, section)]
    })
  expect(await standings()).toEqual([
    ['opgave', 'agrees'],
    ['opgave', 'agrees'],
    ['waarde', 'changed'],
    ['waarde', 'changed'],
  ])
  const before = await hashes()
  for (const who of all) {
    expect(await table.tell(who, answer(waarde)), 'to words of before').toBe('text-changed')
    expect(await table.tell(who, answer(changed))).toBeNull()
  }
  expect(
    (await hashes()).filter(hash => !before.includes(hash)),
    'one more text, once',
  ).toHaveLength(1)
  expect((await standings()).every(([, standing]) => standing === 'agrees')).toBe(true)
})
