const steps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowLeft: -1 }

/** The arrow keys that go to the line beside this one, to its first note or else to what one can do there. */
export function walkAside(event: KeyboardEvent, within: HTMLElement): void {
  const step = steps[event.key]
  if (!step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  if ((event.target as Element).closest('input:not([type=checkbox]), textarea, select, dialog')) return
  const columns = [...within.querySelectorAll<HTMLElement>('[data-drop-line]')]
  const here = columns.findIndex(column => column.contains(document.activeElement))
  const next = here === -1 ? undefined : columns[here + step]
  const to =
    (next?.matches('button') ? next : null) ??
    next?.querySelector<HTMLElement>('[data-note]') ??
    next?.querySelector<HTMLElement>('button, textarea')
  if (!to) return
  event.preventDefault()
  to.focus()
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
