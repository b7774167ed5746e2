/** What is wrong in a form, by the path of its field: `title`, `dates.1`, `partners.0.name`. */
export type Mistakes<Mistake extends string> = Readonly<Record<string, Mistake>>

/** What was found and is not mended yet, as it is now: a field that was empty may have come to hold what does not fit. */
export function remaining<Mistake extends string>(
  found: Mistakes<Mistake>,
  now: Mistakes<Mistake>,
): Mistakes<Mistake> {
  const left: Record<string, Mistake> = {}
  for (const path of Object.keys(found)) {
    const still = now[path]
    if (still) left[path] = still
  }
  return left
}
