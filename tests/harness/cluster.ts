import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cable, layCable } from './cable.ts'
import { freePort } from './free-port.ts'
import { startPostgres, type TestPostgres } from './postgres.ts'
import { Program } from './program.ts'
import { startProxy, type TestProxy } from './proxy.ts'
import { startRedis, type TestRedis } from './redis.ts'

/** One of the servers of a cluster, as a process of its own. */
export type ClusterNode = {
  /** Straight to it, past the proxy. */
  url: string
  /** Null where its network can't be one of its own. */
  cable: Cable | null
  folder: string
  runs(): boolean
  /** What it holds now, in MB. */
  memory(): number
  /** The seconds of a core that it took since it was started. */
  cpu(): number
  /** The end of its log. */
  log(): string
  start(settings?: Record<string, string>): Promise<void>
  /** As an operator does it. Gives its exit code. */
  stop(): Promise<number | null>
  /** `kill -9`. */
  kill(): Promise<void>
}

/** Nodes over one PostgreSQL and one Redis behind one load balancer. */
export type Cluster = {
  /** Where people come. */
  url: string
  nodes: readonly ClusterNode[]
  postgres: TestPostgres
  redis: TestRedis
  proxy: TestProxy
  remove(): Promise<void>
}

type Wanted = {
  nodes: number
  /** Each node has a network of its own, where that is permitted. */
  cables?: boolean
  /** Of the nodes' environment. */
  settings?: Record<string, string>
  /** Of postgresql.conf. */
  postgres?: Record<string, string>
}

const HZ = 100

export async function startCluster({ nodes: count, ...wanted }: Wanted): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-cluster-'))
  const cable = wanted.cables ? layCable() : null
  const [postgres, redis] = await Promise.all([
    startPostgres(wanted.postgres, cable?.machine),
    startRedis(cable?.machine),
  ])
  const places = await Promise.all(
    Array.from({ length: count }, async (_, index) => ({
      port: await freePort(),
      // One cable is enough to cut off one node: the last.
      cable: index === count - 1 ? cable : null,
    })),
  )
  const proxy = await startProxy(places.map(({ port, cable }) => `${cable?.address ?? '127.0.0.1'}:${port}`))
  const settings = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    PUBLIC_URL: proxy.url,
    ...wanted.settings,
  }
  // As on machines of their own: what they share is in the database.
  const nodes = places.map((place, index) =>
    nodeAt(place, mkdtempSync(join(folder, `node-${index}-`)), settings),
  )
  const [first, ...others] = nodes
  // The first makes the tables and the keys, and the others find them: by itself either order is right.
  await first?.start()
  await Promise.all(others.map(node => node.start()))
  await proxy.sees(count)
  return {
    url: proxy.url,
    nodes,
    postgres,
    redis,
    proxy,
    remove: async () => {
      cable?.plug()
      await Promise.all(nodes.map(node => node.kill()))
      await Promise.all([proxy.stop(), postgres.remove(), redis.remove()])
      cable?.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function nodeAt(
  { port, cable }: { port: number; cable: Cable | null },
  folder: string,
  settings: Record<string, string>,
): ClusterNode {
  const script = new URL('serve.ts', import.meta.url).pathname
  const seen = (url: string | undefined) => url?.replace('127.0.0.1', cable?.machine ?? '127.0.0.1') ?? ''
  const address = cable?.address ?? '127.0.0.1'
  const environment = {
    ...process.env,
    ...settings,
    LISTEN_ON: address,
    DATABASE_URL: seen(settings.DATABASE_URL),
    REDIS_URL: seen(settings.REDIS_URL),
  }
  const command = [...(cable?.within ?? []), process.execPath, script, folder, String(port), '100000']
  const [program = '', ...args] = command
  let node = new Program(program, args, LISTENS, { env: environment })
  return {
    url: `http://${address}:${port}`,
    cable,
    folder,
    runs: () => node.runs,
    memory: () =>
      Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${node.pid}/status`, 'utf8'))?.[1]) / 1024,
    cpu: () => {
      const [user = 0, system = 0] =
        readFileSync(`/proc/${node.pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ??
        []
      return (user + system) / HZ
    },
    log: () => node.said,
    start: more => {
      if (more) node = new Program(program, args, LISTENS, { env: { ...environment, ...more } })
      return node.start()
    },
    stop: () => node.end('SIGTERM'),
    kill: async () => void (await node.end('SIGKILL')),
  }
}

/** A node prints its port when people may come. */
const LISTENS = /^\d+$/m
