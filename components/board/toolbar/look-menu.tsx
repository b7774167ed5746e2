'use client'
import { Keyboard, Palette } from 'lucide-react'
import { useId } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { viewMessages } from '#lib/i18n/views.ts'
import { useReadOut } from '../announcer/announcer.tsx'
import { BinButton } from '../bin/bin-button.tsx'
import { colourings, marksOf, paperAt } from '../note/colours.ts'
import { PartnerMark } from '../note/partner-mark.tsx'
import { useColouring } from '../note/use-papers.ts'
import { useWide } from '../use-wide.ts'

const labels = { bouwsteen: 'byBouwsteen', partner: 'byPartner', author: 'byAuthor' } as const

/** How one looks at the board, on this device: what colours tell, whether what others do is read out, which keys there are. */
export function LookMenu({ onBin, onKeys }: { onBin: () => void; onKeys: () => void }) {
  const t = useMessages(viewMessages)
  const [by, setBy] = useColouring()
  const [readOut, setReadOut] = useReadOut()
  const id = useId()
  const wide = useWide()
  return (
    <Disclosure label={t.look} face={<Palette aria-hidden="true" size={18} />}>
      {close => (
        <div className="flex flex-col gap-4">
          {!wide && (
            <BinButton
              inMenu
              onOpen={() => {
                close()
                onBin()
              }}
            />
          )}
          <fieldset>
            <legend className="font-semibold">{t.colours}</legend>
            {colourings.map(each => (
              <label key={each} className="flex min-h-11 items-center gap-3">
                <input
                  type="radio"
                  name={id}
                  checked={each === by}
                  onChange={() => setBy(each)}
                  className="size-5 accent-(--primary)"
                />
                {t[labels[each]]}
              </label>
            ))}
          </fieldset>
          <Partners />
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              checked={readOut}
              aria-describedby={`${id}-hint`}
              onChange={event => setReadOut(event.target.checked)}
              className="size-5 shrink-0 accent-(--primary)"
            />
            <span>
              {t.readOut}
              <span id={`${id}-hint`} className="block text-sm text-muted">
                {t.readOutHint}
              </span>
            </span>
          </label>
          <button
            type="button"
            onClick={() => {
              close()
              onKeys()
            }}
            className="-mx-2 flex min-h-11 items-center gap-2 rounded-lg px-2 text-left font-semibold hover:bg-surface"
          >
            <Keyboard aria-hidden="true" size={18} />
            {t.keys}
          </button>
        </div>
      )}
    </Disclosure>
  )
}

/** Which letters and which colour stand for which partner. */
function Partners() {
  const t = useMessages(viewMessages)
  const partners = useSessionView()?.partners ?? []
  const [by] = useColouring()
  if (partners.length === 0) return null
  const letters = marksOf(partners.map(({ name }) => name))
  return (
    <details open={by === 'partner'}>
      <summary className="min-h-11 content-center font-semibold">{t.partners}</summary>
      <ul className="flex flex-col gap-1.5">
        {partners.map(({ id, name }, index) => (
          <li key={id} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className="size-5 shrink-0 rounded-xs shadow-note"
              style={{ background: paperAt(index).note }}
            />
            <PartnerMark mark={{ letters: letters[index] ?? '', colour: paperAt(index).mark }} />
            {name}
          </li>
        ))}
      </ul>
    </details>
  )
}
