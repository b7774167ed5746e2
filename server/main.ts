import { EventEmitter } from 'node:events'
import { flushCompileCache } from 'node:module'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { createApp, type Pages } from './app.ts'
import { openBus } from './bus/open-bus.ts'
import { type Config, readConfig, WrongSetting } from './config.ts'
import { networkHosts } from './http/own-addresses.ts'
import { pageWorker, pageWorkerPath } from './http/page-worker.ts'
import { createLog } from './log.ts'
import { createMailer } from './mail/mailer.ts'
import { createProvider } from './oidc/provider.ts'
import { openSeal } from './opened-seal.ts'
import { stopWhenTold } from './stopping.ts'
import { openStore } from './store/open-store.ts'
import { openTracer } from './tracing/open-tracer.ts'

/** Next's pages. It is given a decoy to listen for sockets on, or it would end those that aren't its own. */
async function nextPages({ host, port }: Config, dev: boolean): Promise<Pages> {
  const decoy = new EventEmitter()
  const hostname = host === '0.0.0.0' ? 'localhost' : host
  const app = next({ dev, hostname, port, httpServer: decoy as never })
  await app.prepare()
  const handle = app.getRequestHandler()
  const worker = pageWorker(dev ? null : '.next')
  return {
    handle: async (request, response) =>
      request.url === pageWorkerPath ? worker(response) : handle(request, response),
    upgrade: (request, socket, head) => dev && decoy.emit('upgrade', request, socket, head),
  }
}

/** What to tell who starts it of the addresses that other devices come by. */
function elsewhere({ publicUrl, host, port }: Config): string[] {
  if (publicUrl !== null) return []
  const everywhere = host === '0.0.0.0' || host === '::'
  const hosts = everywhere ? networkHosts() : []
  if (hosts.length === 0)
    return ['Other devices: set PUBLIC_URL to the address that leads here (see README).']
  return hosts.map(each => `Other devices in this network: http://${each}:${port}`)
}

async function start(config: Config, dev: boolean): Promise<void> {
  const log = createLog(config.logLevel, line => process.stderr.write(`${line}\n`))
  const store = await openStore(config)
  const { publicUrl, metricsToken, sessionsPerHour, proxies, limits, keptDays, createKey, smtp } = config
  const provider = config.provider && createProvider(config.provider, log)
  const mailer = smtp && createMailer(smtp)
  const known = new URL(publicUrl ?? `http://localhost:${config.port}`)
  const seal = await openSeal(config, store)
  const pages = await nextPages(config, dev)
  const seen = { publicUrl, dev, pages, proxies }
  const ports = {
    store,
    log,
    seal,
    ...seen,
    mailer,
    metricsToken,
    sessionsPerHour,
    limits,
    keptDays,
    createKey,
    provider,
    tracer: openTracer(config, log),
    bus: await openBus(config, store, log),
  }
  const app = await createApp(ports)
  app.server.once('error', error => {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  })
  app.server.listen(config.port, config.host, () => {
    // Now, for who ends a process the hard way: what is kept for the next start spares it time and memory.
    flushCompileCache()
    log('info', 'listening', { port: (app.server.address() as AddressInfo).port })
    process.stdout.write(`${[`Mozaïekbord: ${known.origin}`, ...elsewhere(config)].join('\n')}\n`)
    process.stdout.write(`Open it to start a kick-off or to join one with a code.\n`)
  })
  void provider?.look()
  stopWhenTold(app, log, config)
}

try {
  const dev = process.argv.includes('--dev')
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  await start(readConfig(), dev)
} catch (error) {
  if (!(error instanceof WrongSetting)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
