import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

/** The note whose card or row holds the focus; null when it is elsewhere. */
export function focusedNote(): string | null {
  const around = document.activeElement?.closest<HTMLElement>('[data-note], [data-row]')
  return around?.dataset.note ?? around?.dataset.row ?? null
}

/** Puts the focus on a note once it is drawn where it lies now. */
export function focusNote(note: string): void {
  const find = () => document.querySelector<HTMLElement>(`[data-note="${note}"]`)
  // A view that follows to another bouwsteen draws it one turn later.
  requestAnimationFrame(() => {
    const found = find()
    if (found) found.focus()
    else requestAnimationFrame(() => find()?.focus())
  })
}

/** Brings a note that was just put down into view, once it is drawn. */
export function showNote(note: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector(`[data-note="${note}"]`)?.scrollIntoView({ block: 'nearest' }),
    ),
  )
}

/** Puts the focus where a note is written, behind what stands there; for what was chosen beside it. */
export function focusComposer(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>('[data-composer] textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  })
}

/** Back to the button that begins a note on a bouwsteen, for who does not write one after all. */
export function focusAdding(bouwsteen: Bouwsteen): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-adds="${bouwsteen}"]`)?.focus())
}
