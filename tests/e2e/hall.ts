import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import type { JoinAnswer } from '#lib/protocol/requests.ts'
import { ask, Person } from '#server/example/person.ts'
import { laptop, person } from './people.ts'

export type Seat = { page: Page; context: BrowserContext }
/** A session of its own on a server that the test may cut off. */
export type Hall = {
  session: string
  /** `context`: the device of somebody who was here before; without it a new one. */
  come(name: string, on?: { viewport?: typeof laptop; context?: BrowserContext }): Promise<Seat>
  lead(): Promise<Seat>
  /** Somebody without a browser, who sits at the board until they leave. */
  join(name: string): Promise<Person>
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
    async join(name) {
      const place = { url: origin, origin }
      const who = await ask<JoinAnswer>(place, '/api/join', { body: { code, name, partner: null } })
      const guest = new Person(place, who, null)
      await guest.look('board')
      return guest
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

type Row = { key: string[]; value: unknown }

/** All that this device keeps, by store. Bytes come as the text that is in them. */
function keptRows(page: Page): Promise<Record<string, Row[]>> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await done(indexedDB.open('mozaiekbord'))
    const rows: Record<string, Row[]> = {}
    const readable = (value: unknown): unknown => {
      if (value instanceof Uint8Array) return new TextDecoder().decode(value)
      if (Array.isArray(value)) return value.map(readable)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, readable(each)]))
    }
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name)
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
      rows[name] = keys.map((key, index) => ({ key: key as string[], value: readable(values[index]) }))
    }
    db.close()
    return rows
  })
}

/** The names of those of whom this device keeps anything of a session. */
export async function keptBy(page: Page, session: string): Promise<string[]> {
  const rows = await keptRows(page)
  const views = (rows.views ?? []) as { value: { view: { me: { id: string; name: string } } } }[]
  const names = new Map(views.map(({ value }) => [value.view.me.id, value.view.me.name]))
  const ids = Object.values(rows)
    .flat()
    .filter(({ key }) => key[0] === session)
  return [...new Set(ids.map(({ key }) => names.get(key[1] ?? '') ?? key[1] ?? ''))]
}

/** Whether these words lie on this device in one of these stores. */
export async function keptWords(page: Page, stores: string[], words: string): Promise<boolean> {
  const rows = await keptRows(page)
  return stores.some(store => JSON.stringify(rows[store]).includes(words))
}
