import { expect, it } from 'vitest'
import { DocumentFrozen, LogDiffers, Outdated, SERVER, type Store } from '#server/store/store.ts'
import { board, bytes, entry, statement } from './store-samples.ts'

export function documentRules(store: () => Store): void {
  it('is empty before anything was written', async () => {
    const empty = { updates: [], damaged: 0, owners: new Map(), frozen: null, last: 0, life: 0 }
    expect(await store().loadDocument(board)).toEqual(empty)
    expect(await store().loadDocument({ session: 'none', document: 'board' })).toEqual(empty)
  })

  it('keeps updates in their order, by document', async () => {
    await store().appendUpdates([entry(board, 1), entry(statement, 9), entry(board, 2)])
    await store().appendUpdates([entry(board, 3)])
    const loaded = await store().loadDocument(board)
    expect(bytes(loaded.updates)).toEqual([[1], [2], [3]])
    expect(loaded.last).toBe(3)
    expect(bytes((await store().loadDocument(statement)).updates)).toEqual([[9]])
    await store().transaction('s1', async tx => expect(await tx.readDocument('board')).toEqual(loaded))
  })

  it('[M2] takes nothing under a client id that somebody else brought first, nor what comes along with it', async () => {
    await store().appendUpdates([entry(board, 1, [4_294_967_295, 7], 'zoe')])
    const bo = [entry(statement, 3, [7], 'bo'), entry(board, 2, [8, 7], 'bo')]
    await expect(store().appendUpdates(bo)).rejects.toBeInstanceOf(Outdated)
    await store().appendUpdates([entry(board, 4, [7], 'zoe'), entry(statement, 3, [7], 'bo')])
    const { owners, updates } = await store().loadDocument(board)
    expect(owners).toEqual(
      new Map([
        [4_294_967_295, 'zoe'],
        [7, 'zoe'],
      ]),
    )
    expect(bytes(updates)).toEqual([[1], [4]])
    expect((await store().loadDocument(statement)).owners).toEqual(new Map([[7, 'bo']]))
  })

  it('refuses updates of a document that no session has', async () => {
    await expect(
      store().appendUpdates([entry(board, 1), entry({ ...board, session: 'none' }, 2)]),
    ).rejects.toThrow()
    expect((await store().loadDocument(board)).last).toBe(0)
  })

  it('starts a document once', async () => {
    const start = () => store().transaction('s1', tx => tx.startDocument('statement', new Uint8Array([4, 2])))
    await start()
    await expect(start()).rejects.toThrow()
    expect(await store().loadDocument(statement)).toMatchObject({ last: 1, owners: new Map() })
    await store().appendUpdates([entry(statement, 5)])
    expect(bytes((await store().loadDocument(statement)).updates)).toEqual([[4, 2], [5]])
  })

  it('puts a state in the place of what it holds, and keeps what came later and the owners', async () => {
    await store().appendUpdates([entry(board, 1, [7], 'zoe'), entry(board, 2), entry(board, 3)])
    await store().compactDocument(board, new Uint8Array([12]), { life: 0, last: 2, updates: 2 })
    const loaded = await store().loadDocument(board)
    expect(bytes(loaded.updates)).toEqual([[12], [3]])
    expect(loaded).toMatchObject({ last: 3, owners: new Map([[7, 'zoe']]) })
    await store().compactDocument(board, new Uint8Array([123]), { life: 0, last: 3, updates: 2 })
    await store().compactDocument(board, new Uint8Array([99]), { life: 0, last: 1, updates: 1 })
    await store().appendUpdates([entry(board, 4)])
    const later = await store().loadDocument(board)
    expect(bytes(later.updates)).toEqual([[123], [4]])
    expect(later.last).toBe(4)
    const none = new Uint8Array([0])
    await expect(store().compactDocument(board, none, { life: 0, last: 9, updates: 2 })).rejects.toThrow()
  })

  it('[R13] puts no state in the place of updates that it was not made of', async () => {
    await store().appendUpdates([entry(board, 1), entry(board, 2), entry(board, 3)])
    const replaced = { life: 0, last: 3, updates: 3 }
    for (const wrong of [
      { ...replaced, updates: 2 },
      { ...replaced, life: 1 },
    ])
      await expect(store().compactDocument(board, new Uint8Array([12]), wrong)).rejects.toThrow(LogDiffers)
    expect(bytes((await store().loadDocument(board)).updates)).toEqual([[1], [2], [3]])
  })
}

export function deskRules(store: () => Store): void {
  const desk = (round: number, participant: string) =>
    ({ session: 's1', document: `desk/${round}/${participant}` }) as const
  const inUse = (round: number) =>
    store().transaction('s1', tx =>
      tx.updateSession({ desks: { round, promise: 'named', layOut: false }, deskRounds: round }),
    )

  it('begins a desk with its first update, while desks of its round are in use', async () => {
    const first = entry(desk(1, 'zoe'), 1, [7], 'zoe')
    await expect(store().appendUpdates([first])).rejects.toBeInstanceOf(DocumentFrozen)
    await inUse(2)
    await expect(store().appendUpdates([first])).rejects.toBeInstanceOf(DocumentFrozen)
    expect(await store().appendUpdates([entry(desk(2, 'zoe'), 1, [7], 'zoe'), entry(board, 5)])).toEqual([
      1, 1,
    ])
    expect(await store().loadDocument(desk(2, 'zoe'))).toMatchObject({
      last: 1,
      owners: new Map([[7, 'zoe']]),
    })
    await store().transaction('s1', async tx => {
      expect(await tx.desks()).toEqual(['desk/2/zoe'])
      expect(await tx.session()).toMatchObject({ deskRounds: 2, desks: { round: 2 } })
    })
  })

  it('clears all desks of one session with all that tells of them, and leaves the rest', async () => {
    await inUse(1)
    await store().appendUpdates([
      entry(desk(1, 'bo'), 1, [7], 'bo'),
      entry(desk(1, 'zoe'), 2, [8], 'zoe'),
      entry(board, 5, [9], 'zoe'),
    ])
    await store().transaction('s1', async tx => {
      await tx.clearDesks()
      await tx.updateSession({ desks: null })
    })
    await store().scrub()
    expect(await store().transaction('s1', tx => tx.desks())).toEqual([])
    for (const who of ['bo', 'zoe'])
      expect(await store().loadDocument(desk(1, who))).toMatchObject({
        updates: [],
        owners: new Map(),
        last: 0,
      })
    expect(await store().loadDocument(board)).toMatchObject({ last: 1, owners: new Map([[9, 'zoe']]) })
    await expect(store().appendUpdates([entry(desk(1, 'bo'), 3)])).rejects.toBeInstanceOf(DocumentFrozen)
  })

  it('writes for the server itself, under client ids that are nobody’s', async () => {
    await store().appendUpdates([entry(board, 1, [7], 'zoe')])
    const written = await store().transaction('s1', tx =>
      tx.appendAsServer('board', new Uint8Array([2]), [8]),
    )
    expect(written).toEqual({ document: 'board', update: new Uint8Array([2]), clients: [8], place: 2 })
    const { owners } = await store().loadDocument(board)
    expect(owners).toEqual(
      new Map([
        [7, 'zoe'],
        [8, SERVER],
      ]),
    )
  })
}

export function freezeRules(store: () => Store): void {
  it('keeps none of the entries when one document is closed', async () => {
    await store().appendUpdates([entry(board, 1)])
    await store().transaction('s1', tx => tx.closeDocument('board', 'h'))
    const both = [entry(statement, 5, [1]), entry(board, 6, [2])]
    await expect(store().appendUpdates(both)).rejects.toBeInstanceOf(DocumentFrozen)
    expect(await store().loadDocument(statement)).toMatchObject({ updates: [], owners: new Map(), last: 0 })
    const fixed = await store().loadDocument(board)
    expect(fixed).toMatchObject({ frozen: 'h', last: 1, owners: new Map() })
    expect(bytes(fixed.updates)).toEqual([[1]])
    await store().appendUpdates([entry(statement, 5)])
  })

  it('has an update either before the freeze or refused', async () => {
    const appends = (from: number) =>
      Array.from({ length: 10 }, (_, index) => store().appendUpdates([entry(board, from + index)]))
    const before = appends(0)
    const frozen = store().transaction('s1', async tx => {
      const { updates } = await tx.readDocument('board')
      await new Promise(resolve => setTimeout(resolve, 5))
      await tx.closeDocument('board', 'h')
      return bytes(updates)
    })
    const results = await Promise.allSettled([...before, ...appends(10)])
    const accepted = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [[index]] : []))
    expect(await frozen).toEqual(accepted)
    expect(bytes((await store().loadDocument(board)).updates)).toEqual(accepted)
  })

  it('closes a document once', async () => {
    await store().transaction('s1', tx => tx.closeDocument('board', 'h'))
    const again = store().transaction('s1', tx => tx.closeDocument('board', 'other'))
    await expect(again).rejects.toBeInstanceOf(DocumentFrozen)
    expect((await store().loadDocument(board)).frozen).toBe('h')
  })
}
