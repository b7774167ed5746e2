'use client'
import { useEffect, useState } from 'react'
import type { Failure } from './api.ts'

/** `seconds` it has taken so far. */
export type Download =
  | { state: 'none' }
  | { state: 'making'; seconds: number }
  | { state: 'made' }
  | { state: 'failed'; code: Failure['code'] }

/** Asks the server for a file that it has to make first, and puts it among the downloads. However long that takes, one may go on. */
export function useDownload(path: string): { download: Download; start: () => void } {
  const [download, setDownload] = useState<Download>({ state: 'none' })
  const making = download.state === 'making'
  useEffect(() => {
    if (!making) return
    const timer = setInterval(
      () => setDownload(now => (now.state === 'making' ? { ...now, seconds: now.seconds + 1 } : now)),
      1000,
    )
    return () => clearInterval(timer)
  }, [making])
  const start = () => {
    if (making) return
    setDownload({ state: 'making', seconds: 0 })
    void fetched(path).then(setDownload)
  }
  return { download, start }
}

async function fetched(path: string): Promise<Download> {
  try {
    const response = await fetch(path, { credentials: 'same-origin' })
    if (!response.ok) return { state: 'failed', code: (await response.json()).code ?? 'internal' }
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    keep(await response.blob(), name ?? '')
    return { state: 'made' }
  } catch {
    return { state: 'failed', code: 'offline' }
  }
}

/** How long the browser may take to begin keeping a file, in ms, before its bytes are let go of. */
const KEPT_AFTER = 60_000

function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_AFTER)
}
