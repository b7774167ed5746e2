'use client'
import { useRef } from 'react'
import { type Failure, post } from '#components/live/api.ts'
import { newSecret } from '#components/live/new-secret.ts'
import { useCommand, useSession } from '#components/live/session.tsx'
import { sha256Hex } from '#lib/domain/canonical.ts'
import type { Command, CommandAnswer } from '#lib/protocol/commands.ts'
import { ok, type Result } from '#lib/result.ts'

export type Edition = Omit<Extract<Command, { type: 'beginEdition' }>, 'type' | 'secretHash'>
export type Opened = { session: string; link: string }

/**
 * Begins the edition and takes its lead on this device. The secret is made here, one for all tries: when an answer was lost, asking again
 * is as good. Refused with `wrong-secret` when it was begun before and something was done in it since.
 */
export function useBeginEdition(): (edition: Edition) => Promise<Result<Opened, Failure>> {
  const command = useCommand()
  const former = useSession()
  const secret = useRef<string | null>(null)
  return async edition => {
    secret.current ??= newSecret()
    const asked = { type: 'beginEdition', ...edition, secretHash: sha256Hex(secret.current) } as const
    const answer: Result<CommandAnswer, Failure> = await command(asked)
    if (!answer.ok) return answer
    const session = answer.value.id ?? former
    const lead = await post(`/api/sessions/${encodeURIComponent(session)}/lead`, { secret: secret.current })
    if (!lead.ok) return lead
    return ok({ session, link: `${location.origin}/${session}/facilitate#${secret.current}` })
  }
}
