'use client'
import { Check, Link2 } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#components/live/session.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { useMessages } from '#components/ui/language.tsx'
import { viewMessages } from '#lib/i18n/views.ts'
import type { Place } from './place.ts'
import { linkTo } from './use-address.ts'

/** Copies a link that leads to this place on the board. */
export function CopyLink({ place, label }: { place: Place; label: string }) {
  const t = useMessages(viewMessages)
  const session = useSession()
  const [done, setDone] = useState(false)
  const Icon = done ? Check : Link2
  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={done ? t.linkCopied : label}
        onClick={() => void copyText(linkTo(session, place)).then(setDone)}
        onBlur={() => setDone(false)}
        className="flex size-[44px] shrink-0 items-center justify-center rounded-lg hover:bg-black/10"
      >
        <Icon aria-hidden="true" size={18} />
      </button>
      <span role="status" className="sr-only">
        {done ? t.linkCopied : ''}
      </span>
    </>
  )
}
