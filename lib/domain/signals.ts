/**
 * What people let the room know without a word. `ready`: who is done with the present step. `hands`: who would like to speak, the
 * first who raised a hand first.
 */
export type Signals = { ready: readonly string[]; hands: readonly string[] }

export const noSignals: Signals = { ready: [], hands: [] }

const withOrWithout = (all: readonly string[], person: string, is: boolean): readonly string[] => {
  if (all.includes(person) === is) return all
  return is ? [...all, person] : all.filter(each => each !== person)
}

/** With what somebody lets know now; what is not told stays as it was. */
export function signalled(
  { ready, hands }: Signals,
  person: string,
  told: { ready?: boolean | undefined; hand?: boolean | undefined },
): Signals {
  return {
    ready: told.ready === undefined ? ready : withOrWithout(ready, person, told.ready),
    hands: told.hand === undefined ? hands : withOrWithout(hands, person, told.hand),
  }
}

/** How many of these people are in `of`, and of how many partners. */
export function counted(
  people: readonly { id: string; partner: string | null }[],
  of: readonly string[],
): { people: number; partners: number } {
  const found = people.filter(({ id }) => of.includes(id))
  return { people: found.length, partners: new Set(found.flatMap(({ partner }) => partner ?? [])).size }
}
