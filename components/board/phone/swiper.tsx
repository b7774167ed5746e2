'use client'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { isTyping, useKeysWithin } from '../use-keys.ts'

/** How far, in px, a scroller may be from where it was sent and have come there: screens round. */
const CLOSE = 2

/**
 * The seven panels beside each other, one filling the width. The browser's own scroll snap makes the swipe, so that it follows
 * the finger; what is laid out beside the shown one is ready for it, and out of reach for keys and readers until it is shown.
 */
export function Swiper(props: {
  shown: Bouwsteen
  onShown: (bouwsteen: Bouwsteen) => void
  children: (bouwsteen: Bouwsteen) => ReactNode
}) {
  const { shown, onShown } = props
  const { scroller, scrolled, take } = useSnap(shown, onShown)
  const at = bouwstenen.indexOf(shown)
  // The arrow keys do what a swipe does; each panel has buttons for it too.
  useKeysWithin(scroller, event => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || isTyping(event.target))
      return
    const next = bouwstenen[at + step]
    event.preventDefault()
    if (!next) return
    take()
    onShown(next)
  })
  return (
    <div
      ref={scroller}
      onScroll={scrolled}
      className="swiper flex min-h-0 grow snap-x snap-mandatory overflow-x-auto overscroll-x-contain"
    >
      {bouwstenen.map((each, index) => (
        <div
          key={each}
          inert={each !== shown}
          data-panel={each}
          className="relative flex w-full shrink-0 snap-start snap-always flex-col"
        >
          {Math.abs(index - at) <= 1 && props.children(each)}
        </div>
      ))}
    </div>
  )
}

/** Keeps the scroller and the shown panel in step, whichever of the two moved. */
function useSnap(shown: Bouwsteen, onShown: (bouwsteen: Bouwsteen) => void) {
  const scroller = useRef<HTMLDivElement>(null)
  // Where the scroller was sent: what it passes on its way is not what anybody chose.
  const sentTo = useRef<number | null>(null)
  const takeFocus = useRef(false)
  const index = bouwstenen.indexOf(shown)
  const before = useRef<number | null>(null)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const left = index * element.clientWidth
    const near = before.current !== null && Math.abs(before.current - index) === 1
    before.current = index
    if (takeFocus.current) {
      takeFocus.current = false
      const panel = element.querySelector<HTMLElement>(`[data-panel="${shown}"] [data-tile]`)
      panel?.focus({ preventScroll: true })
    }
    // A finger that swiped here is still at it; the snap brings it to its place.
    if (Math.round(element.scrollLeft / element.clientWidth) === index) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    sentTo.current = left
    element.scrollTo({ left, behavior: near && !calm ? 'smooth' : 'instant' })
  }, [index, shown])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    // Turned or resized, the same panel stays in sight.
    const observer = new ResizeObserver(() => {
      element.scrollTo({ left: (before.current ?? 0) * element.clientWidth, behavior: 'instant' })
    })
    observer.observe(element)
    const taken = () => {
      sentTo.current = null
    }
    for (const name of ['pointerdown', 'touchstart', 'wheel', 'scrollend'])
      element.addEventListener(name, taken, { passive: true })
    return () => {
      observer.disconnect()
      for (const name of ['pointerdown', 'touchstart', 'wheel', 'scrollend'])
        element.removeEventListener(name, taken)
    }
  }, [])

  const scrolled = () => {
    const element = scroller.current
    if (!element) return
    if (sentTo.current !== null) {
      if (Math.abs(element.scrollLeft - sentTo.current) <= CLOSE) sentTo.current = null
      return
    }
    const found = bouwstenen[Math.round(element.scrollLeft / element.clientWidth)]
    if (found && found !== shown) onShown(found)
  }
  const take = () => {
    takeFocus.current = true
  }
  return { scroller, scrolled, take }
}
