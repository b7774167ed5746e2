import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { Program, program } from './program.ts'

/** A load balancer (HAProxy) before nodes: each connection goes to the next of those that say they are ready. */
export type TestProxy = {
  url: string
  port: number
  /** Resolves when it takes so many nodes to be ready. */
  sees(ready: number): Promise<void>
  /** How often it took one of them for gone, each time with all that went by way of it. */
  falls(): Promise<number>
  stop(): Promise<void>
}

/**
 * How often a node is asked whether it is ready, and how long it may take to say so, in ms; one that does not twice gets nobody any more. One
 * that is only busy must not be taken for gone: all its people would come to the other at once, which is then the busy one.
 */
const ASKED_EVERY = 200
const ANSWERS_WITHIN = 3000
/** How long it may take to start, in ms. */
const STARTS_WITHIN = 10_000

const configuration = (port: number, figures: number, nodes: readonly string[]) => `
global
  maxconn 4000
defaults
  mode http
  timeout connect 1s
  timeout check ${ANSWERS_WITHIN}ms
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  option forwardfor
  option redispatch 1
  retries 3
  retry-on conn-failure
frontend figures
  bind 127.0.0.1:${figures}
  stats enable
  stats uri /
frontend people
  bind 127.0.0.1:${port}
  default_backend nodes
backend nodes
  balance roundrobin
  option httpchk GET /readyz
  http-check expect status 200
  default-server check inter ${ASKED_EVERY}ms fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map((address, index) => `  server node${index} ${address}`).join('\n')}
`

/** `nodes`: the ports of this machine, or addresses, that it hands people on to; they need not be there yet. */
export async function startProxy(nodes: readonly (number | string)[]): Promise<TestProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-proxy-'))
  const [port, figures] = await Promise.all([freePort(), freePort()])
  const file = join(folder, 'haproxy.cfg')
  const addresses = nodes.map(each => (typeof each === 'number' ? `127.0.0.1:${each}` : each))
  writeFileSync(file, configuration(port, figures, addresses))
  const proxy = new Program(program('haproxy', 'haproxy'), ['-db', '-f', file], null)
  await proxy.start()
  await listens(port)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    sees: async ready => {
      const late = performance.now() + STARTS_WITHIN
      while ((await readyNodes(figures)) !== ready)
        if (performance.now() > late) throw new Error(`The proxy does not see ${ready} nodes.`)
    },
    falls: () => fallsOfNodes(figures),
    stop: async () => {
      await proxy.end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function readyNodes(figures: number): Promise<number> {
  return (await rowsOfNodes(figures)).filter(({ status }) => status?.startsWith('UP')).length
}

async function fallsOfNodes(figures: number): Promise<number> {
  return (await rowsOfNodes(figures)).reduce((sum, { chkdown }) => sum + Number(chkdown), 0)
}

/** What it tells of each node, by the names of its own columns. */
async function rowsOfNodes(figures: number): Promise<Record<string, string>[]> {
  const text = await (await fetch(`http://127.0.0.1:${figures}/;csv`)).text()
  const [head = '', ...rows] = text.split('\n')
  const names = head.replace('# ', '').split(',')
  return rows
    .filter(row => /^nodes,node\d+,/.test(row))
    .map(row => Object.fromEntries(row.split(',').map((value, at) => [names[at] ?? '', value])))
}

/** It says nothing when it begins to listen, so it is asked. */
async function listens(port: number): Promise<void> {
  const open = () =>
    new Promise<boolean>(resolve => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
  const late = performance.now() + STARTS_WITHIN
  while (!(await open())) if (performance.now() > late) throw new Error(`No proxy listens on ${port}.`)
}
