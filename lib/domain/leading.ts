/**
 * How who leads has the room, beside its step and clock. `held`: all others put their pens down for a moment. `lobby`: who comes in
 * waits until they are let in.
 */
export type Leading = { held: boolean; lobby: boolean }

/** Everybody does as they like, and comes in. */
export const freely: Leading = { held: false, lobby: false }
