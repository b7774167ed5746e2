import type { IncomingMessage } from 'node:http'
import type { RefusalCode } from '#lib/protocol/refusals.ts'

/**
 * Why a request is not looked at any further; null when it is. No browser sends such: a target that names a host, or that readers could take for
 * one. `page`: pages are only ever read, so that nothing which is sent to one reaches what draws it.
 */
export function oddRequest(
  { url = '', method = 'GET' }: Pick<IncomingMessage, 'url' | 'method'>,
  page: boolean,
): RefusalCode | null {
  if (!/^\/(?![/\\])/.test(url)) return 'invalid-request'
  return page && method !== 'GET' && method !== 'HEAD' ? 'not-found' : null
}
