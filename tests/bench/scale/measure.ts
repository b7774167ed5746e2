import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import { createClient } from 'redis'
import type { Cluster } from '#tests/harness/cluster.ts'
import { cpuSeconds } from '../machine.ts'

/** What everything took until now: seconds of a core, and what PostgreSQL and Redis counted. */
export type Meter = {
  nodes: number[]
  postgres: number
  redis: number
  load: number
  /** Of the whole machine, whoever used it. */
  machine: number
  commits: number
  walBytes: number
  redisBytes: number
  redisMessages: number
}

/** Reads the meters of a cluster, over connections of its own. */
export async function metersOf(
  cluster: Cluster,
): Promise<{ read(): Promise<Meter>; close(): Promise<void> }> {
  const sql = new Client({ connectionString: cluster.postgres.url })
  await sql.connect()
  const redis = createClient({ url: cluster.redis.url })
  await redis.connect()
  const figure = (info: string, name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1])
  const read = async (): Promise<Meter> => {
    const { rows } = await sql.query(
      `SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database())::float8 AS commits,
        (SELECT wal_bytes FROM pg_stat_wal)::float8 AS wal`,
    )
    const info = await redis.info('stats')
    const { user, system } = process.cpuUsage()
    return {
      nodes: cluster.nodes.map(node => node.cpu()),
      postgres: familySeconds(cluster.postgres.pid()),
      redis: cpuSeconds(cluster.redis.pid()),
      load: (user + system) / 1e6,
      machine: machineSeconds(),
      commits: rows[0].commits,
      walBytes: rows[0].wal,
      redisBytes: figure(info, 'total_net_input_bytes') + figure(info, 'total_net_output_bytes'),
      redisMessages: figure(info, 'total_commands_processed'),
    }
  }
  return {
    read,
    close: async () => {
      await sql.end()
      redis.destroy()
    },
  }
}

/** Of a process and all that it started, also those that are gone. */
function familySeconds(pid: number): number {
  const children = readdirSync('/proc').filter(name => /^\d+$/.test(name) && parentOf(name) === pid)
  return [pid, ...children.map(Number)].reduce((sum, each) => {
    try {
      return sum + cpuSeconds(each)
    } catch {
      // It ended between being listed and being asked.
      return sum
    }
  }, 0)
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

/** What was taken between two readings, a second. */
export function perSecond(from: Meter, to: Meter, seconds: number): Meter {
  const rate = (key: Exclude<keyof Meter, 'nodes'>) => (to[key] - from[key]) / seconds
  return {
    nodes: to.nodes.map((each, index) => (each - (from.nodes[index] ?? 0)) / seconds),
    ...{ postgres: rate('postgres'), redis: rate('redis'), load: rate('load'), machine: rate('machine') },
    ...{ commits: rate('commits'), walBytes: rate('walBytes') },
    ...{ redisBytes: rate('redisBytes'), redisMessages: rate('redisMessages') },
  }
}

/** What all cores were busy with since the machine started. */
function machineSeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + irq + soft) / 100
}
