import type { Cluster, ClusterNode } from '#tests/harness/cluster.ts'
import type { Visitor } from '#tests/harness/visitor.ts'

const seconds = (from: number, to: number) =>
  new Promise(resolve => setTimeout(resolve, 1000 * (from + Math.random() * (to - from))))

/** Something that goes wrong for a while; resolves when it is over. */
export type Trouble = { name: string; happen(): Promise<void> }

/** `spared`: a node whose process is to live on, so that what it holds can be followed. */
export function troublesOf(cluster: Cluster, people: () => readonly Visitor[]) {
  const back = async (node: ClusterNode) => {
    await node.start()
    await cluster.proxy.sees(cluster.nodes.length)
  }
  const any: Trouble[] = [
    {
      name: 'Redis stopped',
      happen: async () => {
        await cluster.redis.stop()
        await seconds(5, 15)
        await cluster.redis.restart()
      },
    },
    {
      name: 'Redis stood still',
      happen: async () => {
        cluster.redis.pause()
        await seconds(5, 15)
        cluster.redis.resume()
      },
    },
    {
      name: 'PostgreSQL restarted',
      happen: async () => {
        await cluster.postgres.stop()
        await seconds(1, 5)
        await cluster.postgres.restart()
      },
    },
    {
      name: 'PostgreSQL killed (-9)',
      happen: async () => {
        await cluster.postgres.kill()
        await seconds(1, 5)
        await cluster.postgres.restart()
      },
    },
    {
      name: 'cables of a third of the people pulled',
      happen: async () => {
        for (const each of people()) if (Math.random() < 1 / 3) each.stumble()
      },
    },
  ]
  const ofNode = (node: ClusterNode): Trouble[] => [
    {
      name: 'a node killed (-9)',
      happen: async () => {
        await node.kill()
        await seconds(3, 15)
        await back(node)
      },
    },
    {
      name: 'a node told to stop, and started',
      happen: async () => {
        await node.stop()
        await seconds(1, 5)
        await back(node)
      },
    },
    ...(node.cable
      ? [
          {
            name: 'the cable of a node pulled',
            happen: async () => {
              node.cable?.pull()
              await seconds(5, 25)
              node.cable?.plug()
              await cluster.proxy.sees(cluster.nodes.length)
            },
          },
        ]
      : []),
  ]
  const drawn = new Map<string, number>()
  /** One of them; `spared`: a node whose process is to live on, so that what it holds can be followed. */
  return (spared: ClusterNode | null): Trouble => {
    const nodes = cluster.nodes.filter(node => node !== spared)
    const all = [...any, ...nodes.flatMap(ofNode)]
    // Each comes once before any comes again.
    const fewest = Math.min(...all.map(({ name }) => drawn.get(name) ?? 0))
    const next = all.filter(({ name }) => (drawn.get(name) ?? 0) === fewest)
    const trouble = next[Math.floor(Math.random() * next.length)] as Trouble
    drawn.set(trouble.name, fewest + 1)
    return trouble
  }
}
