import { isShared } from '#lib/documents/names.ts'
import type { DocumentName } from '#server/store/store.ts'
import type { Audience } from './audience.ts'
import { type Connection, closeCode } from './connection.ts'
import type { Presence } from './presence.ts'
import { presenceRate, type Rate } from './rate.ts'
import type { Room } from './room.ts'
import type { Peer } from './room-ports.ts'

/** A document that is open, and who has it open. */
export type Open = {
  name: DocumentName
  room: Room
  presence: Presence
  seats: Set<Connection>
  /** How often the server works in it now: then it isn't unloaded, or who comes would read it without that. */
  inUse: number
  idle: NodeJS.Timeout | null
  /** It was let go of: another room may stand in its place. Its last sockets close only after that. */
  gone: boolean
}
type Arrival = { open: Open; connection: Connection; rate: Rate; audience: Audience }

/** Gives a socket a seat in a room: hands on what it sends, at the rate that its person has, until it closes. */
export function takeSeat({ open, connection, rate, audience }: Arrival, left: () => void): void {
  const { room, presence, seats, name } = open
  const { session } = name
  const { participant } = connection
  const paced = (may: boolean, act: () => void) => {
    if (may) act()
    else connection.close(closeCode.tryAgain, 'too fast')
  }
  const peer: Peer = {
    actor: () => audience.actor(session, participant),
    send: message => connection.send(message),
    charge: steps => rate.charge(steps, performance.now()),
    drop: () => connection.close(closeCode.tryAgain, 'the store failed'),
  }
  seats.add(connection)
  // Who has but what is their own open is not told of: nobody may learn when somebody writes there.
  const seen = isShared(name.document)
  if (seen) audience.came(session, participant)
  room.peers.add(peer)
  let inStep = false
  const shows = presenceRate(performance.now())
  connection.listen({
    asks: stateVector => paced(rate.takeQuestion(performance.now()), () => room.ask(stateVector, peer)),
    proposes: (update, answer) => {
      inStep ||= answer
      // Who comes back brings all of it in one update, so that nothing is lost by going slower.
      const may = rate.takeUpdate(update.byteLength, performance.now())
      paced(may, () => room.propose(update, peer, inStep))
    },
    presence: update => {
      const who = audience.person(session, participant)
      if (!who) return
      const shown = { id: who.id, name: who.name, partner: who.partner }
      const mine = (client: number) => room.live.owners.mayUse(client, who.id)
      paced(shows.take(1, performance.now()), () => presence.receive(connection, update, shown, mine))
    },
    asksPresence: () => paced(rate.takeQuestion(performance.now()), () => presence.welcome(connection)),
    closed: () => {
      rate.leaveSocket()
      seats.delete(connection)
      if (seen) audience.went(session, participant)
      room.peers.delete(peer)
      presence.leave(connection)
      left()
    },
  })
  presence.welcome(connection)
}
