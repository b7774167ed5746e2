'use client'
import { useMessages } from '#components/ui/language.tsx'
import type { Block } from '#lib/domain/statement.ts'
import { statementDifference } from '#lib/domain/statement-difference.ts'
import { editionMessages } from '#lib/i18n/edition.ts'
import { DifferentSections } from './different-sections.tsx'

/** What became of one text in another, by section and passage. */
export default function Differences({
  former,
  body,
  language,
}: {
  former: Block[]
  body: Block[]
  language: string
}) {
  const t = useMessages(editionMessages)
  const sections = statementDifference(former, body)
  const differ = sections.filter(({ kind }) => kind !== 'same').length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
    <div role="document" tabIndex={0} className="flex max-w-[68ch] flex-col gap-4">
      <p role="status">{differ === 0 ? t.none : t.count(differ, sections.length)}</p>
      {differ > 0 && <p className="text-muted">{t.differencesLead}</p>}
      <DifferentSections sections={sections} language={language} />
    </div>
  )
}
