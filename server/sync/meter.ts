import type { RefusalCode } from '#lib/protocol/refusals.ts'

/** What the rooms tell about their work, without saying whose it is. */
export type Meter = {
  refused(code: RefusalCode): void
  /** Updates in the log that the disk had changed, found when a room was loaded. */
  damaged(updates: number): void
  /** A step of a room: how many updates it made durable and showed, and how long that took, in seconds. */
  stepped(updates: number, seconds: number): void
  /** Updates of other nodes were found in the log that had not been told, or not yet. */
  missed(updates: number): void
  /** A step was judged by what another had changed meanwhile. */
  outdated(): void
}

export const silentMeter: Meter = {
  refused: () => {},
  damaged: () => {},
  stepped: () => {},
  missed: () => {},
  outdated: () => {},
}
