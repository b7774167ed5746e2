import type { KeyboardEvent } from 'react'

/** Enter is done with what one writes; Shift and Enter begin a new line, and an input method keeps the Enter it needs. */
export const byEnter = (done: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  done()
}
