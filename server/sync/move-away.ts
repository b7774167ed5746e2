import { closeCode } from './connection.ts'
import type { Open } from './seat.ts'

/**
 * Sends everybody in these rooms to the next process: nothing more is taken in, what came is made durable and shown, and then each
 * socket is closed with the code that says so. What was not taken in its writer still has, and brings along.
 */
export async function moveAway(rooms: readonly Open[]): Promise<void> {
  for (const { seats } of rooms) for (const connection of seats) connection.rest()
  await allSettled(rooms)
  for (const { seats } of rooms) for (const connection of seats) connection.close(closeCode.moving, 'moving')
  // What came in between is in the log as well, or not at all, before that is closed.
  await allSettled(rooms)
}

async function allSettled(rooms: readonly Open[]): Promise<void> {
  await Promise.all(rooms.map(({ room }) => room.settled()))
}
