/** When nobody asked for so long, in ms, who asks now probably comes alone. */
const QUIET_MS = 2

let ending: Promise<void> | null = null
let asked = Number.NEGATIVE_INFINITY

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

/** As `endOfTurn`, but who comes alone waits for nobody: resolves at once when nobody asked for a while. */
export function soon(): Promise<void> {
  const now = performance.now()
  const alone = now - asked > QUIET_MS
  asked = now
  return alone ? Promise.resolve() : endOfTurn()
}
