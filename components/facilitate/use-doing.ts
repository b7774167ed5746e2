'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
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
  const pressed = useRef<Element | null>(null)
  useEffect(() => {
    if (!busy) giveBack(pressed.current)
  }, [busy])
  const send = useCallback(
    async (what: Command) => {
      pressed.current = document.activeElement
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

/** What was pressed was disabled meanwhile, and so lost the focus: it has it again, unless somebody went elsewhere. */
function giveBack(pressed: Element | null): void {
  const lost = document.activeElement === null || document.activeElement === document.body
  if (lost && pressed instanceof HTMLElement && pressed.isConnected) pressed.focus({ preventScroll: true })
}
