'use client'
import { Users } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { useOthersHere } from '#components/live/use-here.ts'
import { Button } from '#components/ui/button.tsx'
import { useFoldUp } from '#components/ui/fold-up.ts'
import { useMessages } from '#components/ui/language.tsx'
import { can } from '#lib/domain/permissions.ts'
import { sessionMessages } from '#lib/i18n/session.ts'

const SharedDevice = dynamic(() => import('./shared-device.tsx').then(file => file.SharedDevice), {
  ssr: false,
})

const OwnDataDialog = dynamic(() => import('./own-data.tsx').then(file => file.OwnDataDialog), {
  ssr: false,
})

/** Who is here now; people and partners, for the partner is what counts in a network. */
export function People() {
  const t = useMessages(sessionMessages)
  const view = useSessionView()
  const others = useOthersHere()
  const [opened, setOpened] = useState<'shared device' | 'own data' | null>(null)
  const list = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const foldUp = (back: boolean) => {
    setOpen(false)
    // The focus comes back to what is still there.
    if (back) list.current?.querySelector('summary')?.focus()
  }
  useFoldUp(list, open, foldUp)
  if (!view) return null
  const partners = new Set([view.me, ...others].flatMap(({ partner }) => partner ?? []))
  const nameOf = (id: string | null) => view.partners.find(partner => partner.id === id)?.name ?? t.forSelf
  const openFrom = (what: 'shared device' | 'own data') => {
    return () => {
      foldUp(true)
      setOpened(what)
    }
  }
  const mayShare = can(view.me, { type: 'host' }, view.session.phase) === null
  return (
    <>
      <details
        ref={list}
        open={open}
        onToggle={event => setOpen(event.currentTarget.open)}
        className="sm:relative"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is pressed as a button is */}
        <summary
          // The browser itself tells a turn later that it is open: a key that comes first would find nothing to fold up.
          onClick={event => {
            event.preventDefault()
            setOpen(!open)
          }}
          className="flex min-h-11 min-w-11 items-center justify-center px-1 text-sm text-muted underline decoration-dotted underline-offset-4"
        >
          <span className="sr-only sm:not-sr-only">{t.here(others.length + 1, partners.size)}</span>
          <span aria-hidden="true" className="flex items-center gap-1 sm:hidden">
            <Users size={18} /> {others.length + 1}
          </span>
        </summary>
        <div className="absolute right-2 z-30 sm:right-0 max-h-[60dvh] w-72 max-w-[88vw] overflow-y-auto rounded-lg border border-line bg-paper p-4 shadow-note">
          <h2 className="mb-2 font-bold">{t.whoIsHere}</h2>
          <ul className="flex flex-col gap-2">
            <li>
              {view.me.name} ({t.you})
              <span className="block text-sm text-muted">{nameOf(view.me.partner)}</span>
            </li>
            {others.map(({ id, name, partner }) => (
              <li key={id}>
                {name}
                <span className="block text-sm text-muted">{nameOf(partner)}</span>
              </li>
            ))}
          </ul>
          {mayShare && (
            <Button className="mt-3 w-full" onClick={openFrom('shared device')}>
              {t.shareDevice}
            </Button>
          )}
          <Button variant="quiet" className="mt-3 w-full" onClick={openFrom('own data')}>
            {t.ownData}
          </Button>
        </div>
      </details>
      {opened === 'shared device' && <SharedDevice onClose={() => setOpened(null)} />}
      {opened === 'own data' && <OwnDataDialog onClose={() => setOpened(null)} />}
    </>
  )
}
