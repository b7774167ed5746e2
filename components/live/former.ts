'use client'
import { useCallback, useEffect, useState } from 'react'
import type { FormerAnswer } from '#lib/protocol/requests.ts'
import type { Result } from '#lib/result.ts'
import { type Failure, get } from './api.ts'
import { useSession } from './session.tsx'

/** The statement of the edition before, which never changes: `answer` null while it is on its way. `again` asks once more. */
export function useFormer(): { answer: Result<FormerAnswer, Failure> | null; again: () => void } {
  const session = useSession()
  const [answer, setAnswer] = useState<Result<FormerAnswer, Failure> | null>(null)
  const again = useCallback(() => {
    setAnswer(null)
    void get<FormerAnswer>(`/api/sessions/${encodeURIComponent(session)}/former`).then(setAnswer)
  }, [session])
  useEffect(again, [again])
  return { answer, again }
}
