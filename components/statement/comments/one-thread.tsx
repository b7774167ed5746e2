'use client'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { newId } from '#components/live/new-id.ts'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { Comment } from '#lib/domain/comment.ts'
import { commentMessages } from '#lib/i18n/comments.ts'
import type { Placed } from './comments.tsx'
import { Say } from './say.tsx'

/** What was said of one passage and answered to it, with the way there; to answer, and to mark as dealt with. */
export function OneThread(props: { thread: Placed; editor: Editor; mayWrite: boolean }) {
  const { first, answers, place } = props.thread
  const t = useMessages(commentMessages)
  const command = useCommand()
  const nameOf = useName()
  const [answering, setAnswering] = useState(false)
  const quote = first.on?.quote ?? ''
  const short = quote.length > 40 ? `${quote.slice(0, 40)}…` : quote
  const settled = first.settled !== null
  const go = (at: number) =>
    props.editor
      .chain()
      .focus(at + 1)
      .scrollIntoView()
      .run()
  return (
    <li className="flex flex-col items-start gap-2 rounded-lg border border-line bg-paper p-3">
      {place === null ? (
        <p className="text-muted">
          {t.gone}: “{short}”
        </p>
      ) : (
        <button
          type="button"
          aria-label={t.toPassage(short)}
          onClick={() => go(place)}
          className="min-h-6 text-left text-muted underline underline-offset-4"
        >
          “{short}”
        </button>
      )}
      {[first, ...answers].map(each => (
        <Said key={each.id} comment={each} />
      ))}
      {first.settled && <p className="text-muted">{t.settledBy(nameOf(first.settled.by))}</p>}
      {props.mayWrite && !answering && (
        <div className="flex flex-wrap gap-2">
          {!settled && <Button onClick={() => setAnswering(true)}>{t.answer}</Button>}
          <Button
            aria-label={settled ? undefined : t.settleThe(short)}
            onClick={() => void command({ type: 'settleThread', thread: first.id, settled: !settled })}
          >
            {settled ? t.reopen : t.settle}
          </Button>
        </div>
      )}
      {answering && (
        <div className="flex w-full flex-col items-start gap-2">
          <div className="w-full">
            <Say
              label={t.yourAnswer}
              action={t.send}
              make={text => ({ type: 'comment', id: newId(), thread: first.id, on: null, text })}
              onSaid={() => setAnswering(false)}
            />
          </div>
          <Button variant="quiet" onClick={() => setAnswering(false)}>
            {t.cancel}
          </Button>
        </div>
      )}
    </li>
  )
}

function Said({ comment: { by, at, text } }: { comment: Comment }) {
  const nameOf = useName()
  const language = useLanguage()
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(at)
  return (
    <div className="w-full">
      <p className="break-words whitespace-pre-line">{text}</p>
      <p className="text-xs text-muted">
        {nameOf(by)}, {moment}
      </p>
    </div>
  )
}

function useName(): (participant: string) => string {
  const roster = useSessionView()?.roster ?? []
  return participant => roster.find(({ id }) => id === participant)?.name ?? ''
}
