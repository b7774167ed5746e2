/** The note that the focus is on; null when it is elsewhere. */
export function focusedNote(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-note]')?.dataset.note ?? null
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
