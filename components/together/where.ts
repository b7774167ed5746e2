import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Gathered } from '#lib/domain/leading.ts'
import { togetherMessages } from '#lib/i18n/together.ts'

/** Where people are called to, in a few words. */
export function useWhere(): (to: Pick<Gathered, 'view' | 'at'>) => string {
  const t = useMessages(togetherMessages)
  const language = useLanguage()
  return ({ view, at }) => {
    if (at === null) return t[view]
    if ('tile' in at) return bouwsteenContent[at.tile].name[language]
    return 'note' in at ? t.aNote : t.aLine
  }
}
