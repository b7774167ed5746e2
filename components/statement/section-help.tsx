'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { statementMessages } from '#lib/i18n/statement.ts'

/** What belongs in the section that one writes in, and where the passage at the caret comes from. */
export function SectionHelp({ section, roots }: { section: string; roots: string }) {
  const t = useMessages(statementMessages)
  const language = useLanguage()
  const about = statementTemplate.sections.find(({ id }) => id === section)
  const kinds = roots === '' ? [] : roots.split(' ').map(root => root.slice(0, root.indexOf(':')))
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
    <aside
      aria-label={t.help}
      className="flex flex-col gap-3 self-start rounded-xl bg-surface p-4 text-sm xl:sticky xl:top-28"
    >
      <h2 className="text-base font-bold">{about?.title[language] ?? t.help}</h2>
      <p>{about?.guidance[language] ?? t.helpEmpty}</p>
      {from.length > 0 && (
        <p className="border-l-4 border-(--accent-opgave) pl-3">
          <b>{t.roots}: </b>
          {from.join(', ')}
        </p>
      )}
    </aside>
  )
}
