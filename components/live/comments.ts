'use client'
import { useEffect, useState } from 'react'
import type { Comment } from '#lib/domain/comment.ts'
import { get } from './api.ts'
import { useSession, useSessionView } from './session.tsx'

const none: readonly Comment[] = []

/** All comments on the draft, asked for anew whenever the view says that there is something new. */
export function useComments(): readonly Comment[] {
  const session = useSession()
  const changes = useSessionView()?.comments ?? 0
  const [comments, setComments] = useState(none)
  useEffect(() => {
    if (changes === 0) return setComments(none)
    let here = true
    void get<Comment[]>(`/api/sessions/${encodeURIComponent(session)}/comments`).then(answer => {
      if (here && answer.ok) setComments(answer.value)
    })
    return () => {
      here = false
    }
  }, [session, changes])
  return comments
}
