'use client'
import { FoldVertical, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { NOTE_TEXT_MAX } from '#lib/domain/note.ts'
import { pasteMessages } from '#lib/i18n/paste.ts'

/** Where the caret belongs once the texts are drawn anew. */
type Caret = { index: number; at: number }

/** The texts of notes to be, each to change, to cut in two, to join to the one before or to leave out. */
export function PastedTexts(props: {
  texts: readonly string[]
  tile: Bouwsteen
  onTexts: (texts: string[]) => void
}) {
  const { texts, onTexts } = props
  const t = useMessages(pasteMessages)
  const list = useRef<HTMLOListElement>(null)
  const caret = useRef<Caret | null>(null)
  useLayoutEffect(() => {
    if (!caret.current) return
    const { index, at } = caret.current
    caret.current = null
    const field = list.current?.querySelectorAll('textarea')[index]
    field?.focus()
    field?.setSelectionRange(at, at)
  })
  const change = (from: number, count: number, next: string[], to?: Caret) => {
    caret.current = to ?? null
    onTexts(texts.toSpliced(from, count, ...next))
  }
  const join = (index: number) => {
    const [former = '', own = ''] = texts.slice(index - 1, index + 1)
    const joined = [former.trimEnd(), own.trimStart()].filter(Boolean).join('\n').slice(0, NOTE_TEXT_MAX)
    change(index - 1, 2, [joined], { index: index - 1, at: former.trimEnd().length })
  }
  const fits = (index: number) =>
    (texts[index - 1]?.length ?? 0) + (texts[index]?.length ?? 0) < NOTE_TEXT_MAX
  const key = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      const parts = [value.slice(0, selectionStart).trimEnd(), value.slice(selectionEnd).trimStart()]
      change(index, 1, parts, { index: index + 1, at: 0 })
    } else if (event.key === 'Backspace' && selectionEnd === 0 && index > 0 && fits(index)) {
      event.preventDefault()
      join(index)
    }
  }
  return (
    <div>
      <p className="mb-2 text-sm text-muted">{t.hint}</p>
      <ol ref={list} className="flex flex-col gap-1.5">
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text has no name but its place
          <li key={index} className="later-drawn flex items-start gap-1">
            <textarea
              rows={1}
              value={text}
              maxLength={NOTE_TEXT_MAX}
              aria-label={t.text(index + 1, texts.length)}
              onChange={event => change(index, 1, [event.target.value])}
              onKeyDown={event => key(event, index)}
              className="field-sizing-content min-h-11 min-w-0 grow resize-none rounded-sm px-3 py-2 text-ink"
              style={{ background: `var(--note-${props.tile})` }}
            />
            <Tool
              label={t.join(index + 1)}
              disabled={index === 0 || !fits(index)}
              onClick={() => join(index)}
            >
              <FoldVertical aria-hidden="true" size={18} />
            </Tool>
            <Tool label={t.drop(index + 1)} disabled={false} onClick={() => change(index, 1, [])}>
              <X aria-hidden="true" size={18} />
            </Tool>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Tool(props: { label: string; disabled: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
      className="flex size-11 shrink-0 items-center justify-center rounded-lg hover:bg-surface disabled:opacity-40"
    >
      {props.children}
    </button>
  )
}
