'use client'
import { Fragment } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { listMessages } from '#lib/i18n/list.ts'

/** What each key does; those that begin with `list` are of the list alone. */
const rows = [
  ['listNext', ['j', '↓']],
  ['listFormer', ['k', '↑']],
  ['keyOpen', ['Enter']],
  ['keyNew', ['n']],
  ['keyChoose', ['x']],
  ['listAll', ['a']],
  ['listRange', ['Shift']],
  ['keyReact', ['r']],
  ['keyHold', ['v']],
  ['keyShift', ['Alt + ↑ ↓ ← →']],
  ['keyTile', ['m']],
  ['keyLine', ['l']],
  ['keyCement', ['c']],
  ['keyDuplicate', ['d', 'Ctrl + D']],
  ['keyBin', ['Delete']],
  ['keyCopy', ['Ctrl + C', 'Ctrl + V']],
  ['keyUndo', ['Ctrl + Z', 'Ctrl + Y']],
  ['listGroup', ['g']],
  ['listSearch', ['/']],
  ['keyEscape', ['Escape']],
  ['keyHelp', ['?']],
] as const

/** The shortcuts, for who wants to go fast. */
export function KeysDialog(props: { inList?: boolean; open: boolean; onClose: () => void }) {
  const { inList = false, open, onClose } = props
  const t = useMessages(listMessages)
  const shown = rows.filter(([what]) => inList || !what.startsWith('list'))
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.keysTitle}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <p className="mb-3 text-muted">{t.keysIntro}</p>
      <dl tabIndex={0} className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
        {shown.map(([what, keys]) => (
          <Fragment key={what}>
            <dt className="whitespace-nowrap">
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && <span className="text-sm text-muted"> {t.or} </span>}
                  <kbd className="rounded border border-muted bg-surface px-1.5 font-sans text-sm font-semibold">
                    {key}
                  </kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{t[what]}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  )
}
