'use client'
import { useMessages } from '#components/ui/language.tsx'
import type { Definition } from '#lib/domain/preparation.ts'
import { preparationMessages } from '#lib/i18n/preparation.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** What each partner wrote as its own definition of the opgave, side by side. */
export function DefinitionsPicture({ view, laid }: { view: SessionView; laid: readonly Definition[] }) {
  const t = useMessages(preparationMessages)
  const columns = laid.length > 8 ? 3 : laid.length > 1 ? 2 : 1
  return (
    <>
      <h2 className="pb-3 text-3xl font-bold">{t.sideBySide}</h2>
      <ul
        className="grid min-h-0 grow content-start gap-4 overflow-hidden"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {laid.map(({ partner, text }) => (
          <li key={partner} className="overflow-hidden rounded-xl bg-surface p-4">
            <p className="text-xl font-bold">{view.partners.find(({ id }) => id === partner)?.name}</p>
            <p
              className={`line-clamp-6 font-serif ${laid.length > 6 ? 'text-2xl' : 'text-3xl leading-snug'}`}
            >
              {text}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
