import type { Bouwsteen } from './bouwsteen.ts'
import type { Partner } from './partner.ts'
import type { WhiteSpots } from './white-spots.ts'

/** How much is heard of a partner (null: of who speak for themselves): people who are here, notes on the board, votes in the ballot. */
export type Voice = { partner: string | null; people: number; notes: number; votes: number }

/**
 * Something to do about how evenly people are heard. `silent`: somebody of them is here, and nothing of them on the board;
 * `waiting`: nobody of them voted yet; `loud`: `share` (0–1) of the notes is theirs; `oneSided`: what lies there is all theirs.
 */
export type Hint =
  | { kind: 'waiting'; partners: string[] }
  | { kind: 'silent'; partners: string[] }
  | { kind: 'loud'; partner: string; share: number }
  | { kind: 'oneSided'; bouwsteen: Bouwsteen; partner: string }
  | { kind: 'empty'; bouwsteen: Bouwsteen }

/** From so many notes on there is something to say of who wrote them, and of who did not. */
export const NOTES_FROM = 10
/** More than this of all notes is much for one partner, unless as many of the people are theirs. */
const LOUD_FROM = 0.4
/** From so many notes on a bouwsteen rests on one partner; fewer is a beginning. */
const ONE_SIDED_FROM = 3
/** Among two partners one always has half. */
const PARTNERS_FROM = 3

type Written = Pick<WhiteSpots, 'rows' | 'columns' | 'total' | 'onOne' | 'empty' | 'silent'>
type Person = { partner: string | null }
/** Of whom there are votes in the ballot, and how many; `open` while more may come. */
export type Voted = { open: boolean; of: readonly { partner: string | null; votes: number }[] }

/** What is heard of whom: every partner in the order of the session, never by how much; then who speak for themselves, if any. */
export function voicesOf(
  { rows }: Pick<WhiteSpots, 'rows'>,
  partners: readonly Pick<Partner, 'id'>[],
  here: readonly Person[],
  voted: Voted | null,
): Voice[] {
  const notesOf = (of: string | null): number =>
    rows.find(({ source }) =>
      typeof source === 'string' ? source === 'self' && of === null : source.partner === of,
    )?.total.notes ?? 0
  const voices = [...partners.map(({ id }) => id), null].map(partner => ({
    partner,
    people: here.filter(each => each.partner === partner).length,
    notes: notesOf(partner),
    votes: voted?.of.find(each => each.partner === partner)?.votes ?? 0,
  }))
  return voices.filter(({ partner, people, notes, votes }) => partner !== null || people + notes + votes > 0)
}

/**
 * What may be done now, the most pressing first. Of notes without a name nobody knows whose they are: where there are any, nothing
 * is said of who wrote much or little. `apart`: people write on their own desks now, so that the board says nothing of them.
 */
export function hintsFor(
  voices: readonly Voice[],
  written: Written,
  voted: Voted | null,
  apart: boolean,
): Hint[] {
  if (voted?.open) return waiting(voices)
  if (apart || written.total.notes < NOTES_FROM) return []
  const empty: Hint[] = written.empty.map(bouwsteen => ({ kind: 'empty', bouwsteen }))
  if (written.rows.some(({ source }) => source === 'nameless')) return empty
  return [...silent(voices, written), ...loud(voices, written), ...oneSided(voices, written), ...empty]
}

/** Once half of those who are here voted, so that nobody is hurried. */
function waiting(voices: readonly Voice[]): Hint[] {
  const [people, votes] = [sum(voices.map(each => each.people)), sum(voices.map(each => each.votes))]
  if (votes * 2 < people) return []
  const partners = voices.flatMap(({ partner, people, votes }) =>
    partner !== null && people > 0 && votes === 0 ? [partner] : [],
  )
  return partners.length > 0 ? [{ kind: 'waiting', partners }] : []
}

function silent(voices: readonly Voice[], written: Written): Hint[] {
  const partners = voices.flatMap(({ partner, people }) =>
    partner !== null && people > 0 && written.silent.includes(partner) ? [partner] : [],
  )
  return partners.length > 0 ? [{ kind: 'silent', partners }] : []
}

function loud(voices: readonly Voice[], { total }: Written): Hint[] {
  if (voices.filter(({ partner }) => partner !== null).length < PARTNERS_FROM) return []
  const people = sum(voices.map(each => each.people))
  return voices.flatMap(({ partner, notes, people: own }): Hint[] => {
    const share = notes / total.notes
    const fair = people > 0 && own / people >= share
    return partner !== null && share > LOUD_FROM && !fair ? [{ kind: 'loud', partner, share }] : []
  })
}

function oneSided(voices: readonly Voice[], { columns, onOne }: Written): Hint[] {
  if (voices.filter(({ partner }) => partner !== null).length < PARTNERS_FROM) return []
  const many = new Set(
    columns.filter(({ notes }) => notes >= ONE_SIDED_FROM).map(({ bouwsteen }) => bouwsteen),
  )
  return onOne.flatMap(({ bouwsteen, partner }): Hint[] =>
    many.has(bouwsteen) ? [{ kind: 'oneSided', bouwsteen, partner }] : [],
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
