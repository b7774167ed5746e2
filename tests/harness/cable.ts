import { execFileSync } from 'node:child_process'
import { whereIs } from '../../scripts/debian-tools.ts'

/** A network of a node's own, with one cable to this machine that can be pulled out. */
export type Cable = {
  /** Of the node, and of this machine as the node sees it. */
  address: string
  machine: string
  /** What a command begins with to run at the far end. */
  within: readonly [string, ...string[]]
  /** From now on nothing comes through, and nobody is told. */
  pull(): void
  plug(): void
  remove(): void
}

const ip = (...args: string[]) => execFileSync(whereIs('ip') ?? 'ip', args, { stdio: 'ignore' })

/** Of addresses that are for trying things out (RFC 2544): none of them is anybody's. */
const networkOf = (number: number) => `198.18.${number}`

/**
 * Lays a cable by way of a switch in a namespace of its own, for a cable that is pulled out of a switch looks to both ends as it does in
 * life: nothing comes back. Null where this user may not.
 */
export function layCable(): Cable | null {
  for (let tries = 0; tries < 5; tries++) {
    const number = 1 + Math.floor(Math.random() * 250)
    try {
      ip('netns', 'add', `bord-${number}`)
    } catch {
      continue
    }
    try {
      return cableTo(number)
    } catch {
      removeNetwork(number)
      return null
    }
  }
  return null
}

function cableTo(number: number): Cable {
  const [node, middle, here] = [`bord-${number}`, `bord-${number}s`, `bord-${number}a`]
  laid.add(number)
  const [machine, address] = [`${networkOf(number)}.1`, `${networkOf(number)}.2`]
  ip('netns', 'add', middle)
  ip('-n', middle, 'link', 'add', 'switch', 'type', 'bridge')
  ip('link', 'add', here, 'type', 'veth', 'peer', 'name', 'to-machine', 'netns', middle)
  ip('-n', middle, 'link', 'add', 'to-node', 'type', 'veth', 'peer', 'name', 'cable', 'netns', node)
  for (const port of ['to-machine', 'to-node'])
    ip('-n', middle, 'link', 'set', port, 'master', 'switch', 'up')
  ip('-n', middle, 'link', 'set', 'switch', 'up')
  ip('addr', 'add', `${machine}/24`, 'dev', here)
  ip('link', 'set', here, 'up')
  ip('-n', node, 'addr', 'add', `${address}/24`, 'dev', 'cable')
  ip('-n', node, 'link', 'set', 'cable', 'up')
  ip('-n', node, 'link', 'set', 'lo', 'up')
  return {
    address,
    machine,
    within: [whereIs('ip') ?? 'ip', 'netns', 'exec', node],
    pull: () => ip('-n', middle, 'link', 'set', 'to-node', 'down'),
    plug: () => ip('-n', middle, 'link', 'set', 'to-node', 'up'),
    remove: () => removeNetwork(number),
  }
}

/** What a test that was broken off did not take away. */
const laid = new Set<number>()
process.on('exit', () => {
  for (const number of laid) removeNetwork(number)
})

/** With a namespace goes what is in it, and the other end of that. */
function removeNetwork(number: number): void {
  laid.delete(number)
  for (const name of [`bord-${number}s`, `bord-${number}`])
    try {
      ip('netns', 'del', name)
    } catch {
      // It was not made.
    }
}
