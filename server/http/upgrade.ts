import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { parse } from 'hono/utils/cookie'
import { WebSocketServer } from 'ws'
import { documentKey, documentPath } from '#lib/documents/names.ts'
import { idSchema } from '#lib/domain/id.ts'
import { participantOf } from '#server/session/identity.ts'
import { FRAME_MAX } from '#server/sync/connection.ts'
import type { Rooms } from '#server/sync/rooms-ports.ts'
import { isOurs } from './origin.ts'
import { bearerIn, cookieName } from './request.ts'

export type UpgradePorts = { rooms: Pick<Rooms, 'connect'>; key: string; publicUrl: string | null }

const statusText = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' } as const

function refuse(socket: Duplex, status: keyof typeof statusText): void {
  socket.end(`HTTP/1.1 ${status} ${statusText[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/**
 * Takes sockets on `/sync/<session>/<document>` from who has this session's cookie or token. A browser sends cookies along
 * from every site, so a page of somebody else's is refused by its Origin; a program, which names none, must show a token.
 */
export function createUpgrade({ rooms, key, publicUrl }: UpgradePorts) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_MAX, perMessageDeflate: false })
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    const url = new URL(request.url ?? '/', 'http://socket')
    const [, , session = '', ...rest] = url.pathname.split('/')
    const path = documentPath(rest.join('/'))
    if (!path || !idSchema.safeParse(session).success) return refuse(socket, 404)
    const { origin, host, authorization } = request.headers
    if (origin !== undefined && !isOurs(origin, host, publicUrl)) return refuse(socket, 403)
    const shown = url.searchParams.get('token') ?? bearerIn(authorization)
    const cookie = origin === undefined ? undefined : parse(request.headers.cookie ?? '')[cookieName(session)]
    const participant = participantOf(key, session, shown ?? cookie ?? '')
    if (participant === null) return refuse(socket, 401)
    // A page tells whose edits it carries: the cookie may have become another person's since it was opened.
    if ((url.searchParams.get('as') ?? participant) !== participant) return refuse(socket, 403)
    sockets.handleUpgrade(request, socket, head, open => {
      const name = { session, document: documentKey(path, participant) }
      void rooms.connect({ socket: open, wire: socket }, participant, name)
    })
  }
}
