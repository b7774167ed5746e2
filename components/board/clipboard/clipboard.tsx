'use client'
import dynamic from 'next/dynamic'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { useClipboard } from './use-clipboard.ts'

const PasteOntoBoard = dynamic(() => import('./onto-board.tsx').then(file => file.PasteOntoBoard), {
  ssr: false,
})

/** Copying and pasting on the board, from any view. `tile`: where one is now; `chosen`: the notes that one works on. */
export function Clipboard(props: {
  tile: Bouwsteen
  chosen: () => readonly string[]
  onLaid: (note: string, tile: Bouwsteen) => void
}) {
  const [clip, done] = useClipboard(props.chosen)
  if (clip === null) return null
  return <PasteOntoBoard clip={clip} tile={props.tile} onClose={done} onLaid={props.onLaid} />
}
