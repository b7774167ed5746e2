import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Only scripts that carry this answer's nonce run, and nothing is asked of another host. Hot reload needs eval and sockets. */
function contentPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Sets the headers of every answer. Next reads the nonce from the request's policy, so that is set as well. */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { dev, publicUrl }: { dev: boolean; publicUrl: string | null },
): void {
  const policy = contentPolicy(randomBytes(16).toString('base64'), dev)
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  // Links are secrets: no other page may learn where a reader came from.
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  // Who came over https once is not led over http any more.
  if (publicUrl?.startsWith('https:')) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
}
