'use client'
import { Fragment } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { listMessages } from '#lib/i18n/list.ts'

const rows = [
  ['keyNext', ['j', '↓']],
  ['keyFormer', ['k', '↑']],
  ['keyTick', ['x']],
  ['keyAll', ['a']],
  ['keyRange', ['Shift']],
  ['keyLine', ['l']],
  ['keyTile', ['m']],
  ['keyDuplicate', ['d']],
  ['keyCement', ['c']],
  ['keyBin', ['Delete']],
  ['keyNew', ['n']],
  ['keyOpen', ['Enter']],
  ['keyGroup', ['g']],
  ['keySearch', ['/']],
  ['keyEscape', ['Escape']],
  ['keyHelp', ['?']],
] as const

/** The shortcuts of the list, for who wants to go fast. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages(listMessages)
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
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
        {rows.map(([what, keys]) => (
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
