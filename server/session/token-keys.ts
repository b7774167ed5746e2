/** What stands before a key that is taken, and does not sign yet: not every node knows of it. */
const ANNOUNCED = '~'

/** The keys of the installation, as they are kept between commas: the one that signs, and all that are taken. */
export function keysIn(kept: string): { signs: string; taken: string[] } {
  const keys = kept.split(',')
  const signs = keys.find(key => !key.startsWith(ANNOUNCED)) ?? ''
  return { signs, taken: keys.map(key => (key.startsWith(ANNOUNCED) ? key.slice(1) : key)) }
}

/** With a key that is taken and does not sign yet, in the place of one that was announced before. */
export const announced = (kept: string, key: string): string =>
  [...kept.split(',').filter(each => !each.startsWith(ANNOUNCED)), `${ANNOUNCED}${key}`].join(',')

/** With the announced key as the one that signs; with `made` where none was announced. */
export function renewed(kept: string, made: string): string {
  const keys = kept.split(',')
  const next = keys.find(key => key.startsWith(ANNOUNCED))
  const former = keys.filter(key => key !== next)
  return [next?.slice(1) ?? made, ...former].join(',')
}

/** With the key alone that signs. */
export const withoutFormer = (kept: string): string => keysIn(kept).signs
