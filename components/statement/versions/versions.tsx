'use client'
import { useId, useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { versionMessages } from '#lib/i18n/versions.ts'
import { Compare } from './compare.tsx'
import { KeepVersion } from './keep-version.tsx'
import { VersionRow } from './version-row.tsx'

/** The versions of the draft that were kept, folded up: to read, to compare, and for who leads to keep and put back. */
export function Versions() {
  const t = useMessages(versionMessages)
  const view = useSessionView()
  const [open, setOpen] = useState(false)
  const id = useId()
  if (!view) return null
  const { drafts } = view
  const leads = view.me.role === 'facilitator'
  if (drafts.length === 0 && !leads) return null
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="flex max-w-4xl flex-col items-start gap-4 border-t border-line pt-6"
    >
      <h2 id={`${id}-title`} className="text-2xl font-bold">
        {t.title}
      </h2>
      {leads && <KeepVersion />}
      {drafts.length > 0 && (
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? t.hide : t.show(drafts.length)}
        </Button>
      )}
      <div id={id} hidden={!open} className="flex w-full flex-col gap-6">
        {open && (
          <>
            <p className="text-muted">{t.lead}</p>
            <ol className="flex flex-col divide-y divide-line border-y border-line">
              {drafts.toReversed().map(version => (
                <VersionRow key={version.hash} version={version} />
              ))}
            </ol>
            <Compare />
          </>
        )}
      </div>
    </section>
  )
}
