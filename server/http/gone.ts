/** Who asked went away before all of the question came, or all of the answer: a phone in a tunnel, a page that was closed. Nobody did wrong. */
export class Gone extends Error {}

/** How Node says that the other side closed a connection. */
const codes: unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']

export const isGone = (error: unknown): boolean =>
  error instanceof Gone || codes.includes((error as { code?: unknown }).code)
