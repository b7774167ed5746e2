import type { JoinAnswer } from '#lib/protocol/requests.ts'
import { ask } from '#server/example/person.ts'
import type { Cluster } from '#tests/harness/cluster.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { Seat } from '../seat.ts'

/** Sessions with their people, each seated at the nodes in turn; straight at them, so that no proxy is measured. */
export async function seatHall(cluster: Cluster, sessions: number, people: number): Promise<Seat[][]> {
  const halls: Seat[][] = []
  for (let index = 0; index < sessions; index++) {
    const { code, session } = await publicSession(cluster.url)
    const seats: Seat[] = []
    for (let person = 0; person < people; person++) {
      const node = cluster.nodes[(index + person) % cluster.nodes.length]
      const place = { url: node?.url ?? '', origin: cluster.url }
      const body = { code, name: `Mens ${person}`, partner: null }
      const { token, participant } = await ask<JoinAnswer>(place, '/api/join', { body })
      const path = `/sync/${session}/board?token=${token}`
      const seating = { path, room: 'board', person: participant }
      const seat = await Seat.open('ours', Number(new URL(place.url).port), seating)
      await seat.sync()
      seats.push(seat)
    }
    halls.push(seats)
  }
  return halls
}
