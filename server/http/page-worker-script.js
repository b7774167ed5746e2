// Runs in the browser, as the service worker of all pages; the server puts BUILD and FILES in front. Session pages come from the
// network first and from here when that fails; the build's files, whose names carry their hash, from here first. Nothing else is
// touched: no API, no link that is a secret.
const PREFIX = 'mozaiekbord-'
const CACHE = PREFIX + BUILD
/** Most pages that are kept; each is an empty shell of some 20 kB. */
const PAGES_MAX = 40
/** How long the network may take before a kept page is shown, in ms. */
const NETWORK_MAX = 4000

const isPage = path => /^\/[A-Za-z0-9_-]{8,40}\/(board|statement|facilitate|projector)$/.test(path)
const isFile = path => path.startsWith('/_next/static/')
const isWhole = response => response.status === 200 && response.type === 'basic' && !response.redirected

/** This build's first; a page of the former one still has all its files. */
const kept = async path => (await (await caches.open(CACHE)).match(path)) ?? caches.match(path)

async function keepPage(path, response) {
  const cache = await caches.open(CACHE)
  await cache.put(path, response)
  const pages = (await cache.keys()).map(request => new URL(request.url).pathname).filter(isPage)
  for (const old of pages.slice(0, -PAGES_MAX)) await cache.delete(old)
}

async function page(event, path) {
  const fetched = fetch(event.request).then(response => {
    if (isWhole(response)) event.waitUntil(keepPage(path, response.clone()))
    return response
  })
  const late = new Promise(resolve => setTimeout(resolve, NETWORK_MAX))
  const answer = await Promise.race([fetched, late]).catch(() => undefined)
  if (answer && answer.status < 500) return answer
  return (await kept(path)) ?? fetched
}

async function file(request, path) {
  const found = await kept(path)
  if (found) return found
  const response = await fetch(request)
  if (isWhole(response)) await (await caches.open(CACHE)).put(path, response.clone())
  return response
}

/** Gets what is not here yet. Gives whether it is now. */
async function has(path) {
  const cache = await caches.open(CACHE)
  if (await cache.match(path)) return true
  try {
    const response = await fetch(path)
    if (!isWhole(response)) return false
    if (isPage(path)) await keepPage(path, response)
    else await cache.put(path, response)
    return true
  } catch {
    return false
  }
}

/**
 * A page tells what it stands on; all that it may load later is kept with it. The build before this one stays, for pages of it that
 * are still open; what was before that goes.
 */
async function keepWhole(paths) {
  let whole = true
  for (const path of [...paths, ...FILES])
    if (isPage(path) || isFile(path)) whole = (await has(path)) && whole
  if (!whole) return
  const former = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE)
  for (const name of former) {
    const pages = (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)
    for (const path of pages.filter(isPage)) await has(path)
  }
  for (const name of former.slice(0, -1)) await caches.delete(name)
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('message', event => {
  const { keep } = event.data ?? {}
  if (Array.isArray(keep)) event.waitUntil(keepWhole(keep.map(String)))
})
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (isFile(pathname)) event.respondWith(file(request, pathname))
  else if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(page(event, pathname))
})
