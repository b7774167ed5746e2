'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { readabilityOf } from '#lib/domain/sentences.ts'
import { plainLanguageMessages } from '#lib/i18n/plain-language.ts'
import { markedIn } from './plain-marks.ts'

/** Most words and sentences to go to: when those are dealt with the next come. */
const SHOWN_MAX = 8

type Help = { editor: Editor; on: boolean; onTurn: (on: boolean) => void; onWord: (at: number) => void }

/** What could be plainer in the whole text, with the way there; each turns it on or off for themself. */
export function PlainHelp({ editor, on, onTurn, onWord }: Help) {
  const t = useMessages(plainLanguageMessages)
  return (
    <section aria-label={t.title} className="flex flex-col items-start gap-2 border-t border-line pt-3">
      <h3 className="text-base font-bold">{t.title}</h3>
      {on ? <Found editor={editor} onWord={onWord} /> : <p className="text-muted">{t.isOff}</p>}
      <Button variant="quiet" className="-ml-4" onClick={() => onTurn(!on)}>
        {on ? t.off : t.on}
      </Button>
    </section>
  )
}

function Found({ editor, onWord }: Pick<Help, 'editor' | 'onWord'>) {
  const t = useMessages(plainLanguageMessages)
  const language = useLanguage()
  const { vague, long, reads } = useEditorState({
    editor,
    selector: ({ editor }) => {
      const { vague, long } = markedIn(editor)
      const { doc } = editor.state
      const start = (from: number, to: number) =>
        doc.textBetween(from, Math.min(to, from + 40), ' ', ' ').trim()
      const texts: string[] = []
      doc.descendants(node => {
        if (node.type.name === 'paragraph')
          texts.push(node.textBetween(0, node.content.size, undefined, '\n'))
        return !node.isTextblock
      })
      return {
        vague: vague.map(({ from, to }) => ({ from, text: doc.textBetween(from, to) })),
        long: long.map(({ from, to, words }) => ({ from, words, text: start(from, to) })),
        reads: readabilityOf(texts),
      }
    },
  })
  const average = reads.average.toLocaleString(language)
  const go = (at: number) => editor.chain().focus(at).scrollIntoView().run()
  return (
    <>
      <p role="status">{t.words(vague.length)}</p>
      {vague.length > 0 && <p className="text-muted">{t.wordsLead}</p>}
      <ul className="flex flex-wrap gap-x-3">
        {vague.slice(0, SHOWN_MAX).map(({ from, text }) => (
          <li key={from}>
            <button
              type="button"
              aria-label={t.toWord(text)}
              onClick={() => onWord(from)}
              className="min-h-11 underline decoration-wavy underline-offset-4 lg:min-h-6"
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
      {vague.length > 0 && <p className="text-muted">{t.keys}</p>}
      {reads.sentences > 0 && (
        <>
          <p>{t.sentences(average, reads.long)}</p>
          <p className="text-muted">{t.measure}</p>
        </>
      )}
      <ul className="flex flex-col">
        {long.slice(0, SHOWN_MAX).map(({ from, words, text }) => (
          <li key={from}>
            <button
              type="button"
              onClick={() => go(from)}
              className="min-h-11 text-left underline underline-offset-4 lg:min-h-6"
            >
              {t.toSentence(words, text)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
