import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below those that a system gives to whoever asks for any: a program that starts again finds its own still free. */
const [FIRST, COUNT] = [15_000, 15_000]

/** A port of 127.0.0.1 that nobody listens on now, for a program that must be told its own. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT)
    const probe = createServer()
    const free = await Promise.race([
      once(probe, 'error').then(() => false),
      once(probe.listen(port, '127.0.0.1'), 'listening').then(() => true),
    ]).catch(() => false)
    if (!free) continue
    probe.close()
    await once(probe, 'close')
    return port
  }
}
