'use client'
import type { KeyboardEvent } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'

/** Chooses another bouwsteen for some notes: by a tap, by arrows and Enter, or by its number. Where all of them lie is no choice. */
export function MoveDialog(props: {
  notes: readonly string[]
  open: boolean
  onChoose: (to: Bouwsteen) => void
  onClose: () => void
}) {
  const t = useMessages(listMessages)
  const { notes, open, onClose } = props
  return (
    <Dialog open={open} onClose={onClose} title={t.tileTitle(notes.length)}>
      <Choice notes={notes} onChoose={props.onChoose} />
    </Dialog>
  )
}

function Choice({ notes, onChoose }: { notes: readonly string[]; onChoose: (to: Bouwsteen) => void }) {
  const t = useMessages(listMessages)
  const language = useLanguage()
  const here = useWhere(notes)
  const first = bouwstenen.find(each => each !== here)
  const key = (event: KeyboardEvent<HTMLOListElement>) => {
    const number = /^[1-7]$/.test(event.key) ? bouwstenen[Number(event.key) - 1] : undefined
    const step = steps[event.key]
    if (number === undefined && step === undefined) return
    event.preventDefault()
    if (number !== undefined && number !== here) onChoose(number)
    if (step !== undefined) walk(event.currentTarget, step)
  }
  return (
    <>
      <p className="mb-2 text-muted">{t.tileHint}</p>
      <ol onKeyDown={key} className="flex flex-col gap-1">
        {bouwstenen.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              disabled={each === here}
              data-focus-first={each === first ? '' : undefined}
              onClick={() => onChoose(each)}
              className="flex min-h-11 w-full items-center gap-3 rounded-lg px-3 text-left text-ink enabled:hover:brightness-97"
              style={{ background: each === here ? 'transparent' : `var(--note-${each})` }}
            >
              <span aria-hidden="true" className="w-4 text-sm">
                {index + 1}
              </span>
              <BouwsteenIcon bouwsteen={each} />
              {bouwsteenContent[each].name[language]}
              {each === here && (
                <span className="ml-auto text-sm text-muted">{t.tileHere(notes.length)}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The bouwsteen on which all of these lie; null when they lie on several. */
function useWhere(ids: readonly string[]): Bouwsteen | null {
  const { notes } = useBoard()
  const tiles = new Set(notes.flatMap(note => (ids.includes(note.id) ? [note.bouwsteen] : [])))
  const [only, other] = tiles
  return other === undefined ? (only ?? null) : null
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

function walk(list: HTMLElement, step: (at: number, last: number) => number): void {
  const choices = [...list.querySelectorAll<HTMLButtonElement>('button:enabled')]
  const at = choices.indexOf(document.activeElement as HTMLButtonElement)
  choices[step(at, choices.length - 1)]?.focus()
}
