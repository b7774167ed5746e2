import { expect, it } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { ballot, chain, event, person, sampleSession, signature, vote } from './store-samples.ts'

export function sessionRules(store: () => Store): void {
  it('gives back what was created, partners in their order', async () => {
    const { record, partners, facilitator } = sampleSession('s1')
    await store().transaction('s1', async tx => {
      expect(await tx.session()).toEqual(record)
      expect(await tx.partners()).toEqual(partners)
      expect(await tx.participants()).toEqual([facilitator])
    })
  })

  it('knows nothing of another session', async () => {
    await store().transaction('other', async tx => {
      expect(await tx.session()).toBeNull()
      expect(await tx.participants()).toEqual([])
      await expect(tx.updateSession({ phase: 'order' })).rejects.toThrow()
    })
  })

  it('finds a session by its code, and takes no code twice', async () => {
    expect(await store().sessionIdByCode('CODE-s1')).toBe('s1')
    expect(await store().sessionIdByCode('nothing')).toBeNull()
    const { record, partners, facilitator } = sampleSession('s2')
    await expect(
      store().createSession({ ...record, code: 'CODE-s1' }, partners, facilitator),
    ).rejects.toThrow()
    await store().transaction('s2', async tx => expect(await tx.session()).toBeNull())
    await store().createSession(record, partners, facilitator)
    expect(await store().sessionIdByCode('CODE-s2')).toBe('s2')
  })

  it('changes only what is named', async () => {
    const { record } = sampleSession('s1')
    const fixed = { hash: 'aa', frozenAt: 3 }
    const definition = { ballot: 'b', proposal: 'x', text: 'Eén loket' }
    await store().transaction('s1', tx => tx.updateSession({ phase: 'decide', board: fixed, definition }))
    await store().transaction('s1', tx => tx.updateSession({ statement: { ...fixed, version: 1 } }))
    await store().transaction('s1', tx => tx.updateSession({ definition: null }))
    await store().transaction('s1', async tx => {
      expect(await tx.session()).toEqual({
        ...record,
        phase: 'decide',
        board: fixed,
        statement: { ...fixed, version: 1 },
      })
    })
  })

  it('adds people in order and changes their rights', async () => {
    await store().transaction('s1', async tx => {
      await tx.addParticipant(person('zoe', { partner: 'p-one' }))
      await tx.addParticipant(person('bo', { role: 'observer' }))
      await tx.updateParticipant('zoe', { mayOrder: true })
      await tx.updateParticipant('bo', { removed: true })
      await tx.updateParticipant('zoe', {})
      await expect(tx.updateParticipant('nobody', { removed: true })).rejects.toThrow()
    })
    await store().transaction('s1', async tx => {
      const people = await tx.participants()
      expect(people.map(one => one.id)).toEqual(['lead', 'zoe', 'bo'])
      expect(people[1]).toEqual(person('zoe', { partner: 'p-one', mayOrder: true }))
      expect(people[2]).toEqual(person('bo', { role: 'observer', removed: true }))
    })
  })

  it('makes a value of the installation once, also when asked twice at the same time', async () => {
    let made = 0
    const make = async () => `value ${++made}`
    const values = await Promise.all([store().installation('k', make), store().installation('k', make)])
    expect(values).toEqual(['value 1', 'value 1'])
    expect(await store().installation('other', make)).toBe('value 2')
    const add = (value: string) => `${value} more`
    await Promise.all([store().changeInstallation('other', add), store().changeInstallation('other', add)])
    expect(await store().installation('other', make)).toBe('value 2 more more')
    expect(await store().changeInstallation('nothing', add)).toBeNull()
  })
}

export function editionRules(store: () => Store): void {
  const kept = { number: 1, hash: 'ef'.repeat(32), canonical: '{}', signatures: [signature('Anna')] }

  it('makes another session in the same transaction, or none when it is undone', async () => {
    const { record, partners, facilitator } = sampleSession('s2')
    const half = store().transaction('s1', async tx => {
      await tx.createSession(record, partners, facilitator)
      throw new Error('not after all')
    })
    await expect(half).rejects.toThrow('not after all')
    await store().transaction('s1', async tx => {
      expect(await tx.beside('s2').session()).toBeNull()
      const made = await tx.createSession(record, partners, facilitator)
      expect(await made.session()).toEqual(record)
    })
    await store().transaction('s2', async tx => expect(await tx.partners()).toEqual(partners))
  })

  it('keeps what was of the edition before, which is begun anew once', async () => {
    const former = { ...kept, session: 'former-session' }
    const { record, partners, facilitator } = sampleSession('s2')
    await store().transaction('s1', async tx => {
      await tx.saveFormerEdition(former)
      await tx.createSession(record, partners, facilitator)
    })
    const again = (session: string) =>
      store().transaction(session, tx => tx.saveFormerEdition({ ...former, number: 2 }))
    await expect(again('s1')).rejects.toThrow()
    await expect(again('s2')).rejects.toThrow()
    await store().transaction('s1', async tx => {
      expect(await tx.formerEdition()).toEqual(former)
      const { session, number, hash } = former
      expect(await tx.editions()).toEqual({ former: { session, number, hash }, next: null })
      expect(await tx.beside('former-session').editions()).toEqual({ former: null, next: 's1' })
      expect(await tx.beside('s2').formerEdition()).toBeNull()
    })
  })
}

export function archiveRules(store: () => Store): void {
  it('keeps what a session was brought back from, once and as it came', async () => {
    const archive = { broughtAt: 7, sealedBy: 'ab'.repeat(32), ours: true, outcomes: {} }
    await store().transaction('s1', async tx => {
      expect(await tx.archive()).toBeNull()
      expect(await tx.archiveFile()).toBeNull()
      await tx.saveArchive(archive, '{"a":1}')
    })
    const again = store().transaction('s1', tx => tx.saveArchive({ ...archive, ours: false }, '{}'))
    await expect(again).rejects.toThrow()
    await store().transaction('s1', async tx => {
      expect(await tx.archive()).toEqual(archive)
      expect(await tx.archiveFile()).toBe('{"a":1}')
      expect(await tx.beside('s2').archive()).toBeNull()
    })
  })
}

export function printedRules(store: () => Store): void {
  it('keeps the PDF with the most signatures, by address and statement, and none that begins otherwise', async () => {
    const one = { address: 'a', statement: 'ab', signatures: 1, events: 5, file: new Uint8Array([1, 2]) }
    const two = { ...one, signatures: 2, events: 9, file: new Uint8Array([1, 2, 3]) }
    await store().transaction('s1', async tx => {
      expect(await tx.printed('a')).toBeNull()
      await tx.savePrinted(one)
      await tx.savePrinted({ ...one, file: new Uint8Array([9]) })
      expect(await tx.printed('a')).toEqual(one)
      await tx.savePrinted(two)
      await tx.savePrinted(one)
      expect(await tx.printed('a')).toEqual(two)
    })
    const other = { ...two, signatures: 3, file: new Uint8Array([9, 2, 3]) }
    await expect(store().transaction('s1', tx => tx.savePrinted(other))).rejects.toThrow()
    await store().transaction('s1', async tx => {
      expect(await tx.printed('b')).toBeNull()
      await tx.savePrinted({ ...one, statement: 'cd', file: new Uint8Array([7]) })
      expect((await tx.printed('a'))?.statement).toBe('cd')
    })
  })
}

export function decisionRules(store: () => Store): void {
  it('keeps ballots by round, the later form in the place of the former', async () => {
    await store().transaction('s1', async tx => {
      await tx.saveBallot(ballot('b2', 2))
      await tx.saveBallot(ballot('b1', 1))
      await tx.saveBallot({ ...ballot('b1', 1), state: 'closed', closedAt: 8 })
      expect(await tx.ballots()).toEqual([
        { ...ballot('b1', 1), state: 'closed', closedAt: 8 },
        ballot('b2', 2),
      ])
    })
  })

  it('keeps one vote per voter and ballot', async () => {
    await store().transaction('s1', async tx => {
      await tx.saveBallot(ballot('b1', 1))
      await tx.saveBallot(ballot('b2', 2))
      await tx.saveVote('b1', vote('zoe', 1))
      await tx.saveVote('b1', vote('bo', 2))
      await tx.saveVote('b1', { ...vote('zoe', 3), participant: 'another' })
      await tx.saveVote('b2', vote('zoe', 2))
    })
    await store().transaction('s1', async tx => {
      expect(await tx.votes('b1')).toEqual([vote('bo', 2), { ...vote('zoe', 3), participant: 'another' }])
      expect(await tx.votes('b2')).toEqual([vote('zoe', 2)])
    })
  })

  it('keeps hands by partner, the later ones in the place of the former, and none once they are taken away', async () => {
    const hands = (partner: string | null, people: number) => ({
      ...{ partner, people, abstained: 0, counts: { x: { dot: people } }, reasons: {} },
      ...{ by: 'lead', at: 5 },
    })
    await store().transaction('s1', async tx => {
      await tx.saveBallot(ballot('b1', 1))
      await tx.saveHands('b1', 'p-one', hands('p-one', 2))
      await tx.saveHands('b1', null, hands(null, 1))
      await tx.saveHands('b1', 'p-one', hands('p-one', 3))
      await tx.saveHands('b1', 'p-two', hands('p-two', 3))
      await tx.saveHands('b1', 'p-two', null)
    })
    await store().transaction('s1', async tx => {
      expect(await tx.hands('b1')).toEqual([hands(null, 1), hands('p-one', 3)])
      expect(await tx.hands('b2')).toEqual([])
    })
  })

  it('keeps one box per ballot, and each who voted once', async () => {
    const box = { voters: 1, options: { x: { dots: 1, values: { dot: 1 }, reasons: [] } } }
    await store().transaction('s1', async tx => {
      await tx.saveBallot(ballot('b1', 1))
      expect(await tx.ballotBox('b1')).toEqual({ voters: 0, options: {} })
      expect(await tx.markVoted('b1', 'zoe')).toBe(true)
      expect(await tx.markVoted('b1', 'bo')).toBe(true)
      expect(await tx.markVoted('b1', 'zoe')).toBe(false)
      await tx.saveBallotBox('b1', { ...box, voters: 2 })
      await tx.saveBallotBox('b1', box)
    })
    await store().transaction('s1', async tx => {
      expect(await tx.ballotBox('b1')).toEqual(box)
      expect(await tx.ballotVoted('b1')).toEqual(['bo', 'zoe'])
    })
  })

  it('keeps one answer per section and partner, and versions of the draft for good, in their order', async () => {
    const consent = (section: string, partner: string, text: string) => ({
      ...{ section, partner, text, title: 'Opgave', answer: 'reserves' as const, by: 'lead', at: 5 },
      textHash: 'ab'.repeat(32),
    })
    const draft = (hash: string, name: string) => ({ hash, name, cause: 'kept' as const, by: 'lead', at: 5 })
    await store().transaction('s1', async tx => {
      await tx.saveConsent(consent('waarde', 'p-one', 'Eerst'))
      await tx.saveConsent(consent('opgave', 'p-two', 'Mits'))
      await tx.saveConsent(consent('waarde', 'p-one', 'Later'))
      await tx.addDraft(draft('h2', 'Eerste'))
      await tx.addDraft(draft('h1', 'Tweede'))
      await tx.addDraft(draft('h2', 'Anders'))
    })
    await store().transaction('s1', async tx => {
      expect(await tx.consents()).toEqual([
        consent('opgave', 'p-two', 'Mits'),
        consent('waarde', 'p-one', 'Later'),
      ])
      expect(await tx.drafts()).toEqual([draft('h2', 'Eerste'), draft('h1', 'Tweede')])
    })
    await store().transaction('s2', async tx =>
      expect([await tx.consents(), await tx.drafts()]).toEqual([[], []]),
    )
  })

  it('adds each signature behind those that were seen, and keeps them all', async () => {
    await store().transaction('s1', async tx => {
      await tx.addSignatory({ id: 'p-two', partner: 'p-two', token: 'tok-2' })
      await tx.addSignatory({ id: 'p-one', partner: 'p-one', token: 'tok-1' })
      expect(await tx.addSignature(signature('Anna'), { after: 0, at: 9 })).toBe(true)
    })
    await store().transaction('s1', async tx => {
      expect(await tx.addSignature(signature('Bo'), { after: 0, at: 9 })).toBe(false)
      expect(await tx.addSignature(signature('Bo'), { after: 2, at: 9 })).toBe(false)
      expect(await tx.addSignature(signature('Cees'), { after: 1, at: 9 })).toBe(true)
      expect(await tx.signatories()).toEqual([
        { id: 'p-two', partner: 'p-two', token: 'tok-2', named: null, letters: [], openedAt: null },
        { id: 'p-one', partner: 'p-one', token: 'tok-1', named: null, letters: [], openedAt: null },
      ])
      expect(await tx.signatures()).toEqual([signature('Anna'), signature('Cees')])
    })
    await store().transaction('s2', async tx => expect(await tx.signatures()).toEqual([]))
    const found = { session: 's1', place: 'p-one', retired: false }
    expect(await store().sessionIdBySignToken('tok-1')).toEqual(found)
    expect(await store().sessionIdBySignToken('tok-9')).toBeNull()
  })

  it('keeps who signs for a partner, the links that were given, and the day to sign by', async () => {
    const named = { name: 'Anna', function: 'wethouder', email: 'anna@example.org' }
    const letters = [{ kind: 'invitation', by: 'mail', at: 5, state: 'sent' } as const]
    await store().transaction('s1', async tx => {
      await tx.addSignatory({ id: 'p-one', partner: 'p-one', token: 'tok-1' })
      await tx.retireLink('tok-1')
      await tx.saveSignatory({ id: 'p-one', partner: 'p-one', token: 'tok-2', named, letters, openedAt: 7 })
      expect(await tx.signBy()).toBeNull()
      await tx.saveSignBy('2030-04-01')
    })
    await store().transaction('s1', async tx => {
      expect(await tx.signatories()).toEqual([
        { id: 'p-one', partner: 'p-one', token: 'tok-2', named, letters, openedAt: 7 },
      ])
      expect(await tx.signBy()).toBe('2030-04-01')
      await tx.saveSignBy(null)
      expect(await tx.signBy()).toBeNull()
    })
    const retired = async (token: string) => (await store().sessionIdBySignToken(token))?.retired
    expect([await retired('tok-1'), await retired('tok-2')]).toEqual([true, false])
  })

  it('keeps several who sign for one partner, each under an id and a link of their own', async () => {
    const named = { name: 'Bo', function: 'bestuurder', email: '' }
    await store().transaction('s1', async tx => {
      await tx.addSignatory({ id: 'p-one', partner: 'p-one', token: 'tok-1' })
      await tx.addSignatory({ id: 'place-2', partner: 'p-one', token: 'tok-2', named })
      await tx.addSignatory({ id: 'place-3', partner: 'p-one', token: 'tok-3' })
    })
    await store().transaction('s1', async tx => {
      await tx.retireLink('tok-1')
      await tx.removeSignatory('p-one')
    })
    await store().transaction('s1', async tx =>
      expect(await tx.signatories()).toEqual([
        { id: 'place-2', partner: 'p-one', token: 'tok-2', named, letters: [], openedAt: null },
        { id: 'place-3', partner: 'p-one', token: 'tok-3', named: null, letters: [], openedAt: null },
      ]),
    )
    expect(await store().sessionIdBySignToken('tok-2')).toMatchObject({ place: 'place-2', retired: false })
    expect(await store().sessionIdBySignToken('tok-1')).toMatchObject({ retired: true })
  })

  it('finds a snapshot in its session and anywhere', async () => {
    const snapshot = { hash: 'h1', canonical: '{"é":1}' }
    await store().transaction('s1', async tx => {
      await tx.saveSnapshot(snapshot)
      await tx.saveSnapshot(snapshot)
      expect(await tx.snapshot('h1')).toEqual(snapshot)
      expect(await tx.snapshot('h2')).toBeNull()
    })
    await store().transaction('s2', async tx => expect(await tx.snapshot('h1')).toBeNull())
    expect(await store().snapshotAnywhere('h1')).toEqual({ session: 's1', snapshot })
    expect(await store().snapshotAnywhere('h2')).toBeNull()
  })

  it('[F6] never changes a snapshot, and takes it away with the rehearsal that it is of alone', async () => {
    await store().transaction('s1', tx => tx.saveSnapshot({ hash: 'h1', canonical: '{"a":1}' }))
    const over = store().transaction('s1', tx => tx.saveSnapshot({ hash: 'h1', canonical: '{"a":2}' }))
    await expect(over).rejects.toThrow()
    expect((await store().snapshotAnywhere('h1'))?.snapshot.canonical).toBe('{"a":1}')
    await store().transaction('s1', async tx => {
      await tx.appendAudit(event('one'), chain)
      await tx.wipeContent()
      expect(await tx.snapshot('h1')).toBeNull()
      expect(await tx.audit()).toHaveLength(1)
    })
    await store().transaction('s1', async tx => {
      await tx.saveSnapshot({ hash: 'h2', canonical: '{}' })
      await tx.updateSession({ statement: { hash: 'h2', version: 1, frozenAt: 3 } })
    })
    await expect(store().transaction('s1', tx => tx.wipeContent())).rejects.toThrow()
    expect(await store().snapshotAnywhere('h2')).not.toBeNull()
  })

  it('chains audit events: each hash is made from the former, the first from nothing', async () => {
    await store().transaction('s1', async tx => {
      await tx.appendAudit(event('one'), chain)
      await tx.appendAudit(event('two'), chain)
    })
    await store().transaction('s1', tx => tx.appendAudit(event('three'), chain))
    const { record, partners, facilitator } = sampleSession('s2')
    await store().createSession(record, partners, facilitator)
    await store().transaction('s2', tx => tx.appendAudit(event('apart'), chain))
    await store().transaction('s1', async tx => {
      expect(await tx.audit()).toEqual([
        { ...event('one'), sequence: 1, hash: '>one' },
        { ...event('two'), sequence: 2, hash: '>one>two' },
        { ...event('three'), sequence: 3, hash: '>one>two>three' },
      ])
    })
    await store().transaction('s2', async tx => expect((await tx.audit())[0]?.hash).toBe('>apart'))
  })

  it('keeps texts that were handed over by person and id, in the order in which they came', async () => {
    const text = (id: string, participant: string, handedAt: number) => {
      return { id, participant, text: `text ${id}`, writtenAt: 1, handedAt, handledAt: null }
    }
    await store().transaction('s1', async tx => {
      await tx.addParticipant(person('zoe'))
      await tx.addHandedText(text('t2', 'zoe', 5))
      await tx.addHandedText(text('t1', 'zoe', 6))
      await tx.addHandedText({ ...text('t2', 'zoe', 7), text: 'another' })
      await tx.addHandedText(text('t2', 'lead', 8))
      expect(await tx.markHandedText({ participant: 'zoe', id: 't1' }, 9)).toBe(true)
      expect(await tx.markHandedText({ participant: 'lead', id: 't1' }, 9)).toBe(false)
    })
    await store().transaction('s1', async tx => {
      const kept = [text('t2', 'zoe', 5), { ...text('t1', 'zoe', 6), handledAt: 9 }, text('t2', 'lead', 8)]
      expect(await tx.handedTexts()).toEqual(kept)
      await tx.dropHandedTexts('zoe')
      expect(await tx.handedTexts()).toEqual(kept.slice(2))
    })
    await store().transaction('s2', async tx => expect(await tx.handedTexts()).toEqual([]))
  })

  it('[M15] takes a character that no database shows, and goes on for all', async () => {
    const odd = 'a\u0000b'
    const text = { id: 't1', participant: 'lead', text: odd, writtenAt: 1, handedAt: 2, handledAt: null }
    await store().transaction('s1', async tx => {
      await tx.addHandedText(text)
      await tx.saveProgramme({ steps: [{ title: odd } as never], version: 1, at: null, since: null })
      expect([odd, 'a\ufffdb']).toContain((await tx.handedTexts())[0]?.text)
      expect((await tx.programme())?.steps[0]?.title).toBe(odd)
    })
    expect(await store().sessionIdByCode(odd)).toBeNull()
    expect(await store().retentions()).toMatchObject([{ session: 's1', chosen: null }])
    await store().transaction('s1', async tx =>
      tx.saveRoom({ ...(await tx.room()), keptUntil: '2026-05-01' }),
    )
    expect(await store().retentions()).toMatchObject([{ session: 's1', chosen: '2026-05-01' }])
  })

  it('remembers the first answer by actor and key', async () => {
    await store().transaction('s1', async tx => {
      expect(await tx.answered('lead', 'k')).toBeNull()
      await tx.remember('lead', 'k', 'first')
      await tx.remember('lead', 'k', 'second')
    })
    await store().transaction('s1', async tx => {
      expect(await tx.answered('lead', 'k')).toBe('first')
      expect(await tx.answered('zoe', 'k')).toBeNull()
      expect(await tx.answered('lead', 'k2')).toBeNull()
    })
  })
}
