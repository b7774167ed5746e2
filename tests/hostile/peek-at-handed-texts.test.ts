import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const SECRET = 'te laat voor het bord'
let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

test('[N9] no socket frame and no answer shows what was handed over to anybody but the facilitator', async () => {
  const { lead, join, session } = await publicSession(server.url)
  const [anna, bram] = [await join('Anna'), await join('Bram')]
  const listen = (token: string) => {
    const heard: string[] = []
    const address = `${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`
    const socket = new WebSocket(address, { origin: server.url })
    socket.on('message', data => heard.push(Buffer.from(data as Buffer).toString('latin1')))
    return { heard, close: () => socket.close() }
  }
  const seats = { lead: listen(lead.token), anna: listen(anna.token), bram: listen(bram.token) }
  const views = (heard: string[]) => heard.filter(each => each.includes('"type":"view"')).length
  await expect.poll(() => Object.values(seats).every(({ heard }) => views(heard) > 0)).toBe(true)
  const before = views(seats.bram.heard)
  const texts = [{ id: 'text-0000', text: SECRET, writtenAt: 1 }]
  await anna.command({ type: 'handOver', texts })

  await expect.poll(() => seats.lead.heard.some(each => each.includes(SECRET))).toBe(true)
  await expect.poll(() => views(seats.bram.heard)).toBeGreaterThan(before)
  for (const person of [anna, bram]) expect(JSON.stringify(await person.view())).not.toContain(SECRET)
  for (const { heard } of [seats.anna, seats.bram]) expect(heard.join('\n')).not.toContain(SECRET)
  for (const { close } of Object.values(seats)) close()
})
