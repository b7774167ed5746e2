import type { Log } from '#server/log.ts'
import type { DocumentName, Replaced, Store } from '#server/store/store.ts'
import type { Audience } from './audience.ts'
import type { Connection } from './connection.ts'
import type { Gate } from './gate.ts'
import type { Journal } from './journal.ts'
import type { Meter } from './meter.ts'
import type { Neighbours } from './neighbours.ts'
import { Presence } from './presence.ts'
import { Room } from './room.ts'
import type { Open } from './seat.ts'

type Ports = {
  store: Store
  log: Log
  journal: Journal
  audience: Audience
  neighbours: Neighbours
  meter: Meter
  gate: Gate
  sizeMax: number
  /** The room is of no use any more. */
  broke(open: Open): void
}

/** Reads a document, for as long as somebody has it open. Rejects when it can't be read. */
export async function openRoom(name: DocumentName, ports: Ports): Promise<Open> {
  const { store, log, journal, audience, neighbours, meter, gate, sizeMax } = ports
  const { session } = name
  const load = async () => {
    const stored = await store.loadDocument(name)
    const { damaged } = stored
    if (damaged > 0)
      log('error', 'updates had changed on the disk and are kept aside', { ...name, count: damaged })
    return stored
  }
  const seats = new Set<Connection>()
  const presence = new Presence(
    () => seats,
    shown => neighbours.tell(session, { type: 'presence', document: name.document, shown }),
  )
  let open: Open | null = null
  const room = await Room.open(name, {
    store: {
      load,
      since: place => store.readSince(name, place),
      append: entries => journal.append(entries),
      compact: (state: Uint8Array, replaced: Replaced) => store.compactDocument(name, state, replaced),
    },
    stage: () => audience.stage(name),
    epoch: () => audience.epoch(session),
    stale: () => audience.stale(session),
    refresh: () => audience.refresh(session),
    check: () => neighbours.check(session),
    alone: () => neighbours.alone(),
    tell: run => neighbours.tell(session, { type: 'updates', document: name.document, ...run }),
    present: client => presence.holder(client),
    meter,
    gate,
    sizeMax,
    failed: error => log('error', 'a room stumbled', { ...name, error }),
    broke(why) {
      if (why === 'unreadable')
        log('error', 'a document could not be read again, and is opened anew', { ...name })
      else log('info', 'a document began anew, and is opened anew', { ...name })
      if (open) ports.broke(open)
    },
  })
  open = { name, room, presence, seats, inUse: 0, idle: null, gone: false }
  return open
}
