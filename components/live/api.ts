'use client'
import { useMessages } from '#components/ui/language.tsx'
import { refusalMessages } from '#lib/i18n/refusals.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { ok, type Result, refused } from '#lib/result.ts'

export type Failure = { code: RefusalCode | 'offline'; detail?: string }

async function ask<T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<unknown> = response => response.json(),
): Promise<Result<T, Failure>> {
  try {
    const response = await fetch(path, { ...init, credentials: 'same-origin' })
    if (response.ok) return ok((await read(response)) as T)
    const body = await response.json()
    return refused({ code: body.code ?? 'internal', ...(body.detail ? { detail: body.detail } : {}) })
  } catch {
    return refused({ code: 'offline' })
  }
}

/** How long an answer may take, in ms: a network that is nearly gone leaves questions open for minutes. */
const PATIENCE = 15_000

/** Asks the API for something. Never throws: no connection, or none worth the name, is the refusal `offline`. */
export const get = <T>(path: string): Promise<Result<T, Failure>> =>
  ask<T>(path, { method: 'GET', signal: AbortSignal.timeout(PATIENCE) })

/** The same for a plain text. */
export const getText = (path: string): Promise<Result<string, Failure>> =>
  ask<string>(path, { method: 'GET', signal: AbortSignal.timeout(PATIENCE) }, response => response.text())

/** Sends JSON, a form, or a file's bytes as they are. */
export function post<T>(path: string, body: unknown): Promise<Result<T, Failure>> {
  if (body instanceof Blob || body instanceof FormData) return ask<T>(path, { method: 'POST', body })
  const headers = { 'content-type': 'application/json' }
  return ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** The sentence that tells a person what a refusal means. */
export function useRefusalText(): (code: RefusalCode | 'offline') => string {
  const t = useMessages(refusalMessages)
  return code => t[code]
}
