'use client'
import { FailurePage } from '#components/ui/failure.tsx'

export default function Failure({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailurePage reference={error.digest ?? null} onRetry={reset} />
}
