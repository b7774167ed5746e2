import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { checkRules } from './store-checks.ts'
import { deskRules, documentRules, freezeRules } from './store-documents.ts'
import { nodeRules } from './store-nodes.ts'
import {
  ballot,
  board,
  chain,
  entry,
  event,
  person,
  sampleSession,
  signature,
  vote,
} from './store-samples.ts'
import { archiveRules, decisionRules, editionRules, printedRules, sessionRules } from './store-sessions.ts'

/** Holds a store against its interface. `make` gives a place of its own each time; `open` opens that same place again. */
export function storeContract(name: string, make: () => Promise<{ open: () => Promise<Store> }>): void {
  describe(`${name} as a store`, () => {
    let place: { open: () => Promise<Store> }
    let store: Store
    beforeEach(async () => {
      place = await make()
      store = await place.open()
      const { record, partners, facilitator } = sampleSession('s1')
      await store.createSession(record, partners, facilitator)
    })
    afterEach(() => store.close())
    const current = () => store

    describe('sessions', () => sessionRules(current))
    describe('editions', () => editionRules(current))
    describe('archives', () => archiveRules(current))
    describe('files that went out', () => printedRules(current))
    describe('deciding and signing', () => decisionRules(current))
    describe('checks', () => checkRules(current))
    describe('transactions', () => transactionRules(current))
    describe('documents', () => documentRules(current))
    describe('desks', () => deskRules(current))
    describe('freezing', () => freezeRules(current))
    describe('several nodes', () => nodeRules(current))

    it('finds everything again after it was closed', async () => {
      await store.transaction('s1', async tx => {
        await tx.addSignatory({ id: 'p-one', partner: 'p-one', token: 'tok' })
        await tx.addSignature(signature('Anna'), { after: 0, at: 9 })
        await tx.saveSnapshot({ hash: 'h1', canonical: '{"a":1}' })
        await tx.appendAudit(event('x'), chain)
        await tx.remember('lead', 'k', '{"ok":true}')
        await tx.saveBallot(ballot('b1', 1))
        await tx.saveVote('b1', vote('lead', 2))
      })
      await store.appendUpdates([entry(board, 1, [7]), entry(board, 2)])
      const key = await store.installation('key', async () => 'made once')
      const read = () =>
        store.transaction('s1', async tx => [
          await tx.session(),
          await tx.partners(),
          await tx.participants(),
          await tx.ballots(),
          await tx.votes('b1'),
          await tx.signatories(),
          await tx.signatures(),
          await tx.snapshot('h1'),
          await tx.audit(),
          await tx.answered('lead', 'k'),
          await tx.readDocument('board'),
        ])
      const before = await read()
      await store.close()
      store = await place.open()
      expect(await read()).toEqual(before)
      expect(await store.sessionIdByCode('CODE-s1')).toBe('s1')
      expect(await store.installation('key', async () => 'made again')).toBe(key)
    })
  })
}

function transactionRules(store: () => Store): void {
  const pause = () => new Promise(resolve => setTimeout(resolve, 5))

  it('undoes everything when the work throws, and goes on after it', async () => {
    const failing = store().transaction('s1', async tx => {
      await tx.addParticipant(person('zoe'))
      await tx.remember('lead', 'k', 'answer')
      await tx.closeDocument('board', 'h')
      await tx.startDocument('statement', new Uint8Array([1]))
      await pause()
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await store().transaction('s1', async tx => {
      expect(await tx.participants()).toHaveLength(1)
      expect(await tx.answered('lead', 'k')).toBeNull()
      expect((await tx.readDocument('board')).frozen).toBeNull()
      expect((await tx.readDocument('statement')).last).toBe(0)
    })
  })

  it('gives back what the work gives', async () => {
    expect(await store().transaction('s1', async () => 42)).toBe(42)
  })

  it('never lets two interleave, nor anything else between', async () => {
    const seen: string[] = []
    const slow = (name: string) =>
      store().transaction('s1', async tx => {
        seen.push(`${name} in`)
        const people = (await tx.participants()).length
        await pause()
        await tx.addParticipant(person(`${name}-${people}`))
        seen.push(`${name} out`)
      })
    const all = [slow('a'), slow('b'), store().appendUpdates([entry(board, 1)]), slow('c')]
    await Promise.all(all)
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
    await store().transaction('s1', async tx => {
      const ids = (await tx.participants()).map(one => one.id)
      expect(ids).toEqual(['lead', 'a-1', 'b-2', 'c-3'])
    })
  })

  it('takes no writing after it ended', async () => {
    const kept = await store().transaction('s1', async tx => ({ tx }))
    await expect(kept.tx.addParticipant(person('late'))).rejects.toThrow()
    await store().transaction('s1', async tx => expect(await tx.participants()).toHaveLength(1))
  })

  it('finishes what was asked before it closes', async () => {
    const asked = store().appendUpdates([entry(board, 1)])
    await store().close()
    await expect(asked).resolves.toEqual([1])
  })
}
