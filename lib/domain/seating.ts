/** Whoever is to be seated; `partner` null for who speaks for themself. */
export type Guest = { id: string; partner: string | null }
/** By guest: at which table, from 0, they sit in each round. */
export type Seats = Record<string, readonly number[]>

/** How bad it is to sit with one's own partner, beside meeting somebody for the second time, which is 1. */
const SAME_PARTNER = 3
/** How many changes are tried, and how much worse one may be at the beginning to be made all the same; less and less until the end. */
const TRIES = 20_000
const WARMTH = 1.5

/**
 * Seats people at tables for some rounds, so that sizes differ by at most one in every round, nobody comes to a table twice (while
 * there are no more rounds than tables), and partners mix: as few as can be found sit with their own partner, or with somebody
 * they met before. The same people give the same seats.
 *
 * Begins with rows of as many people as there are tables, each row moving on by its own stride: then each row fills every table
 * once in every round. From there two people change places time and again (simulated annealing).
 */
export function seated(guests: readonly Guest[], tables: number, rounds: number): Seats {
  const plan = new Plan(byPartner(guests), tables, rounds)
  if (guests.length < 2) return plan.seats()
  const random = chance(20_261_125)
  let [cost, least, best] = [0, 0, plan.seats()]
  for (let left = TRIES; left > 0; left--) {
    const change = plan.propose(random)
    if (!change) continue
    const more = plan.make(change)
    if (more > 0 && random() >= Math.exp(-more / (WARMTH * (left / TRIES)))) {
      plan.make(change)
      continue
    }
    cost += more
    if (cost < least) [least, best] = [cost, plan.seats()]
  }
  return best
}

/** Numbers from 0 to 1 that look like chance and are the same every time (xorshift, 32 bits). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** How well people mix: pairs of one partner at one table, and meetings beyond the first, over all rounds. */
export function mixing(guests: readonly Guest[], seats: Seats): { together: number; repeated: number } {
  let [together, repeated] = [0, 0]
  for (const [index, one] of guests.entries())
    for (const other of guests.slice(index + 1)) {
      const [here, there] = [seats[one.id] ?? [], seats[other.id] ?? []]
      const met = here.filter((table, round) => table === there[round]).length
      if (areOfOne(one, other)) together += met
      repeated += Math.max(0, met - 1)
    }
  return { together, repeated }
}

/** A seat in each round for who comes later: at the smallest tables, of those where they haven't been and where their partner isn't. */
export function seatsFor(
  guest: Guest,
  others: readonly Guest[],
  seats: Seats,
  tables: number,
  rounds: number,
): number[] {
  const mine: number[] = []
  for (let round = 0; round < rounds; round++) {
    const at = (table: number) => others.filter(({ id }) => seats[id]?.[round] === table)
    const weight = (table: number): number =>
      at(table).length * 100 +
      (mine.includes(table) ? 10 : 0) +
      at(table).filter(other => areOfOne(guest, other)).length
    const all = Array.from({ length: tables }, (_, table) => table)
    mine.push(all.reduce((best, table) => (weight(table) < weight(best) ? table : best), 0))
  }
  return mine
}

const areOfOne = (one: Guest, other: Guest): boolean => one.partner !== null && one.partner === other.partner

/** The largest partners first, each together: within a row, where they are apart in every round. */
function byPartner(guests: readonly Guest[]): Guest[] {
  const sizes = new Map<string | null, number>()
  for (const { partner } of guests) sizes.set(partner, (sizes.get(partner) ?? 0) + 1)
  const size = ({ partner }: Guest): number => (partner === null ? 0 : (sizes.get(partner) ?? 0))
  const name = ({ partner, id }: Guest): string => `${partner ?? ''} ${id}`
  return guests.toSorted((a, b) => size(b) - size(a) || (name(a) < name(b) ? -1 : 1))
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** Two guests who change places in these rounds; made twice, all is as it was. */
type Change = { one: number; other: number; rounds: readonly number[] }

class Plan {
  private readonly guests: readonly Guest[]
  private readonly rounds: number
  private readonly tables: number
  /** By guest and round. */
  private readonly at: number[][]
  /** By two guests: how often they meet. */
  private readonly met: Uint8Array

  constructor(guests: readonly Guest[], tables: number, rounds: number) {
    this.guests = guests
    this.rounds = rounds
    this.tables = tables
    const strides = Array.from({ length: tables }, (_, index) => index + 1).filter(
      each => divisor(each, tables) === 1,
    )
    this.at = guests.map((_, index) => {
      const [row, column] = [Math.floor(index / tables), index % tables]
      const stride = strides[row % strides.length] as number
      return Array.from({ length: rounds }, (_, round) => (column + row + round * stride) % tables)
    })
    this.met = new Uint8Array(guests.length * guests.length)
    for (const one of guests.keys()) for (let round = 0; round < rounds; round++) this.count(one, round, 1)
    // Each meeting was counted from both sides.
    for (const place of this.met.keys()) this.met[place] = (this.met[place] as number) / 2
  }

  seats(): Seats {
    return Object.fromEntries(this.guests.map(({ id }, index) => [id, [...(this.at[index] as number[])]]))
  }

  /** A change that keeps sizes, and brings nobody to a table where they have been; null when the draw gave none. */
  propose(random: () => number): Change | null {
    const draw = (below: number) => Math.floor(random() * below)
    const [one, other, round] = [draw(this.guests.length), draw(this.guests.length), draw(this.rounds)]
    const [here, there] = [this.table(one, round), this.table(other, round)]
    if (here === there) return null
    if (this.mayCome(one, there) && this.mayCome(other, here)) return { one, other, rounds: [round] }
    // Who was at the other's table already goes there now, and changes that other round as well.
    const again = (this.at[one] as number[]).indexOf(there)
    return this.table(other, again) === here ? { one, other, rounds: [round, again] } : null
  }

  /** Makes a change and tells how much worse it made the plan; less than nothing: better. */
  make({ one, other, rounds }: Change): number {
    let worse = 0
    for (const round of rounds) {
      const [here, there] = [this.table(one, round), this.table(other, round)]
      worse += this.count(one, round, -1) + this.count(other, round, -1)
      ;(this.at[one] as number[])[round] = there
      ;(this.at[other] as number[])[round] = here
      worse += this.count(one, round, 1) + this.count(other, round, 1)
    }
    return worse
  }

  private table(guest: number, round: number): number {
    return (this.at[guest] as number[])[round] as number
  }

  private mayCome(guest: number, table: number): boolean {
    return this.rounds > this.tables || !(this.at[guest] as number[]).includes(table)
  }

  /** Counts a guest's meetings in a round in, or out; gives what that adds to the cost of the plan. */
  private count(guest: number, round: number, by: 1 | -1): number {
    const many = this.guests.length
    const table = this.table(guest, round)
    let cost = 0
    for (let third = 0; third < many; third++) {
      if (third === guest || this.table(third, round) !== table) continue
      const met = this.met[guest * many + third] as number
      cost += by * this.cost(guest, third, by === 1 ? met : met - 1)
      this.met[guest * many + third] = met + by
      this.met[third * many + guest] = met + by
    }
    return cost
  }

  /** What one more meeting of two costs who have met so often. */
  private cost(one: number, other: number, met: number): number {
    return (areOfOne(this.guests[one] as Guest, this.guests[other] as Guest) ? SAME_PARTNER : 0) + met
  }
}
