'use client'
import { Sprout } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { Block, Passage } from '#lib/domain/statement.ts'
import { rootsMessages } from '#lib/i18n/roots.ts'
import { StatementText } from '../statement-text.tsx'
import { RootsList, useRootsCount } from './roots-list.tsx'

/** A fixed text, of which one may ask where each passage comes from. */
export function RootedText({ blocks }: { blocks: readonly Block[] }) {
  const t = useMessages(rootsMessages)
  const language = useLanguage()
  const counted = useRootsCount()
  const [shown, setShown] = useState(false)
  const [roots, setRoots] = useState<string | null>(null)
  const under = (paragraph: Passage) => {
    if (paragraph.content.length === 0) return null
    const sign = <Sprout aria-hidden="true" size={14} />
    const look = 'inline-flex min-h-6 items-center gap-1.5 font-sans text-sm font-semibold'
    if (paragraph.roots === '')
      return (
        <span lang={language} className={`${look} text-muted`}>
          {t.none}
        </span>
      )
    return (
      <button
        type="button"
        lang={language}
        onClick={() => setRoots(paragraph.roots)}
        className={`${look} underline underline-offset-4`}
      >
        {sign}
        {counted(paragraph.roots)}
      </button>
    )
  }
  return (
    <>
      <Button lang={language} onClick={() => setShown(!shown)} className="mb-4">
        <Sprout aria-hidden="true" size={18} />
        {shown ? t.hide : t.show}
      </Button>
      <StatementText blocks={blocks} {...(shown && { under, onPassage: setRoots })} />
      <Dialog open={roots !== null} onClose={() => setRoots(null)} title={t.title}>
        {roots !== null && <RootsList roots={roots} />}
      </Dialog>
    </>
  )
}
