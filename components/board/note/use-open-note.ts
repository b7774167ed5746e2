import { useCallback, useState } from 'react'

/**
 * Which note is open. Who followed cement to another one is, after closing that, where it lies: `arrive` brings them there.
 */
export function useOpenNote(arrive: (note: string) => void) {
  const [open, setOpen] = useState<string | null>(null)
  const [jumped, setJumped] = useState(false)
  const jump = useCallback((note: string) => {
    setOpen(note)
    setJumped(true)
  }, [])
  const close = () => {
    if (jumped && open !== null) arrive(open)
    setOpen(null)
    setJumped(false)
  }
  return { open, show: setOpen, jump, close }
}
