import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line of one's own to a server, on a port of its own: slow, and there to be cut. */
export type SlowLine = { port: number; cut(): void; mend(): void; close(): void }

/** Everything takes `delay` ms, in both directions, in its order. */
export async function slowLine(to: { host: string; port: number }, delay: number): Promise<SlowLine> {
  const sockets = new Set<Socket>()
  let broken = false
  const carry = (from: Socket, into: Socket) => {
    sockets.add(from)
    from.on('error', () => from.destroy())
    from.on('data', data => setTimeout(() => into.writable && into.write(data), delay))
    from.on('close', () => {
      sockets.delete(from)
      setTimeout(() => into.destroy(), delay)
    })
  }
  const server = createServer(near => {
    if (broken) return void near.destroy()
    const far = connect(to)
    carry(near, far)
    carry(far, near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      broken = true
      for (const socket of sockets) socket.destroy()
    },
    mend: () => {
      broken = false
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
