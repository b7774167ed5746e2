let ending: Promise<void> | null = null

/** Resolves at the end of this turn of the event loop, at once for all who asked in it: what arrives together is handled together. */
export function endOfTurn(): Promise<void> {
  ending ??= new Promise(resolve => {
    setImmediate(() => {
      ending = null
      resolve()
    })
  })
  return ending
}
