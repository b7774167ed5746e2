'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { statementMessages } from '#lib/i18n/statement.ts'

/** Where the caret stands: the section, the roots of the passage; and the words of the whole text. */
export type Place = { section: string; roots: string; words: number }

/** What belongs in the section that one writes in, and where the passage at the caret comes from: beside the text. */
export function SectionHelp({ place, top }: { place: Place; top: number }) {
  const title = useSectionTitle(place.section)
  const t = useMessages(statementMessages)
  return (
    <aside
      aria-label={t.help}
      style={{ top }}
      className="sticky hidden flex-col gap-3 self-start rounded-xl bg-surface p-4 text-sm xl:flex"
    >
      <h2 className="text-base font-bold">{title ?? t.help}</h2>
      <Guidance place={place} />
    </aside>
  )
}

/** The same where there is no room beside the text: one line that opens. */
export function SectionHelpLine({ place }: { place: Place }) {
  const title = useSectionTitle(place.section)
  const t = useMessages(statementMessages)
  return (
    <details className="border-t border-line px-1 text-sm xl:hidden">
      <summary className="min-h-11 content-center">
        {title && <b>{title}: </b>}
        {t.helpShow}
      </summary>
      <div className="flex max-h-[30dvh] flex-col gap-2 overflow-y-auto pb-3">
        <Guidance place={place} />
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
  const kinds = place.roots === '' ? [] : place.roots.split(' ').map(root => root.slice(0, root.indexOf(':')))
  const counted = (kind: string, text: (n: number) => string) => {
    const n = kinds.filter(each => each === kind).length
    return n > 0 ? [text(n)] : []
  }
  const from = [
    ...counted('ballot', t.rootBallots),
    ...counted('line', t.rootLines),
    ...counted('note', t.rootNotes),
  ]
  return (
    <>
      <p>{about?.guidance[language] ?? t.helpEmpty}</p>
      {from.length > 0 && (
        <p className="border-l-4 border-(--accent-opgave) pl-3">
          <b>{t.roots}: </b>
          {from.join(', ')}
        </p>
      )}
      <p className="text-muted">{t.length(place.words, statementTemplate.maxWordsTotal)}</p>
    </>
  )
}
