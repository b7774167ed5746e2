'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand } from '#components/live/session.tsx'
import type { Choice } from '#lib/domain/ballot.ts'

/** Casts a vote in one ballot. `error` is the sentence to show, `saved` whether the last vote was taken. */
export function useCastVote(ballot: string) {
  const command = useCommand()
  const refusalText = useRefusalText()
  const [state, setState] = useState<{ busy: boolean; saved: boolean; error: string | null }>({
    busy: false,
    saved: false,
    error: null,
  })
  const cast = async (choice: Choice) => {
    setState({ busy: true, saved: false, error: null })
    const answer = await command({ type: 'castVote', ballot, choice })
    setState({
      busy: false,
      saved: answer.ok,
      error: answer.ok ? null : refusalText(answer.refusal.code),
    })
  }
  const fail = (error: string) => setState({ busy: false, saved: false, error })
  return { ...state, cast, fail }
}
