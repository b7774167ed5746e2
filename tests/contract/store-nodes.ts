import { expect, it } from 'vitest'
import { LogDiffers, Outdated, type Store } from '#server/store/store.ts'
import { ballot, board, entry } from './store-samples.ts'

/** What several nodes over one store rely on. */
export function nodeRules(store: () => Store): void {
  const glance = async () => (await store().glance(['s1', 'none'])).get('s1')
  const change = () => store().transaction('s1', tx => tx.updateSession({ phase: 'decide' }))

  it('[M1] takes no update that was judged before the session was changed, whatever changed it', async () => {
    const epoch = await store().transaction('s1', tx => tx.epoch())
    const judged = { ...entry(board, 1), basis: { life: 0, epoch } }
    expect(await store().appendUpdates([judged])).toEqual([1])
    await store().transaction('s1', async tx => void (await tx.participants()))
    expect(await store().appendUpdates([judged])).toEqual([2])
    const changes = [
      change,
      () => store().transaction('s1', tx => tx.updateParticipant('lead', { mayOrder: false })),
      () => store().transaction('s1', async tx => tx.saveRoom(await tx.room())),
      () => store().transaction('s1', tx => tx.beside('s1').saveBallot(ballot('b1', 1))),
    ]
    for (const [index, one] of changes.entries()) {
      await one()
      await expect(store().appendUpdates([judged]), `change ${index}`).rejects.toBeInstanceOf(Outdated)
      judged.basis.epoch = (await glance())?.epoch ?? -1
      await store().appendUpdates([judged])
    }
    expect((await store().loadDocument(board)).last).toBe(2 + changes.length)
  })

  it('[M1] takes back the epoch of a transaction that is undone', async () => {
    const before = await glance()
    const undone = store().transaction('s1', async tx => {
      await tx.updateSession({ phase: 'decide' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await glance()).toEqual(before)
  })

  it('[M3] takes nothing that was judged before everything was wiped, and no state of it', async () => {
    await store().appendUpdates([entry(board, 1, [7], 'zoe')])
    await store().transaction('s1', tx => tx.wipeContent())
    const epoch = (await glance())?.epoch ?? -1
    await expect(
      store().appendUpdates([{ ...entry(board, 2), basis: { life: 0, epoch } }]),
    ).rejects.toBeInstanceOf(Outdated)
    await store().appendUpdates([{ ...entry(board, 3), basis: { life: 1, epoch } }])
    const former = { life: 0, last: 1, updates: 1 }
    await expect(store().compactDocument(board, new Uint8Array([9]), former)).rejects.toThrow(LogDiffers)
    expect(await store().loadDocument(board)).toMatchObject({
      life: 1,
      last: 1,
      updates: [new Uint8Array([3])],
    })
  })

  it('[M4] tells what came behind a place, with whose it is, also after it was put together', async () => {
    await store().appendUpdates([entry(board, 1, [7], 'zoe'), entry(board, 2), entry(board, 3, [8], 'bo')])
    const head = { life: 0, frozen: null, last: 3 }
    expect(await store().readSince(board, 1)).toEqual({
      ...head,
      updates: [
        { place: 2, update: new Uint8Array([2]) },
        { place: 3, update: new Uint8Array([3]) },
      ],
      owners: new Map([[8, 'bo']]),
    })
    expect(await store().readSince(board, 3)).toEqual({ ...head, updates: [], owners: new Map() })
    await store().compactDocument(board, new Uint8Array([12]), { life: 0, last: 2, updates: 2 })
    const whole = await store().readSince(board, 1)
    expect(whole.updates.map(({ place }) => place)).toEqual([2, 3])
    expect(await store().readSince({ session: 'none', document: 'board' }, 0)).toEqual({
      ...head,
      last: 0,
      updates: [],
      owners: new Map(),
    })
  })

  it('[M4] tells how sessions stand, and of no session that there is not', async () => {
    await store().appendUpdates([entry(board, 1)])
    await store().transaction('s1', tx => tx.closeDocument('board', 'hash'))
    const epoch = await store().transaction('s1', tx => tx.epoch())
    expect(await store().glance(['none', 's1'])).toEqual(
      new Map([
        [
          's1',
          {
            epoch,
            documents: new Map([
              ['board', { life: 0, frozen: 'hash', last: 1 }],
              ['statement', { life: 0, frozen: null, last: 0 }],
            ]),
          },
        ],
      ]),
    )
  })
}
