'use client'
import { KeysDialog } from './keys-dialog.tsx'
import { LineDialog } from './line-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { useChosen } from './use-chosen.ts'

/** A choice that is asked for, about these notes; or the help with the keys. */
export type Asked = { what: 'line' | 'move'; notes: readonly string[] } | { what: 'keys' } | null

/** Asks to which line or bouwsteen notes go, and shows the keys. */
export function Questions(props: { asked: Asked; inList: boolean; onClose: () => void }) {
  const { asked, onClose } = props
  const { acts, finish } = useChosen()
  const ids = asked && 'notes' in asked ? asked.notes : []
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
        count={ids.length}
        onClose={onClose}
        onChoose={to => finish(ids, () => acts.move?.(ids, to))}
      />
      <KeysDialog inList={props.inList} open={asked?.what === 'keys'} onClose={onClose} />
    </>
  )
}
