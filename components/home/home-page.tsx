'use client'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { forgetDraft } from '#components/ui/kept-draft.ts'
import { Page } from '#components/ui/page.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { CreateAnswer } from '#lib/protocol/requests.ts'
import { Created } from './created.tsx'
import { NEW_SESSION_DRAFT } from './draft.ts'
import { NewSessionForm } from './new-session-form.tsx'
import { Start } from './start.tsx'

/** The address says which of the three views is shown, so that the browser's way back works and a reload loses nothing. */
const NEW = '#kick-off'
const READY = '#klaar'

const CREATED_KEY = 'mozaiek-created'

function follow(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

function readCreated(): CreateAnswer | null {
  try {
    return JSON.parse(sessionStorage.getItem(CREATED_KEY) ?? 'null') as CreateAnswer | null
  } catch {
    return null
  }
}

/** Where one starts: join, begin a kick-off, or look at the example. */
export function HomePage({ names }: { names: Record<Bouwsteen, string> }) {
  const hash = useSyncExternalStore(
    follow,
    () => location.hash,
    () => '',
  )
  const [created, setCreated] = useState<CreateAnswer | null>(null)
  const shown = hash === READY ? (created ?? readCreated()) : null
  const view = shown ? READY : hash === NEW ? NEW : ''
  const here = useRef<HTMLDivElement>(null)
  const before = useRef(view)
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    // Another view is another page to who can't see it change.
    here.current?.querySelector<HTMLElement>('h1')?.focus()
    scrollTo(0, 0)
  }, [view])
  const ready = (answer: CreateAnswer) => {
    // Kept for this tab alone: the facilitator's link is shown once, and a reload must not lose it.
    sessionStorage.setItem(CREATED_KEY, JSON.stringify(answer))
    forgetDraft(NEW_SESSION_DRAFT)
    setCreated(answer)
    location.hash = READY
  }
  return (
    <Page title={null} wide>
      <div ref={here}>
        {shown && <Created created={shown} another={NEW} />}
        {view === NEW && <NewSessionForm onCreated={ready} />}
        {view === '' && <Start names={names} begin={NEW} />}
      </div>
    </Page>
  )
}
