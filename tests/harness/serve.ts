/**
 * The whole server but its pages, as a process of its own that a test may kill: `node serve.ts <folder> <port> <sessions an hour>
 * [<smtp>]`. Port 0 takes a free one; the port is printed as the first line. The last argument is the mail server (smtp://…) that
 * letters go by. How it stops and what its limits are is set by the environment, as in the product.
 */
import { createApp } from '#server/app.ts'
import { openBus } from '#server/bus/open-bus.ts'
import { readConfig } from '#server/config.ts'
import { createLog } from '#server/log.ts'
import { createMailer } from '#server/mail/mailer.ts'
import { createProvider } from '#server/oidc/provider.ts'
import { openSeal } from '#server/opened-seal.ts'
import { stopWhenTold } from '#server/stopping.ts'
import { openStore } from '#server/store/open-store.ts'
import { openTracer } from '#server/tracing/open-tracer.ts'
import { freePort } from './free-port.ts'

/** What a test shows to get the figures. */
const METRICS_TOKEN = 'figures-for-the-tests'

const [folder = '', asked = '0', perHour = '', smtp] = process.argv.slice(2)
const port = Number(asked) || (await freePort())
const publicUrl = process.env.PUBLIC_URL || `http://127.0.0.1:${port}`
const config = readConfig({ ...process.env, PUBLIC_URL: publicUrl, DATA_DIR: folder })
const store = await openStore(config)
const log = createLog('warn', line => console.error(line))
const provider = config.provider && createProvider(config.provider, log)
const app = await createApp({
  store,
  limits: config.limits,
  keptDays: config.keptDays,
  createKey: config.createKey,
  provider,
  tracer: openTracer(config, log),
  bus: await openBus(config, store, log),
  log,
  seal: await openSeal(config, store),
  publicUrl: config.publicUrl,
  dev: false,
  pages: null,
  mailer: smtp ? createMailer({ url: smtp, from: 'Bord <bord@example.org>' }) : null,
  metricsToken: METRICS_TOKEN,
  sessionsPerHour: Number(perHour),
})
stopWhenTold(app, log, config)
app.server.listen(port, process.env.LISTEN_ON ?? '127.0.0.1', () => console.log(port))
