'use client'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { LineDialog } from './line-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { useChosen } from './use-chosen.ts'

/** A choice that is asked for, about these notes. */
export type Asked = { what: 'line' | 'move'; notes: readonly string[] } | null

/** Asks to which line or bouwsteen notes go. */
export function Questions(props: {
  asked: Asked
  onMoved: (note: string, to: Bouwsteen) => void
  onClose: () => void
}) {
  const { asked, onMoved, onClose } = props
  const { acts, finish } = useChosen()
  const ids = asked?.notes ?? []
  return (
    <>
      <LineDialog
        open={asked?.what === 'line'}
        count={ids.length}
        onClose={onClose}
        onChoose={to =>
          finish(ids, () => {
            if ('title' in to) acts.makeLine?.(ids, to.title)
            else acts.putInLine?.(ids, to.line)
          })
        }
      />
      <MoveDialog
        open={asked?.what === 'move'}
        notes={ids}
        onClose={onClose}
        onChoose={to => {
          finish(ids, () => acts.move?.(ids, to), true)
          if (ids[0] !== undefined) onMoved(ids[0], to)
        }}
      />
    </>
  )
}
