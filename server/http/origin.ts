/** Whether a page at this origin is ours: our public address, or the very host that was asked (a laptop in the hall, reached by its own name). */
export function isOurs(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  return origin === publicUrl || origin === `http://${host}` || origin === `https://${host}`
}
