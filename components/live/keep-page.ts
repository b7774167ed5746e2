/**
 * Has the browser keep this page, its neighbours and all they need, so that they open without a network too. Browsers do that on
 * https and localhost alone. In development the worker takes itself away.
 */
export function keepPage(session: string): void {
  // Not `!navigator.serviceWorker`: the bundler holds that for impossible, and leaves the line out.
  if (!('serviceWorker' in navigator)) return
  const workers = navigator.serviceWorker
  const tell = (worker: ServiceWorker | null) => {
    const files = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname)
    const pages = new Set([location.pathname, `/${session}/board`, `/${session}/statement`])
    worker?.postMessage({ keep: [...pages, ...files] })
  }
  // The worker of a new build takes over while the page is open, and has kept nothing yet.
  workers.oncontrollerchange = () => tell(workers.controller)
  void workers
    .register('/worker.js', { updateViaCache: 'none' })
    .then(() => workers.ready)
    .then(({ active }) => tell(active))
    .catch(() => {})
}
