'use client'
import { useEffect, useState } from 'react'
import type { Result } from '#lib/result.ts'
import { type Failure, get } from './api.ts'
import { useSession } from './session.tsx'

/** What the session keeps under a hash, which never changes: null while it is on its way, or nothing is asked (`hash` null). */
export function useSnapshot<T>(hash: string | null): Result<T, Failure> | null {
  const session = useSession()
  const [answer, setAnswer] = useState<{ hash: string; result: Result<T, Failure> } | null>(null)
  useEffect(() => {
    if (hash === null) return
    let here = true
    const path = `/api/sessions/${encodeURIComponent(session)}/snapshots/${hash}`
    void get<T>(path).then(result => here && setAnswer({ hash, result }))
    return () => {
      here = false
    }
  }, [session, hash])
  return answer !== null && answer.hash === hash ? answer.result : null
}
