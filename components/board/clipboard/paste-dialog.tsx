'use client'
import { useEffect, useMemo, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { NOTES_PER_PERSON_MAX } from '#lib/domain/note.ts'
import { pasteMessages } from '#lib/i18n/paste.ts'
import { useSay } from '../announcer/announcer.tsx'
import type { Clip, PastePlace } from './paste-place.ts'
import { type Pasted, readPasted, type Split, splitsOf, textsOf, tooLong } from './pasted.ts'
import { PastedTexts } from './pasted-texts.tsx'

type Props = {
  clip: Clip
  /** Where one is. */
  tile: Bouwsteen
  place: PastePlace
  onClose: () => void
  /** With the first note that was laid down, and where. */
  onLaid: (note: string, tile: Bouwsteen) => void
}

/** Shows what was pasted as the notes that it would become, to change and then to lay down. */
export function PasteDialog(props: Props) {
  const { clip, onClose } = props
  const t = useMessages(pasteMessages)
  const say = useSay()
  const pasted = useMemo(() => readPasted(clip), [clip])
  useEffect(() => {
    if (pasted) return
    say(t.nothing)
    onClose()
  }, [pasted, say, t, onClose])
  return pasted && <Preview {...props} pasted={pasted} />
}

function Preview(props: Props & { pasted: Pasted }) {
  const { pasted, onClose } = props
  const t = useMessages(pasteMessages)
  const language = useLanguage()
  const { left, open, lay, act } = props.place
  const splits = splitsOf(pasted)
  const [tile, setTile] = useState(open.includes(props.tile) ? props.tile : (open[0] ?? props.tile))
  const [split, setSplit] = useState<Split>(splits[0] ?? 'one')
  const [texts, setTexts] = useState(() => textsOf(pasted, split))
  const filled = texts.filter(text => text.trim() !== '')
  const going = filled.slice(0, left)
  const long = tooLong(pasted, split)
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      firm
      title={t.title(filled.length, bouwsteenContent[tile].name[language])}
      actions={
        <>
          <Button
            variant="primary"
            ref={focusFirst}
            disabled={going.length === 0}
            onClick={() => {
              const [first] = lay(going, tile)
              onClose()
              if (first) props.onLaid(first, tile)
            }}
          >
            {act(going.length)}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {filled.length > left && <Notice kind="error">{t.full(left, NOTES_PER_PERSON_MAX)}</Notice>}
        {long > 0 && <Notice kind="info">{t.tooLong(long)}</Notice>}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t.tile}>
            {field => (
              <Select {...field} value={tile} onChange={event => setTile(event.target.value as Bouwsteen)}>
                {open.map(each => (
                  <option key={each} value={each}>
                    {bouwsteenContent[each].name[language]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {splits.length > 1 && (
            <Field label={t.split}>
              {field => (
                <Select
                  {...field}
                  value={split}
                  onChange={event => {
                    const next = event.target.value as Split
                    setSplit(next)
                    setTexts(textsOf(pasted, next))
                  }}
                >
                  {splits.map(each => (
                    <option key={each} value={each}>
                      {t[each]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
        </div>
        <PastedTexts texts={texts} tile={tile} onTexts={setTexts} />
      </div>
    </Dialog>
  )
}

/** Pasting and Enter is enough: the dialog begins here. React's own `autoFocus` comes before the dialog is open. */
const focusFirst = (button: HTMLButtonElement | null): void => button?.setAttribute('autofocus', '')
