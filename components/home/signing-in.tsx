'use client'
import { useCallback, useEffect, useState } from 'react'
import { get, post, useRefusalText } from '#components/live/api.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { homeMessages } from '#lib/i18n/home.ts'
import type { BeginningAnswer, LeaveAnswer } from '#lib/protocol/requests.ts'

/** How signing in may end, as the address says on the way back. */
const outcomes = [
  'sign-in-unreachable',
  'sign-in-denied',
  'sign-in-not-allowed',
  'sign-in-expired',
  'sign-in-strayed',
  'sign-in-failed',
] as const
type Outcome = (typeof outcomes)[number]

/**
 * Whether who begins a session signs in, and whether they did; null: they need not, or it isn't known yet. `failed`: how signing in went wrong
 * just now. `over`: tells that the server knows them no more.
 */
export function useSigningIn() {
  const [signIn, setSignIn] = useState<BeginningAnswer['signIn']>(null)
  const [failed, setFailed] = useState<Outcome | null>(null)
  const look = useCallback(async () => {
    const answer = await get<BeginningAnswer>('/api/beginning')
    if (answer.ok) setSignIn(answer.value.signIn)
  }, [])
  useEffect(() => {
    const said = new URLSearchParams(location.search).get('sign-in')
    setFailed(outcomes.find(each => each === said) ?? null)
    // Told once: a reload, or the address sent on, tells it no more.
    if (said !== null) history.replaceState(history.state, '', `${location.pathname}${location.hash}`)
    void look()
  }, [look])
  return { signIn, failed, over: () => void look() }
}

/** The way to the provider, and what went wrong there. */
export function SignIn({ name, failed }: { name: string; failed: Outcome | null }) {
  const t = useMessages(homeMessages)
  const refusalText = useRefusalText()
  return (
    <section aria-labelledby="sign-in" className="rounded-2xl border border-line bg-surface p-5 sm:p-6">
      <h2 id="sign-in" className="text-xl font-bold">
        {t.signInFirst}
      </h2>
      <p className="mt-2 max-w-[65ch]">{t.signInWhy}</p>
      {failed && (
        <div className="mt-4">
          <Notice kind="error" title={t.signInFailed}>
            {refusalText(failed)}
          </Notice>
        </div>
      )}
      <p className="mt-4">
        <ButtonLink href="/api/sign-in" variant="primary" className="min-h-14 px-7 text-lg">
          {t.signInAt(name)}
        </ButtonLink>
      </p>
      <p className="mt-3 max-w-[65ch] text-muted">{t.signInKept}</p>
    </section>
  )
}

/** Says that one is signed in, and ends it, here and where one did. */
export function SignedIn({ name }: { name: string }) {
  const t = useMessages(homeMessages)
  const leave = async () => {
    const answer = await post<LeaveAnswer>('/api/sign-in/leave', {})
    if (answer.ok) location.assign(answer.value.url ?? '/')
  }
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      {t.signedIn(name)}
      <Button variant="quiet" onClick={() => void leave()}>
        {t.signOut}
      </Button>
    </p>
  )
}
