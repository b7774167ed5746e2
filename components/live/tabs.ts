import type { Edit } from './local-copy.ts'

/** Somebody in a session, on this device. */
export type Person = { session: string; id: string }

/**
 * What the tabs of one person tell each other: edits of a document that may not have reached the server, that it is to be synced
 * afresh, that it has nothing unsent any more, or that the tray changed.
 */
export type Told =
  | { document: string; edits: readonly Edit[] }
  | { document: string; fresh: true }
  | { document: string; sent: true }
  | { tray: true }

const nameOf = ({ session, id }: Person): string => `mozaiekbord/${session}/${id}`

/** Hears what the other tabs tell, and this one too unless it tells by `channel`. Gives the way to stop. */
export function hearTabs(
  person: Person,
  hear: (told: Told) => void,
): { tell(told: Told): void; stop(): void } {
  const channel = new BroadcastChannel(nameOf(person))
  channel.onmessage = ({ data }: MessageEvent<Told>) => hear(data)
  return { tell: told => channel.postMessage(told), stop: () => channel.close() }
}

export function tellTabs(person: Person, told: Told): void {
  const channel = new BroadcastChannel(nameOf(person))
  channel.postMessage(told)
  channel.close()
}
