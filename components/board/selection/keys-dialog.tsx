'use client'
import { Fragment, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { keyMessages } from '#lib/i18n/keys.ts'
import type { View } from '../place/place.ts'
import { useLetterKeys } from '../use-keys.ts'

const notes: readonly View[] = ['wall', 'phone', 'list', 'lines']
const lists: readonly View[] = ['list', 'lines']
const laid: readonly View[] = ['wall', 'phone', 'list']

/** What each key does, and in which views; null: in all of them. */
const rows = [
  ['listNext', ['j', '↓'], lists],
  ['listFormer', ['k', '↑'], lists],
  ['keyWalk', ['← ↑ ↓ →'], ['wall']],
  ['keyAside', ['←', '→'], ['phone']],
  ['keyLineAside', ['←', '→'], ['lines']],
  ['keyOpen', ['Enter'], notes],
  ['keyNew', ['n'], laid],
  ['keyNewLine', ['n'], ['lines']],
  ['keyChoose', ['x'], notes],
  ['listAll', ['a'], lists],
  ['keyTileAll', ['Ctrl + A'], ['wall']],
  ['listRange', ['Shift'], lists],
  ['keyReact', ['r'], notes],
  ['keyHold', ['v'], laid],
  ['keyShift', ['Alt + ↑ ↓ ← →'], laid],
  ['keyTile', ['m'], notes],
  ['keyLine', ['l'], notes],
  ['keyCement', ['c'], notes],
  ['keyDuplicate', ['d', 'Ctrl + D'], notes],
  ['keyBin', ['Delete'], notes],
  ['keyCopy', ['Ctrl + C', 'Ctrl + V'], null],
  ['keyUndo', ['Ctrl + Z', 'Ctrl + Y'], null],
  ['listGroup', ['g'], ['list']],
  ['keyNearer', ['+', '−'], ['wall']],
  ['keyWhole', ['0'], ['wall']],
  ['keySearch', ['/'], null],
  ['keyEscape', ['Escape'], notes],
  ['keyHelp', ['?'], null],
] as const satisfies readonly (readonly [string, readonly string[], readonly View[] | null])[]

/** The shortcuts of a view, for who wants to go fast. */
export function KeysDialog({ view, onClose }: { view: View; onClose: () => void }) {
  const t = useMessages(keyMessages)
  const shown = rows.filter(([, , views]: (typeof rows)[number]) => views === null || includes(views, view))
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t.keysTitle}
      actions={
        <Button variant="primary" data-focus-first onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <p className="mb-3 text-muted">{t.keysIntro}</p>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 md:grid-cols-[auto_1fr_auto_1fr]">
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
      <LetterKeys />
    </Dialog>
  )
}

const includes = (views: readonly View[], view: View): boolean => views.includes(view)

/** Single letters can be turned off: a word that is spoken to the device would set off one after the other. */
function LetterKeys() {
  const t = useMessages(keyMessages)
  const id = useId()
  const [on, turn] = useLetterKeys()
  return (
    <label className="mt-4 flex min-h-11 items-start gap-3 border-t border-line pt-3">
      <input
        type="checkbox"
        checked={on}
        aria-describedby={id}
        onChange={event => turn(event.target.checked)}
        className="mt-0.5 size-5 shrink-0 accent-(--primary)"
      />
      <span>
        {t.letterKeys}
        <span id={id} className="block text-sm text-muted">
          {t.letterKeysHint}
        </span>
      </span>
    </label>
  )
}
