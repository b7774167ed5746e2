'use client'
import { useState } from 'react'
import { useTray } from '#components/live/use-unsent.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { sessionMessages } from '#lib/i18n/session.ts'

/** What this person typed and the server never took: nothing typed is lost. */
export function UnsentTray() {
  const t = useMessages(sessionMessages)
  const { texts, drop } = useTray()
  const [copied, setCopied] = useState<string | null>(null)
  if (texts.length === 0) return null
  const copy = async (id: string, text: string) => {
    await navigator.clipboard?.writeText(text).then(() => setCopied(id))
  }
  return (
    <section aria-labelledby="unsent" className="border-b border-line bg-surface p-3 sm:px-4">
      <h2 id="unsent" className="font-bold">
        {t.unsentTitle(texts.length)}
      </h2>
      <p className="mb-2 text-sm text-muted">{t.unsentText}</p>
      <ul className="flex flex-col gap-2">
        {texts.map(({ id, text }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-paper p-2"
          >
            <p className="min-w-48 grow select-all whitespace-pre-wrap break-words">{text}</p>
            <Button onClick={() => void copy(id, text)}>{copied === id ? t.copied : t.copy}</Button>
            <Button variant="quiet" onClick={() => drop([id])}>
              {t.discard}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
