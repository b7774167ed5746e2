'use client'
import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { inItsPlace, type Vague } from '#lib/content/vague-words.ts'
import { plainLanguageMessages } from '#lib/i18n/plain-language.ts'

/** Width of the card in px, as its class says. */
const WIDTH = 320

/** The question about a word that hides meaning, at that word, with plainer ones to put in its place. Nothing has to be done with it. */
export function WordCard(props: { editor: Editor; vague: Vague; focus: boolean; onClose: () => void }) {
  const { editor, vague, focus, onClose } = props
  const t = useMessages(plainLanguageMessages)
  const card = useRef<HTMLDivElement>(null)
  const id = useId()
  const place = usePlace(editor, vague)
  useEffect(() => {
    if (focus) card.current?.querySelector('button')?.focus()
  }, [focus])
  useEffect(() => {
    const beside = ({ target }: PointerEvent) => {
      if (!card.current?.contains(target as globalThis.Node)) onClose()
    }
    document.addEventListener('pointerdown', beside)
    return () => document.removeEventListener('pointerdown', beside)
  }, [onClose])
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const use = (alternative: string) => {
    const { from, to } = vague
    const former = editor.state.doc.textBetween(from, to)
    // As text in the place of text: its marks, and the roots of its passage, stay.
    editor.view.dispatch(editor.state.tr.insertText(inItsPlace(alternative, former), from, to))
    close()
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  return (
    <div
      ref={card}
      role="dialog"
      aria-labelledby={id}
      onKeyDown={key}
      style={place}
      className="absolute z-20 flex w-80 max-w-[calc(100vw-2rem)] flex-col items-start gap-2 rounded-lg border border-line bg-paper p-4 font-sans text-base shadow-note"
    >
      <h3 id={id} className="font-bold">
        {t.card(vague.word.word)}
      </h3>
      <p>{vague.word.ask}</p>
      <p className="text-sm text-muted">{vague.word.why}</p>
      {editor.isEditable &&
        vague.word.alternatives.map(alternative => (
          <Button
            key={alternative}
            onClick={() => use(alternative)}
            className="w-full justify-start text-left"
          >
            {t.use(alternative)}
          </Button>
        ))}
      <Button variant="quiet" onClick={close}>
        {t.close}
      </Button>
    </div>
  )
}

/** Under the word, within the box that the text stands in. */
function usePlace(editor: Editor, { from, to }: Vague) {
  const [place, setPlace] = useState({ top: 0, left: 0 })
  useLayoutEffect(() => {
    const box = editor.view.dom.closest('[data-text]')?.getBoundingClientRect()
    if (!box || to > editor.state.doc.content.size) return
    const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to)]
    const left = Math.max(0, Math.min(start.left - box.left, box.width - WIDTH))
    setPlace({ top: end.bottom - box.top + 6, left })
  }, [editor, from, to])
  return place
}
