import { describe, expect, it } from 'vitest'
import {
  abstaining,
  acceptVote,
  type Ballot,
  type Choice,
  holds,
  optionOf,
  voterOf,
} from '#lib/domain/ballot.ts'
import type { Actor } from '#lib/domain/permissions.ts'

const anna: Actor = { id: 'person-anna', role: 'participant', partner: 'partner-1', mayOrder: false }
const loner: Actor = { ...anna, id: 'person-bram', partner: null }
const options = [
  optionOf({ id: 'proposal-1', text: 'Sneller een huis' }),
  optionOf({ id: 'proposal-2', text: 'Een buurt erbij' }),
]
const open = (change: Partial<Ballot> = {}): Ballot => ({
  id: 'ballot-01',
  round: 1,
  method: 'dots',
  per: 'person',
  dots: 3,
  by: 'person',
  quorum: null,
  threshold: null,
  shuffled: false,
  anonymous: false,
  options,
  state: 'open',
  openedAt: 1,
  closedAt: null,
  revealedAt: null,
  entitled: null,
  ...change,
})
const dots = (placed: Record<string, number>): Choice => ({ method: 'dots', dots: placed })
const agree = { value: 'agree' as const, reason: '' }

describe('acceptVote', () => {
  it('[B1] takes votes only while the ballot is open', () => {
    expect(acceptVote(open(), anna, dots({ 'proposal-1': 3 }))).toBeNull()
    for (const state of ['closed', 'revealed'] as const)
      expect(acceptVote(open({ state }), anna, dots({}))).toBe('ballot-not-open')
  })

  it('[B2] never takes more dots than each voter has, nor on a text that is not voted on', () => {
    expect(acceptVote(open(), anna, dots({ 'proposal-1': 2, 'proposal-2': 2 }))).toBe('too-many-dots')
    expect(acceptVote(open(), anna, dots({ 'proposal-9': 1 }))).toBe('wrong-choice')
  })

  it('[B3] asks a reason of everyone who does not simply agree, and an answer on every text', () => {
    const ballot = open({ method: 'consent' })
    const answers = (second: { value: 'agree' | 'objection'; reason: string }): Choice => ({
      method: 'consent',
      answers: { 'proposal-1': agree, 'proposal-2': second },
    })
    expect(acceptVote(ballot, anna, answers(agree))).toBeNull()
    expect(acceptVote(ballot, anna, answers({ value: 'objection', reason: '' }))).toBe('reason-missing')
    expect(acceptVote(ballot, anna, answers({ value: 'objection', reason: 'Te duur' }))).toBeNull()
    expect(acceptVote(ballot, anna, { method: 'consent', answers: { 'proposal-1': agree } })).toBe(
      'wrong-choice',
    )
    expect(acceptVote(ballot, anna, dots({}))).toBe('wrong-choice')
  })

  it('[B4] gives a partner one vote in a ballot per partner, and none to who speaks for themself', () => {
    const ballot = open({ per: 'partner' })
    expect(voterOf(ballot, anna)).toBe('partner-1')
    expect(voterOf(ballot, { ...anna, id: 'person-carl' })).toBe('partner-1')
    expect(acceptVote(ballot, loner, dots({}))).toBe('no-partner')
  })

  it('[B20] asks a reason of the last two of five steps, and none of who abstains, by whatever method', () => {
    const ballot = open({ method: 'gradient', options: options.slice(0, 1) })
    const step = (value: 'wish' | 'along' | 'doubt' | 'against', reason: string): Choice => ({
      method: 'gradient',
      answers: { 'proposal-1': { value, reason } },
    })
    for (const value of ['wish', 'along'] as const)
      expect(acceptVote(ballot, anna, step(value, ''))).toBeNull()
    for (const value of ['doubt', 'against'] as const) {
      expect(acceptVote(ballot, anna, step(value, ''))).toBe('reason-missing')
      expect(acceptVote(ballot, anna, step(value, 'Te vaag'))).toBeNull()
    }
    for (const method of ['dots', 'gradient', 'consent'] as const) {
      const asked = open({ method })
      expect(acceptVote(asked, anna, abstaining(asked))).toBeNull()
    }
  })
})

describe('holds', () => {
  it('[B25] tells when a text, or what it means, is another than was fixed', () => {
    const said = optionOf({ id: 'proposal-1', text: 'Sneller een huis', meaning: 'We bouwen eerst' })
    expect(holds({ options: [...options, said] })).toBe(true)
    expect(said.hash).not.toBe(options[0]?.hash)
    for (const change of [{ text: 'Sneller een huis.' }, { meaning: '' }, { meaning: 'We bouwen later' }])
      expect(holds({ options: [{ ...said, ...change }] })).toBe(false)
  })
})
