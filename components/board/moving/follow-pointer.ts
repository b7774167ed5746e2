/** How far the pointer goes before a press becomes dragging, in px. */
const FAR = 5
/** How near an edge a scroller moves along with what is dragged, in px, and how fast, in px a frame. */
const EDGE = 56
const SPEED = 14

/** What happens while something is dragged; `at` is what lies under the pointer. */
export type Dragging = {
  start: () => void
  move: (x: number, y: number, at: Element | null) => void
  drop: (at: Element | null) => void
  end: () => void
}

/**
 * Follows the pointer from where it was pressed until it is let go; mouse, pen and finger alike. Escape, and the browser when it
 * wants the finger for itself, end it without a drop. Gives what ends it at once.
 */
export function followPointer(first: PointerEvent, dragging: Dragging): () => void {
  const ended = new AbortController()
  const { signal } = ended
  const at = { x: first.clientX, y: first.clientY }
  let moving = false
  const under = () => document.elementFromPoint(at.x, at.y)
  const end = () => {
    if (signal.aborted) return
    ended.abort()
    if (!moving) return
    document.documentElement.removeAttribute('data-dragging')
    dragging.end()
  }
  const scroll = () => {
    if (signal.aborted) return
    scrollAt(at.x, at.y, under())
    requestAnimationFrame(scroll)
  }
  const begin = () => {
    moving = true
    document.documentElement.setAttribute('data-dragging', '')
    dragging.start()
    requestAnimationFrame(scroll)
  }
  const moved = (event: PointerEvent) => {
    if (event.pointerId !== first.pointerId) return
    at.x = event.clientX
    at.y = event.clientY
    if (!moving && Math.hypot(at.x - first.clientX, at.y - first.clientY) >= FAR) begin()
    if (moving) dragging.move(at.x, at.y, under())
  }
  const released = (event: PointerEvent) => {
    if (event.pointerId !== first.pointerId) return
    if (moving) {
      // What lies under the pointer was not clicked.
      addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => removeEventListener('click', swallow, { capture: true }))
      dragging.drop(under())
    }
    end()
  }
  addEventListener('pointermove', moved, { signal })
  addEventListener('pointerup', released, { signal })
  addEventListener('pointercancel', end, { signal })
  addEventListener('blur', end, { signal })
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !moving) return
    event.preventDefault()
    event.stopPropagation()
    end()
  }
  addEventListener('keydown', key, { signal, capture: true })
  return end
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** Moves the scrollers under the pointer when it is at an edge of theirs. */
function scrollAt(x: number, y: number, at: Element | null): void {
  const step = (from: number, to: number, now: number) =>
    now < from + EDGE ? -SPEED : now > to - EDGE ? SPEED : 0
  const aside = at?.closest('[data-scrolls-aside]')
  const down = at?.closest('.scrolls-within')
  if (aside) {
    const { left, right } = aside.getBoundingClientRect()
    aside.scrollLeft += step(left, right, x)
  }
  if (down) {
    const { top, bottom } = down.getBoundingClientRect()
    down.scrollTop += step(top, bottom, y)
  }
}
