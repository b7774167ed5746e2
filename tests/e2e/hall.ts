import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { laptop, person } from './people.ts'

export type Seat = { page: Page; context: BrowserContext }
/** A session of its own on a server that the test may cut off. */
export type Hall = {
  session: string
  /** `context`: the device of somebody who was here before; without it a new one. */
  come(name: string, on?: { viewport?: typeof laptop; context?: BrowserContext }): Promise<Seat>
  lead(): Promise<Seat>
}

export const live = (page: Page) => expect(page.getByText('Live', { exact: true })).toBeVisible()
export const cutOff = (page: Page) => expect(page.getByText(/Verbinding weg/)).toBeVisible()

export async function hall(browser: Browser, origin: string): Promise<Hall> {
  const made = await browser.newContext().then(context =>
    context.request.post(`${origin}/api/sessions`, {
      data: { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] },
    }),
  )
  const { code, session, facilitatorLink } = await made.json()
  return {
    session,
    async come(name, { viewport = laptop, context } = {}) {
      const device = context ?? (await person(browser, viewport)).context
      await device.request.post(`${origin}/api/join`, { data: { code, name, partner: null } })
      const page = context ? await context.newPage() : (device.pages()[0] as Page)
      await page.goto(`${origin}/${session}/board`)
      await live(page)
      return { page, context: device }
    },
    async lead() {
      const { page, context } = await person(browser, laptop)
      await page.goto(facilitatorLink)
      await live(page)
      return { page, context }
    },
  }
}

/** Waits until this device can open the page, and all that it loads later, without a network. */
export async function keptHere(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const [files, chunks] = [await caches.match(location.pathname), await caches.keys()]
      const cache = chunks[0] ? await caches.open(chunks[0]) : null
      const scripts = (await cache?.keys())?.filter(({ url }) => url.endsWith('.js')).length ?? 0
      return files !== undefined && scripts > 10 && navigator.serviceWorker.controller !== null
    })
  await expect.poll(kept).toBe(true)
}

/** The names of those of whom this device keeps anything of a session. */
export function keptBy(page: Page, session: string): Promise<string[]> {
  return page.evaluate(async session => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('mozaiekbord')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const stores = [...db.objectStoreNames]
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>(resolve => {
        request.onsuccess = () => resolve(request.result)
      })
    const ids = new Set<string>()
    const names = new Map<string, string>()
    for (const store of stores)
      for (const key of (await read(db.transaction(store).objectStore(store).getAllKeys())) as string[][])
        if (key[0] === session) ids.add(key[1] ?? '')
    const views = await read(db.transaction('views').objectStore('views').getAll())
    for (const { view } of views) names.set(view.me.id, view.me.name)
    db.close()
    return [...ids].map(id => names.get(id) ?? id)
  }, session)
}
