'use client'
import { useState } from 'react'
import { HANDED_AT_ONCE_MAX, HANDED_TEXT_MAX } from '#lib/domain/handed-text.ts'
import type { Failure } from './api.ts'
import { useCommand } from './session.tsx'
import type { Unsent } from './tray.ts'
import { useTray } from './use-unsent.ts'

/**
 * A text that is too long for it can only be copied; and one of a private desk, for what is handed over tells whose it is, which
 * may be what was promised not to.
 */
export const mayHandOver = ({ text, document }: Unsent): boolean =>
  text.length <= HANDED_TEXT_MAX && !document.startsWith('desk/')

/**
 * Gives texts of the tray to the facilitator; what arrived leaves the tray. A text that two tabs give, or that is given again after
 * its answer was lost, arrives once: it goes by its id.
 */
export function useHandOver(): {
  hand: (texts: readonly Unsent[]) => void
  busy: boolean
  /** How many arrived, until that was read. */
  handed: number
  failure: Failure['code'] | null
  /** The person has read how many arrived. */
  understood: () => void
} {
  const command = useCommand()
  const { drop } = useTray()
  const [busy, setBusy] = useState(false)
  const [handed, setHanded] = useState(0)
  const [failure, setFailure] = useState<Failure['code'] | null>(null)
  const hand = async (texts: readonly Unsent[]) => {
    setBusy(true)
    setFailure(null)
    for (let from = 0; from < texts.length; from += HANDED_AT_ONCE_MAX) {
      const some = texts.slice(from, from + HANDED_AT_ONCE_MAX)
      const given = some.map(({ id, text, at }) => ({ id, text, writtenAt: at }))
      const answer = await command({ type: 'handOver', texts: given })
      if (!answer.ok) {
        setFailure(answer.refusal.code)
        break
      }
      drop(some.map(({ id }) => id))
      setHanded(now => now + some.length)
    }
    setBusy(false)
  }
  return { hand: texts => void hand(texts), busy, handed, failure, understood: () => setHanded(0) }
}
