import { X509Certificate } from 'node:crypto'
import type { Hono } from 'hono'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import type { Papers } from '#server/statement/papers.ts'
import { WorkshopBusy } from '#server/statement/workshop.ts'
import type { Store } from '#server/store/store.ts'
import { problem } from './problem.ts'
import { readBytes } from './request.ts'
import { readForm } from './sent-form.ts'

/** Largest file that is looked at, in bytes. */
export const FILE_MAX = 20 * 1024 * 1024
/** Largest certificate, in bytes. */
const CERTIFICATE_MAX = 64 * 1024
/** Files that are read at once: anybody may send one. */
const READINGS_MAX = 8
/** How long a file may take to come, in ms: the largest on a line of 1.3 Mbit/s. Who sends one slowly keeps others waiting. */
export const READING_MS = 120_000

/** POST /verify: anybody may ask what a file is. Nothing of it is kept. */
export function verifyRoute(
  app: Hono,
  { store, papers, readingMs = READING_MS }: { store: Store; papers: Papers; readingMs?: number | undefined },
): void {
  let readings = 0
  app.post('/verify', async context => {
    if (readings >= READINGS_MAX) return problem('too-busy')
    readings++
    const sent = await readBytes(context.req.raw, FILE_MAX, readingMs).finally(() => readings--)
    if (!sent.ok) return unread(sent.refusal)
    const asked = askedOf(sent.value, context.req.header('content-type') ?? '')
    if (asked === null) return problem('invalid-request')
    if (asked.given !== null && !isCertificate(asked.given)) return problem('no-certificate')
    try {
      const answer = await papers.verify(asked.file, asked.given)
      context.header('cache-control', 'no-store')
      return context.json(await withKnown(answer, store))
    } catch (error) {
      if (error instanceof WorkshopBusy) return problem('too-busy')
      throw error
    }
  })
}

/** The rest of what comes too slowly is not waited for. */
export function unread(refusal: 'too-large' | 'too-slow'): Response {
  const answer = problem(refusal)
  if (refusal === 'too-slow') answer.headers.set('connection', 'close')
  return answer
}

type Asked = { file: Uint8Array; given: Uint8Array | null }

/** The file, and the certificate by which it is to be judged if one came along; null when a form holds no file. */
function askedOf(bytes: Uint8Array, type: string): Asked | null {
  if (!type.startsWith('multipart/form-data')) return { file: bytes, given: null }
  const form = readForm(bytes, type)
  const [file, certificate] = [form?.get('file'), form?.get('certificate')]
  return file ? { file, given: certificate ? derOf(Buffer.from(certificate)) : null } : null
}

/** A certificate as it is, when it comes in PEM. */
function derOf(certificate: Buffer): Uint8Array {
  const inner = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(
    certificate.toString('latin1'),
  )
  return inner?.[1] ? Buffer.from(inner[1], 'base64') : certificate
}

function isCertificate(bytes: Uint8Array): boolean {
  if (bytes.length > CERTIFICATE_MAX) return false
  try {
    return new X509Certificate(bytes).raw.length > 0
  } catch {
    return false
  }
}

/** Adds whether the statement is still kept here. It says nothing about the file: a session may have been removed. */
async function withKnown(answer: VerifyAnswer, store: Store): Promise<VerifyAnswer> {
  if (!answer.statement || answer.verdict === 'not-ours') return answer
  const known = (await store.snapshotAnywhere(answer.statement.hash)) !== null
  return { ...answer, checks: [...answer.checks, { id: 'known-here', passed: known }] }
}
