import { type RefObject, useEffect } from 'react'

/**
 * Folds up what is unfolded over the page (`whole`, with what unfolds it) by Escape, by a press beside it and by leaving it. `back`: the focus
 * goes back to what unfolds it.
 */
export function useFoldUp(
  whole: RefObject<HTMLElement | null>,
  open: boolean,
  foldUp: (back: boolean) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: folding up is the same each time
  useEffect(() => {
    const around = whole.current
    if (!open || !around) return
    const beside = (target: EventTarget | null) => !around.contains(target as Node)
    const press = ({ target }: PointerEvent) => {
      if (beside(target)) foldUp(false)
    }
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget && beside(relatedTarget)) foldUp(false)
    }
    const key = (event: KeyboardEvent) => {
      // What had the focus in it may have gone, and the focus with it.
      const elsewhere = event.target !== document.body && beside(event.target)
      const modal = document.querySelector('dialog[open]')
      const over = modal !== null && !modal.contains(around)
      if (event.key !== 'Escape' || event.isComposing || elsewhere || over) return
      event.stopImmediatePropagation()
      foldUp(true)
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', key, true)
    around.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', key, true)
      around.removeEventListener('focusout', leave)
    }
  }, [open])
}
