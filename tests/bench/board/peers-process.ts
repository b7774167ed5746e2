/** A process of its own: serves the peers' pages and has the crowd act on them, bundled as often as our server shows what moves. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { Crowd, type Deed } from './crowd.ts'
import type { Order, PeersTask } from './processes.ts'
import { type Scene, sceneOf } from './scene.ts'

const task = JSON.parse(process.argv[2] ?? '') as PeersTask
const scene = sceneOf(task.notes)
const FRAME_MS = 25
const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
/** What pages made of the scene, kept to be loaded as a saved document. */
const saved = new Map<string, string>([['/scene.json', JSON.stringify(scene)]])

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname))
  const file = join(task.built, path.endsWith('/') ? `${path}index.html` : path)
  try {
    const body = saved.get(path) ?? readFileSync(file)
    response.setHeader('content-type', kinds[extname(file)] ?? 'application/octet-stream').end(body)
  } catch {
    response.writeHead(404).end()
  }
})
const sockets = new Set<WebSocket>()
new WebSocketServer({ server, path: '/crowd' }).on('connection', socket => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('error', () => {})
})

/** A deed in units of the world, with where the note under the pointer goes. */
function placed(deed: Deed, { width, height, note }: Scene): object {
  if (deed.kind === 'type') return deed
  const [x, y] = [deed.x * width, deed.y * height]
  return { ...deed, x: x + note / 2, y: y + note / 2, noteX: x, noteY: y }
}

let crowd: Crowd | null = null
let since = 0
setInterval(() => {
  if (!crowd || sockets.size === 0) return
  const deeds = crowd.until(performance.now() - since)
  if (deeds.length === 0) return
  const frame = JSON.stringify(deeds.map(deed => placed(deed, scene)))
  for (const socket of sockets) socket.send(frame)
}, FRAME_MS)

process.on('message', (order: Order) => {
  if (order.type === 'save') saved.set(order.path, order.body)
  if (order.type === 'rest') crowd = null
  if (order.type === 'act') {
    crowd = new Crowd(scene)
    since = performance.now()
  }
  process.send?.('done')
})
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.send?.({ port: (server.address() as AddressInfo).port })
