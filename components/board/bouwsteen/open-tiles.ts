import { useOpenTiles } from '#components/live/board.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { boardMessages } from '#lib/i18n/board.ts'

/** Why no new note lies here now: what the present step is about. Empty while it is about all. */
export function useElsewhere(): string {
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const open = useOpenTiles()
  if (open === null) return ''
  const names = new Intl.ListFormat(language).format(open.map(each => bouwsteenContent[each].name[language]))
  return t.elsewhere(names)
}
