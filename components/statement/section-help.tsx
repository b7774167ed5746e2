'use client'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { rootsMessages } from '#lib/i18n/roots.ts'
import { statementMessages } from '#lib/i18n/statement.ts'
import { RootsList, useRootsCount } from './roots/roots-list.tsx'

/** Where the caret stands: the section, the roots of the passage (null: in none); and the words of the whole text. */
export type Place = { section: string; roots: string | null; words: number }

/** What belongs in the section that one writes in, where the passage at the caret comes from, and more help: beside the text. */
export function SectionHelp({ place, top, children }: { place: Place; top: number; children: ReactNode }) {
  const title = useSectionTitle(place.section)
  const t = useMessages(statementMessages)
  return (
    <aside
      aria-label={t.help}
      style={{ top, maxHeight: `calc(100dvh - ${top + 16}px)` }}
      className="sticky hidden flex-col gap-3 self-start overflow-y-auto rounded-xl bg-surface p-4 text-sm xl:flex"
    >
      <h2 className="text-base font-bold">{title ?? t.help}</h2>
      <Guidance place={place} />
      <Roots roots={place.roots} />
      {children}
    </aside>
  )
}

/** The same where there is no room beside the text: one line that opens. */
export function SectionHelpLine({ place, children }: { place: Place; children: ReactNode }) {
  const title = useSectionTitle(place.section)
  const t = useMessages(statementMessages)
  const counted = useRootsCount()
  return (
    <details className="border-t border-line px-1 text-sm xl:hidden">
      <summary className="min-h-11 content-center">
        {title && <b>{title}: </b>}
        {place.roots === null ? t.helpShow : counted(place.roots)}
      </summary>
      <div className="flex max-h-[40dvh] flex-col gap-3 overflow-y-auto pb-3">
        <Roots roots={place.roots} />
        <Guidance place={place} />
        {children}
      </div>
    </details>
  )
}

function useSectionTitle(section: string): string | undefined {
  const language = useLanguage()
  return statementTemplate.sections.find(({ id }) => id === section)?.title[language]
}

function Guidance({ place }: { place: Place }) {
  const t = useMessages(statementMessages)
  const language = useLanguage()
  const about = statementTemplate.sections.find(({ id }) => id === place.section)
  return (
    <>
      <p>{about?.guidance[language] ?? t.helpEmpty}</p>
      <p className="text-muted">{t.length(place.words, statementTemplate.maxWordsTotal)}</p>
    </>
  )
}

function Roots({ roots }: { roots: string | null }) {
  const t = useMessages(rootsMessages)
  if (roots === null) return null
  return (
    <section aria-label={t.title} className="flex flex-col items-start gap-2">
      <h3 className="text-base font-bold">{t.title}</h3>
      <RootsList roots={roots} />
    </section>
  )
}
