'use client'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { preparationMessages } from '#lib/i18n/preparation.ts'

/** What each partner wrote as its own definition of the opgave; each becomes a proposal by one press. */
export function SideBySide() {
  const t = useMessages(preparationMessages)
  const view = useSessionView()
  const actions = useBoardActions()
  const proposals = useBoard().proposals.filter(each => each.deletedAt === null)
  const mayPropose = useCan()({ type: 'writeProposal' }) === null
  const laid = view?.preparation?.laid ?? []
  if (!view || laid.length === 0) return null
  const there = new Set(proposals.map(({ text }) => text.trim()))
  const order = (proposals.at(-1)?.order ?? 0) + 1
  return (
    <section aria-labelledby="side-by-side" className="flex flex-col gap-3">
      <h2 id="side-by-side" className="text-xl font-bold">
        {t.sideBySide}
      </h2>
      {!mayPropose && !view.board && <p className="text-muted">{t.proposeLater}</p>}
      <ul className="grid items-start gap-3 sm:grid-cols-2">
        {laid.map(({ partner, text }) => {
          const name = view.partners.find(({ id }) => id === partner)?.name ?? ''
          return (
            <li key={partner} className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4">
              <h3 className="font-bold break-words">{name}</h3>
              <p className="font-serif text-lg break-words whitespace-pre-wrap">{text}</p>
              {mayPropose &&
                (there.has(text) ? (
                  <p className="text-sm font-semibold text-muted">✓ {t.proposed}</p>
                ) : (
                  <Button className="self-start" onClick={() => actions?.addProposal({ text, order })}>
                    {t.propose}
                    <span className="sr-only">: {name}</span>
                  </Button>
                ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
