'use client'
import { useCallback, useEffect, useState } from 'react'
import { useSession } from './session.tsx'
import { dropUnsent, onUnsent, readUnsent, type Unsent } from './unsent.ts'

/** The texts of this session that were typed on this device and never taken by the server. */
export function useUnsent(): { texts: Unsent[]; drop: (id: string) => void } {
  const session = useSession()
  const [texts, setTexts] = useState<Unsent[]>([])
  useEffect(() => {
    const read = () => setTexts(readUnsent(session))
    read()
    return onUnsent(read)
  }, [session])
  return { texts, drop: useCallback(id => dropUnsent(session, id), [session]) }
}
