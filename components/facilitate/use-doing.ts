'use client'
import { useCallback, useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand } from '#components/live/session.tsx'
import type { Command } from '#lib/protocol/commands.ts'

/** Sends a command at a click: whether one is under way, and what to tell when it was refused. */
export function useDoing(): {
  busy: boolean
  error: string | null
  send: (command: Command) => Promise<boolean>
} {
  const command = useCommand()
  const text = useRefusalText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = useCallback(
    async (what: Command) => {
      setBusy(true)
      const answer = await command(what)
      setBusy(false)
      setError(answer.ok ? null : text(answer.refusal.code))
      return answer.ok
    },
    [command, text],
  )
  return { busy, error, send }
}
