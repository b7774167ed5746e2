import { describe, expect, it } from 'vitest'
import { type Ballot, optionOf, type Vote } from '#lib/domain/ballot.ts'
import { compareRounds } from '#lib/domain/ballot-rounds.ts'
import { tally } from '#lib/domain/tally.ts'

const first = optionOf({ id: 'proposal-1', text: 'Sneller een huis' })
const mended = optionOf({ id: 'proposal-1', text: 'Sneller een eigen huis' })
const other = optionOf({ id: 'proposal-2', text: 'Een buurt erbij' })

type Held = Partial<Pick<Ballot, 'method' | 'per' | 'anonymous' | 'state'>>
const round = (n: number, options: Ballot['options'], agree: readonly string[], held: Held = {}) => {
  const ballot = {
    ...({
      id: `ballot-0${n}`,
      round: n,
      method: 'consent',
      per: 'person',
      anonymous: false,
      state: 'revealed',
    } as const),
    ...held,
    options,
  }
  const votes = ['anna', 'bram', 'cees'].map(
    (voter): Vote => ({
      ...{ voter, participant: voter, partner: voter === 'anna' ? 'partner-1' : 'partner-2', trail: [] },
      choice: {
        method: 'consent',
        answers: Object.fromEntries(
          options.map(({ proposal }) => [
            proposal,
            agree.includes(voter) ? { value: 'agree', reason: '' } : { value: 'objection', reason: 'Nee' },
          ]),
        ),
      },
    }),
  )
  return { ...ballot, tally: tally(ballot, votes) }
}

describe('rounds beside each other', () => {
  it('[B31] tell of each text what changed in its words, and how many more are for it', () => {
    const rounds = [round(2, [mended], ['anna', 'bram', 'cees']), round(1, [first, other], ['anna'])]
    const [text, alone] = compareRounds(rounds)
    expect(text).toMatchObject({
      proposal: 'proposal-1',
      rounds: [
        {
          round: 1,
          text: 'Sneller een huis',
          changed: false,
          people: { inFavour: 1, of: 3 },
          partners: { inFavour: 1, of: 2 },
        },
        {
          round: 2,
          text: 'Sneller een eigen huis',
          changed: true,
          people: { inFavour: 3, of: 3 },
          partners: { inFavour: 2, of: 2 },
        },
      ],
      moved: { people: 2, partners: 1 },
    })
    expect(alone).toMatchObject({ proposal: 'proposal-2', rounds: [{ round: 1 }], moved: null })
  })

  it('[B31] compare no numbers of rounds that were held in other ways, and tell none that nobody knows', () => {
    const dots = { ...round(1, [first], ['anna']), method: 'dots' as const }
    expect(compareRounds([dots, round(2, [first], [])])[0]?.moved).toBeNull()
    const secret = compareRounds([round(1, [first], ['anna']), round(2, [first], [], { anonymous: true })])
    expect(secret[0]).toMatchObject({
      rounds: [{}, { partners: null }],
      moved: { people: -1, partners: null },
    })
    const few = { ...round(2, [first], [], { anonymous: true }), tally: null }
    expect(compareRounds([round(1, [first], ['anna']), few])[0]?.moved).toBeNull()
    expect(compareRounds([round(1, [first], ['anna'], { state: 'closed' })])).toEqual([])
  })
})
