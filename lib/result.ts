/** The answer of something that may ordinarily be refused: what was asked for, or the refusal. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refused = <R>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal })
