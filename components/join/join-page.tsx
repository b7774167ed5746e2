'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, get, post } from '#components/live/api.ts'
import { useMessages } from '#components/ui/language.tsx'
import { Page } from '#components/ui/page.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { joinMessages } from '#lib/i18n/join.ts'
import type { LookAnswer } from '#lib/protocol/requests.ts'
import { boardAt } from './board-at.ts'
import { CodeForm } from './code-form.tsx'
import { RefusedEntry } from './refused-entry.tsx'
import { WhoForm } from './who-form.tsx'

type Step =
  | { at: 'code' }
  | { at: 'looking' }
  | { at: 'who'; look: LookAnswer }
  | { at: 'refused'; code: Failure['code'] }

/** What a code leads to. Who is known on this device is on the way to the board already: then null. */
async function stepFor(code: string, tile: Bouwsteen | null): Promise<Step | null> {
  const looked = await post<LookAnswer>('/api/join/look', { code })
  if (!looked.ok) return { at: 'refused', code: looked.refusal.code }
  const { id } = looked.value.session
  const known = await get<unknown>(`/api/sessions/${id}/view`)
  if (known.ok || known.refusal.code === 'waiting') {
    location.replace(boardAt(id, tile))
    return null
  }
  if (known.refusal.code === 'no-identity') return { at: 'who', look: looked.value }
  return { at: 'refused', code: known.refusal.code }
}

/**
 * Into a session: a code, then who one is. `given` is the code of the link or QR, or empty; `tile`: the bouwsteen that the card was for
 * from which it was scanned.
 */
export function JoinPage({ given, tile }: { given: string; tile: Bouwsteen | null }) {
  const [code, setCode] = useState(given)
  const [step, setStep] = useState<Step>({ at: given ? 'looking' : 'code' })
  const asked = useRef('')
  const open = useCallback(
    async (typed: string) => {
      asked.current = typed
      setStep({ at: 'looking' })
      const next = await stepFor(typed, tile)
      // Somebody may have typed another code meanwhile.
      if (next && asked.current === typed) setStep(next)
    },
    [tile],
  )
  useEffect(() => {
    if (given && asked.current !== given) void open(given)
  }, [given, open])
  const enter = (typed: string) => {
    setCode(typed)
    // A reload or a saved page finds the same session again.
    history.replaceState(null, '', `/join?code=${encodeURIComponent(typed)}`)
    void open(typed)
  }
  return (
    <Page title={null}>
      <div className="mx-auto max-w-xl">
        {step.at === 'code' && <CodeForm code={code} onEnter={enter} />}
        {step.at === 'looking' && <Looking />}
        {step.at === 'who' && (
          <WhoForm
            code={code}
            look={step.look}
            tile={tile}
            onRefused={reason => setStep({ at: 'refused', code: reason })}
          />
        )}
        {step.at === 'refused' && (
          <RefusedEntry
            code={code}
            reason={step.code}
            onEnter={enter}
            onOther={() => setStep({ at: 'code' })}
          />
        )}
      </div>
    </Page>
  )
}

/** The shape of what comes. */
function Looking() {
  const t = useMessages(joinMessages)
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-3xl font-bold">{t.title}</h1>
      <p role="status" className="text-muted">
        {t.looking}
      </p>
      <div aria-hidden="true" className="flex flex-col gap-4 motion-safe:animate-pulse">
        <div className="h-8 w-2/3 rounded bg-surface" />
        <div className="h-14 rounded-lg bg-surface" />
        <div className="h-14 rounded-lg bg-surface" />
      </div>
    </div>
  )
}
