import { useEffect } from 'react'
import { keyboardHeight } from './keyboard.ts'

/** Tells the stylesheet how much of the page the on-screen keyboard covers, so that the place to write stands above it. */
export function useKeyboard(): void {
  useEffect(() => {
    const seen = window.visualViewport
    const root = document.documentElement
    if (!seen) return
    const measure = () => {
      const height = keyboardHeight(window.innerHeight, seen)
      root.style.setProperty('--keyboard', `${height}px`)
      root.toggleAttribute('data-keyboard', height > 0)
    }
    measure()
    seen.addEventListener('resize', measure)
    return () => {
      seen.removeEventListener('resize', measure)
      root.style.removeProperty('--keyboard')
      root.removeAttribute('data-keyboard')
    }
  }, [])
}
