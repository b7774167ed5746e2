import { type RefusalCode, refusals } from '#lib/protocol/refusals.ts'

/** A problem response (RFC 9457). `code` is stable, for programs; `detail` names the field that was wrong, if any. */
export function problem(code: RefusalCode, detail?: string): Response {
  const { status } = refusals[code]
  const body = {
    type: `urn:mozaiekbord:refusal:${code}`,
    title: code,
    status,
    code,
    ...(detail ? { detail } : {}),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
