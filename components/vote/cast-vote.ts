'use client'
import { useEffect, useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand } from '#components/live/session.tsx'
import type { Choice } from '#lib/domain/ballot.ts'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'

const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json)

/** Whose vote a form casts: `voter` for whom one stands in (null: oneself), `counted` their choice that counts now. */
export type Slot = { ballot: BallotView; voter: string | null; counted: Choice | null }

/**
 * A vote in a ballot. `choice` is what the form shows: the choice that counts, until one makes another one (`put`). `changed`:
 * it is not what counts, and was not sent. `error` is the sentence to show; it goes at the next change.
 */
export function useCastVote<T extends Choice>(slot: Slot, none: T) {
  const command = useCommand()
  const refusalText = useRefusalText()
  const { ballot, voter } = slot
  const counted = slot.counted?.method === none.method ? (slot.counted as T) : null
  const [draft, setDraft] = useState<T | null>(null)
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const arrived = draft !== null && counted !== null && same(draft, counted)
  // From here on the form follows what counts: of a partner's one vote a colleague may make another one.
  useEffect(() => {
    if (arrived) setDraft(null)
  }, [arrived])
  const put = (choice: T | null) => {
    setDraft(choice)
    setSent(false)
    setError(null)
  }
  const cast = async (choice: T) => {
    setBusy(true)
    setError(null)
    const whose = voter === null ? {} : { voter }
    const answer = await command({ type: 'castVote', ballot: ballot.id, choice, ...whose })
    setBusy(false)
    setSent(answer.ok)
    if (!answer.ok) setError(refusalText(answer.refusal.code))
  }
  const changed = draft !== null && !arrived && !sent
  return { choice: draft ?? counted ?? none, counted, changed, busy, error, put, cast, fail: setError }
}
