/**
 * Has the browser keep this page, its neighbours and all they need, so that they open without a network too. Browsers do that on
 * https and localhost alone. In development the worker takes itself away.
 */
export function keepPage(session: string): void {
  const workers = navigator.serviceWorker
  if (!workers) return
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname)
  const pages = new Set([location.pathname, `/${session}/board`, `/${session}/statement`])
  void workers
    .register('/worker.js', { updateViaCache: 'none' })
    .then(() => workers.ready)
    .then(({ active }) => active?.postMessage({ keep: [...pages, ...files] }))
    .catch(() => {})
}
