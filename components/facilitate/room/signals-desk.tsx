'use client'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { leadProgrammeMessages } from '#lib/i18n/lead-programme.ts'
import { programmeMessages } from '#lib/i18n/programme.ts'
import { useDoing } from '../use-doing.ts'

/** How many are done with the step, and who would like to speak, the first first. */
export function SignalsDesk() {
  const t = useMessages(leadProgrammeMessages)
  const programme = useMessages(programmeMessages)
  const view = useSessionView()
  const { busy, send } = useDoing()
  if (!view) return null
  const { ready, hands } = view.signals
  const up = (hands ?? []).flatMap(id => view.roster.find(each => each.id === id && !each.removed) ?? [])
  return (
    <>
      <p aria-live="polite" className="font-semibold">
        {programme.readyCount(ready.people, ready.partners)}
      </p>
      {up.length > 0 && (
        <div>
          <h3 className="mb-1 font-bold">✋ {t.hands}</h3>
          <ol className="flex flex-col">
            {up.map(({ id, name }) => (
              <li key={id} className="flex items-center justify-between gap-3">
                {name}
                <Button
                  variant="quiet"
                  disabled={busy}
                  onClick={() => void send({ type: 'lowerHand', participant: id })}
                >
                  {t.spoken}
                  <span className="sr-only">: {name}</span>
                </Button>
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  )
}
