import type { Edit } from './local-copy.ts'
import { newId } from './new-id.ts'

/** Somebody in a session, on this device. */
export type Person = { session: string; id: string }

/**
 * What the tabs of one person tell each other: edits of a document that may not have reached the server, that it is to be synced
 * afresh, that nothing of it waits any more, or that the tray changed.
 */
export type Told =
  | { document: string; edits: readonly Edit[] }
  | { document: string; fresh: true }
  | { document: string; sent: true }
  | { tray: true }
export type Tabs = { tell(told: Told): void; stop(): void }

const nameOf = ({ session, id }: Person): string => `mozaiekbord/${session}/${id}`
let page = ''

/** Hears what is told, on this page as well: then it is `ours`. */
export function hearTabs(person: Person, hear: (told: Told, ours: boolean) => void): Tabs {
  page ||= newId()
  const channel = new BroadcastChannel(nameOf(person))
  channel.onmessage = ({ data }: MessageEvent<{ page: string; told: Told }>) =>
    hear(data.told, data.page === page)
  return { tell: told => channel.postMessage({ page, told }), stop: () => channel.close() }
}

export function tellTabs(person: Person, told: Told): void {
  const tabs = hearTabs(person, () => {})
  tabs.tell(told)
  tabs.stop()
}
