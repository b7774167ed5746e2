'use client'
import type { Editor } from '@tiptap/react'
import { useCallback, useEffect, useState } from 'react'
import { useChoice } from '#components/ui/remembered.ts'
import type { Vague } from '#lib/content/vague-words.ts'
import { markedIn, markPlainly, vagueAt } from './plain-marks.ts'

type Asked = { vague: Vague; focus: boolean }

/**
 * The help with plain words in one editor: whether one wants it, and the word whose question is shown, by a click on it or by keys
 * (then with the focus).
 */
export function usePlainLanguage(editor: Editor) {
  const [choice, choose] = useChoice('plain-language', ['on', 'off'] as const)
  const [asked, setAsked] = useState<Asked | null>(null)
  const on = choice !== 'off'
  useEffect(() => markPlainly(editor, on), [editor, on])
  const ask = useCallback(
    (at: number, focus: boolean) => {
      const vague = vagueAt(editor, at)
      setAsked(vague && { vague, focus })
    },
    [editor],
  )
  const close = useCallback(() => setAsked(null), [])
  useEffect(() => {
    const { dom } = editor.view
    const click = ({ target, clientX: left, clientY: top }: MouseEvent) => {
      const word = target instanceof Element && target.closest('.vague-word')
      const found = word && editor.view.posAtCoords({ left, top })
      if (found) ask(found.pos, false)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      ask(editor.state.selection.from, true)
    }
    const written = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) setAsked(former => former && where(editor, former))
    }
    dom.addEventListener('click', click)
    dom.addEventListener('keydown', key, { capture: true })
    editor.on('transaction', written)
    return () => {
      dom.removeEventListener('click', click)
      dom.removeEventListener('keydown', key, { capture: true })
      editor.off('transaction', written)
    }
  }, [editor, ask])
  const goTo = (at: number) => {
    editor.chain().setTextSelection(at).scrollIntoView().run()
    ask(at, true)
  }
  return { on, turn: (now: boolean) => choose(now ? 'on' : 'off'), asked, close, goTo }
}

/** The same word nearest to where it stood, while others write: what they change comes without saying what moved. Null: it went. */
function where(editor: Editor, { vague, focus }: Asked): Asked | null {
  const same = markedIn(editor).vague.filter(({ word }) => word === vague.word)
  const near = same.sort((a, b) => Math.abs(a.from - vague.from) - Math.abs(b.from - vague.from))[0]
  return near ? { vague: near, focus } : null
}
