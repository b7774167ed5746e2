import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'

/** Without a GPU, and with nothing that Chromium does on its own account. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
export const viewport = { width: 1366, height: 800 }

/** `heap`: JavaScript after a collection; `process`: what the page's renderer holds of the machine, shared parts shared out; MB. */
export type Memory = { heap: number; process: number }

/** A browser of its own with one page, so that nothing of a former subject is left. */
export class Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly cdp: CDPSession
  private readonly browser: Browser
  private readonly root: CDPSession
  private readonly scripts = new Map<string, Promise<number>>()
  /** What went wrong on the page, and what it asked of another host. */
  readonly complaints: string[] = []

  private constructor(
    browser: Browser,
    context: BrowserContext,
    page: Page,
    cdp: CDPSession,
    root: CDPSession,
  ) {
    this.browser = browser
    this.context = context
    this.page = page
    this.cdp = cdp
    this.root = root
    page.on('response', response => {
      const type = response.request().resourceType()
      if (type !== 'script' || !response.ok()) return
      const weight = response.body().then(body => gzipSync(body, { level: 9 }).length)
      weight.catch(() => {})
      this.scripts.set(response.url(), weight)
    })
    page.on('pageerror', error => this.complaints.push(error.message))
    page.on('request', request => {
      const { hostname, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname))
        this.complaints.push(`asks ${hostname}`)
    })
  }

  static async open(): Promise<Visit> {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
    const context = await browser.newContext({ viewport, locale: 'nl-NL' })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    const root = await browser.newBrowserCDPSession()
    await cdp.send('Performance.enable')
    return new Visit(browser, context, page, cdp, root)
  }

  /** All scripts that were loaded up to now, as gzip, in kB. */
  async scriptKilobytes(): Promise<number> {
    const sizes = await Promise.all(this.scripts.values())
    return sizes.reduce((sum, size) => sum + size, 0) / 1000
  }

  async memory(): Promise<Memory> {
    await this.cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await this.cdp.send('Runtime.getHeapUsage')
    const { processInfo } = await this.root.send('SystemInfo.getProcessInfo')
    // A spare renderer may be waiting; the page's is the one that has worked.
    const page = processInfo
      .filter(({ type }) => type === 'renderer')
      .sort((a, b) => b.cpuTime - a.cpuTime)[0]
    const rollup = page ? readFileSync(`/proc/${page.id}/smaps_rollup`, 'utf8') : ''
    const kilobytes = Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1])
    return { heap: usedSize / 1e6, process: kilobytes / 1024 }
  }

  /** Time that the page's main thread has spent on tasks, in seconds. */
  async busySeconds(): Promise<number> {
    const { metrics } = await this.cdp.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }

  close(): Promise<void> {
    return this.browser.close()
  }
}

export function browserVersion(): string {
  return spawnSync('/usr/bin/chromium', ['--version'], { encoding: 'utf8' }).stdout.trim()
}
