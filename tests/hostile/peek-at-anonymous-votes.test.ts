import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addProposal } from '#lib/documents/board.ts'
import type { Choice } from '#lib/domain/ballot.ts'
import { DATABASE } from '#server/store/sqlite-backup.ts'
import { onPostgres } from '#tests/harness/database.ts'
import { deskSession, lead, session } from '#tests/harness/desk-session.ts'
import { everyRow, everythingKept } from '#tests/harness/installation.ts'

const names = ['person-anna', 'person-bram', 'person-corr', 'person-dirk']
const proposal = 'proposal-0001'
const reasons = ['Niemand vroeg het ons', 'Alles blijft liggen', 'Het kan veel sneller', '']
const choices: Choice[] = reasons.map((reason, index) => ({
  method: 'gradient',
  answers: { [proposal]: { value: reason === '' ? 'wish' : index === 1 ? 'doubt' : 'against', reason } },
}))

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession(names)
})
afterEach(() => table.stop())

async function open(): Promise<string> {
  const doc = new Y.Doc()
  const by = names[0] ?? ''
  addProposal(doc, { id: proposal, author: by, partner: null, at: 1 }, { text: 'De opgave', order: 1 })
  const update = Y.encodeStateAsUpdate(doc)
  const clients = [doc.clientID]
  await table.store.appendUpdates([{ session, document: 'board', update, clients, participant: by }])
  await table.tell(lead, { type: 'movePhase', to: 'decide' })
  const asked = { method: 'gradient', per: 'person', dots: 1, proposals: [proposal] as string[] } as const
  expect(await table.tell(lead, { type: 'openBallot', ...asked, anonymous: true })).toBeNull()
  return (await table.view(lead)).ballots[0]?.id ?? ''
}

/** Votes in this order of people, each their own; gives all rows there are, and all bytes. */
async function voted(order: readonly number[]) {
  const ballot = await open()
  for (const index of order) {
    const choice = choices[index] as Choice
    expect(await table.tell(names[index] ?? '', { type: 'castVote', ballot, choice })).toBeNull()
  }
  return { ballot, rows: await everyRow(table), bytes: await everythingKept(table) }
}

describe('an anonymous vote', () => {
  test('[B27] no row of the database, nor of the audit trail, ties a person to what they chose', async () => {
    const { rows } = await voted([2, 0, 3, 1])
    const told = [...reasons.filter(each => each !== ''), '"against"', '"doubt"', '"wish"']
    for (const { text } of rows.filter(row => names.some(name => row.text.includes(name))))
      for (const word of told) expect(text).not.toContain(word)
    const boxes = rows.filter(({ text }) => text.includes('Alles blijft liggen'))
    expect(
      boxes.map(each => each.table),
      'all votes are in one row',
    ).toEqual(['ballot_boxes'])
    expect(rows.filter(({ table: name }) => name === 'votes')).toEqual([])
  })

  test('[B27] the box is the same whoever came first, and no former form of it is left in the files', async () => {
    const boxOf = ({ rows }: Awaited<ReturnType<typeof voted>>) => {
      return rows.find(each => each.table === 'ballot_boxes')?.row.box
    }
    const one = await voted([2, 0, 3, 1])
    await table.stop()
    table = await deskSession(names)
    const other = await voted([1, 3, 0, 2])
    expect(boxOf(one)).toBe(boxOf(other))
    for (const { bytes } of [one, other])
      for (const reason of reasons.filter(each => each !== '')) expect(bytes.split(reason)).toHaveLength(2)
  })

  test('[B27] that is sent again since its answer never came leaves no former form of the box either', async ({
    skip,
  }) => {
    skip(onPostgres, 'What reads one that long keeps former forms there until the next vacuum.')
    const { ballot } = await voted([0, 1])
    const command = { type: 'castVote', ballot, choice: choices[2] as Choice } as const
    const cast = () => table.tell(names[2] ?? '', command, 'key-of-the-vote')
    // Somebody who reads the file, as a backup does: the vote is kept, and what was before it can't be emptied.
    const reader = new DatabaseSync(join(table.folder, DATABASE), { readOnly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM sessions').get()
    await expect(cast()).rejects.toThrow('in use')
    reader.close()
    const [first = '', second = '', third = ''] = reasons
    expect(
      (await everythingKept(table)).split(second).length,
      'the former form is there still',
    ).toBeGreaterThan(2)
    expect(await cast()).toBeNull()
    for (const reason of [first, second, third])
      expect((await everythingKept(table)).split(reason)).toHaveLength(2)
    expect((await table.view(lead)).ballots[0]?.turnout.voters).toBe(3)
  })

  test('[B28] is cast once, for nobody else, and shown to nobody but as a count', async () => {
    const { ballot } = await voted([0, 1, 2])
    const again = { type: 'castVote', ballot, choice: choices[3] as Choice } as const
    expect(await table.tell(names[0] ?? '', again)).toBe('voted-already')
    expect(await table.tell(lead, { ...again, voter: names[3] ?? '' })).toBe('not-yours')
    const hands = { people: 1, abstained: 0, counts: { [proposal]: { wish: 1 } }, reasons: {} }
    expect(await table.tell(lead, { type: 'countHands', ballot, partner: null, hands })).toBe('wrong-choice')
    expect((await table.view(names[0] ?? '')).ballots[0]).toMatchObject({ voted: true, myChoice: null })
    expect(JSON.stringify(await table.view(lead))).not.toContain('Alles blijft liggen')
    await table.tell(lead, { type: 'closeBallot', ballot })
    await table.tell(lead, { type: 'revealBallot', ballot })
    const [seen] = (await table.view(lead)).ballots
    expect(seen?.tally).toMatchObject({
      voters: 3,
      casters: [],
      options: [{ people: 0, values: { against: 2, doubt: 1 }, partnerValues: { against: 0 } }],
    })
    expect(seen?.tally?.options[0]?.reasons.every(({ partner }) => partner === null)).toBe(true)
  })

  test('[B28] of too few nothing is kept or shown', async () => {
    const { ballot } = await voted([0, 1])
    await table.tell(lead, { type: 'closeBallot', ballot })
    await table.tell(lead, { type: 'revealBallot', ballot })
    expect((await table.view(lead)).ballots[0]).toMatchObject({
      turnout: { voters: 2 },
      tally: null,
      outcome: null,
    })
    for (const reason of reasons.slice(0, 2)) expect(await everythingKept(table)).not.toContain(reason)
  })
})
