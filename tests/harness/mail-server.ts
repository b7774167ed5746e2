import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export type Received = { to: string; text: string }

/** As much of SMTP (RFC 5321) as takes in mail: keeps it, and refuses what is for an address that begins with "refused". */
export async function startMailServer() {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    const answer = (line: string) => socket.write(`${line}\r\n`)
    let to = ''
    let data: string | null = null
    let waiting = ''
    const hears = (line: string) => {
      if (data !== null) {
        if (line !== '.') data += `${line}\n`
        else {
          received.push({ to, text: decoded(data) })
          data = null
          answer('250 kept')
        }
        return
      }
      if (/^(EHLO|HELO)/i.test(line)) answer('250 mail.test')
      else if (/^RCPT TO:/i.test(line)) {
        to = /<([^>]*)>/.exec(line)?.[1] ?? ''
        answer(to.startsWith('refused') ? '550 nobody of that name' : '250 fine')
      } else if (/^DATA/i.test(line)) {
        data = ''
        answer('354 go on')
      } else if (/^QUIT/i.test(line)) {
        answer('221 bye')
        socket.end()
      } else answer('250 fine')
    }
    socket.on('data', bytes => {
      waiting += bytes.toString('utf8')
      const lines = waiting.split('\r\n')
      waiting = lines.pop() ?? ''
      for (const line of lines) hears(line)
    })
    answer('220 mail.test')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}

/** A message with its words as people read them: soft line ends and escaped bytes of quoted-printable (RFC 2045) put back. */
function decoded(message: string): string {
  if (!/^content-transfer-encoding: quoted-printable/im.test(message)) return message
  const bytes = message.replaceAll('=\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex) => `%${hex}`)
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, '%25'))
}
