import { Visit } from './browser.ts'
import type { Place } from './measure.ts'
import { buildPeers, type PeerName } from './peers-build.ts'
import { Beside, type Order } from './processes.ts'

/** The peers' pages, each with the scene as it would have saved it, on a server of their own with the same crowd. */
export async function startPeers(
  notes: number,
  names: readonly PeerName[],
): Promise<{ places: Place[]; order: (order: Order) => Promise<void>; end: () => Promise<void> }> {
  const built = await buildPeers()
  const process = await Beside.start<{ port: number }>('peers-process.ts', { notes, built })
  const url = `http://127.0.0.1:${process.ready.port}`
  for (const name of names) {
    const body = await sceneBy(`${url}/${name}/?make`)
    await process.order({ type: 'save', path: `/${name}.json`, body })
  }
  return {
    places: names.map(subject => ({
      subject,
      url: `${url}/${subject}/`,
      enter: async () => {},
      prepare: async () => {},
    })),
    order: order => process.order(order),
    end: () => process.end(),
  }
}

/** Has a peer make the scene by its own means, once it has its fonts to measure the texts with. */
async function sceneBy(address: string): Promise<string> {
  const visit = await Visit.open()
  try {
    await visit.page.goto(address)
    await visit.page.waitForFunction(() => window.peer?.drawn(), null, { polling: 200 })
    await visit.page.evaluate(() => document.fonts.ready)
    return JSON.stringify(await visit.page.evaluate(() => window.peer?.made()))
  } finally {
    await visit.close()
  }
}
