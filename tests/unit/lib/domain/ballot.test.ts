import { describe, expect, it } from 'vitest'
import { acceptVote, type Ballot, type Choice, optionOf, voterOf } from '#lib/domain/ballot.ts'
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
  options,
  state: 'open',
  openedAt: 1,
  closedAt: null,
  revealedAt: null,
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
})
