'use client'
import { useMedia } from '#components/ui/use-media.ts'

/** Where the whole mosaic can be read: the width of a small laptop. */
const WIDE = '(min-width: 900px)'

/** Whether the whole mosaic fits this screen. */
export const useWide = (): boolean => useMedia(WIDE)
