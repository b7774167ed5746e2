'use client'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { homeMessages } from '#lib/i18n/home.ts'
import { newRow, PARTNERS_MAX, type PartnerRow, rowsOf } from './draft.ts'

/** The partners, a row each; a list that is pasted becomes rows. `said` gives what is wrong at a path. */
export function PartnersField(props: {
  rows: PartnerRow[]
  said: (path: string) => string | undefined
  onChange: (rows: PartnerRow[]) => void
}) {
  const t = useMessages(homeMessages)
  const id = useId()
  const { rows, said, onChange } = props
  const [told, setTold] = useState('')
  const { list, focusOn } = useRowFocus()
  const add = (after: number) => {
    if (rows.length >= PARTNERS_MAX) return setTold(t.tooMany(PARTNERS_MAX))
    const row = newRow()
    onChange(rows.toSpliced(after + 1, 0, row))
    focusOn(row.key)
  }
  const remove = (at: number) => {
    const left = rows.toSpliced(at, 1)
    const next = left[at] ?? left.at(-1) ?? newRow()
    onChange(left.length > 0 ? left : [next])
    focusOn(next.key)
  }
  const paste = (at: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    if (!text.trim().includes('\n')) return
    event.preventDefault()
    const pasted = rowsOf(text)
    const here = rows[at]
    const replaces = here && here.name === '' && here.kind === '' ? 1 : 0
    const all = rows.toSpliced(at + 1 - replaces, replaces, ...pasted)
    onChange(all.slice(0, PARTNERS_MAX))
    setTold(all.length > PARTNERS_MAX ? t.tooMany(PARTNERS_MAX) : t.pasted(pasted.length))
    const last = pasted.at(-1)
    if (last) focusOn(last.key)
  }
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend className="text-xl font-bold">{t.partners}</legend>
      <p id={`${id}-hint`} className="mb-3 max-w-[65ch] text-muted">
        {t.partnersHint}
      </p>
      <div aria-hidden="true" className="mb-1 hidden gap-2 font-semibold sm:flex">
        <span className="flex-3">{t.partnerName}</span>
        <span className="flex-2">{t.partnerKind}</span>
        <span className="w-18" />
      </div>
      <ol ref={list} className="flex flex-col gap-4 sm:gap-2">
        {rows.map((row, at) => (
          <Row
            key={row.key}
            row={row}
            number={at + 1}
            kinds={`${id}-kinds`}
            error={said(`partners.${at}.name`) ?? said(`partners.${at}.kind`)}
            onChange={next => onChange(rows.with(at, next))}
            onPaste={paste(at)}
            onNext={() => add(at)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <datalist id={`${id}-kinds`}>
        {t.kinds.split('|').map(kind => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <Button onClick={() => add(rows.length - 1)}>{t.addPartner}</Button>
        <p role="status" className="text-muted">
          {told}
        </p>
      </div>
    </fieldset>
  )
}

/** Puts the focus in the name of a row that comes with the next render. */
function useRowFocus() {
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] input`)?.focus()
    wanted.current = null
  })
  const focusOn = (key: string) => {
    wanted.current = key
  }
  return { list, focusOn }
}

function Row(props: {
  row: PartnerRow
  number: number
  kinds: string
  error: string | undefined
  onChange: (row: PartnerRow) => void
  onPaste: (event: ClipboardEvent) => void
  onNext: () => void
  onRemove: () => void
}) {
  const t = useMessages(homeMessages)
  const { row, number, error, onChange } = props
  const id = useId()
  // Who types a list presses Enter after each; that must not send a form that is half filled.
  const next = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    props.onNext()
  }
  const wrong = error ? { 'aria-invalid': true, 'aria-describedby': id } : {}
  return (
    <li data-row={row.key}>
      {error && (
        <p id={id} className="font-semibold text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2 sm:flex-nowrap">
        <TextInput
          {...wrong}
          aria-label={t.partnerNameOf(number)}
          placeholder={t.partnerNameOf(number)}
          autoComplete="off"
          value={row.name}
          onChange={event => onChange({ ...row, name: event.target.value })}
          onPaste={props.onPaste}
          onKeyDown={next}
          className="placeholder:text-muted sm:flex-3 sm:placeholder:text-transparent"
        />
        <TextInput
          aria-label={t.partnerKindOf(number)}
          placeholder={t.partnerKind}
          list={props.kinds}
          autoComplete="off"
          value={row.kind}
          onChange={event => onChange({ ...row, kind: event.target.value })}
          onKeyDown={next}
          className="w-auto min-w-0 flex-1 placeholder:text-muted sm:flex-2 sm:placeholder:text-transparent"
        />
        <Button
          variant="quiet"
          aria-label={t.removePartner(row.name.trim() || t.partnerNumber(number))}
          onClick={props.onRemove}
          className="w-18 px-2 font-normal"
        >
          {t.remove}
        </Button>
      </div>
    </li>
  )
}
