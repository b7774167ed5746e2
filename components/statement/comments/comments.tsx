'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useMemo, useState } from 'react'
import { useComments } from '#components/live/comments.ts'
import { newId } from '#components/live/new-id.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { type Thread, threadsOf } from '#lib/domain/comment.ts'
import { commentMessages } from '#lib/i18n/comments.ts'
import { anchorHere, placeOf } from './anchors.ts'
import { markComments } from './comment-marks.ts'
import { OneThread } from './one-thread.tsx'
import { Say } from './say.tsx'

/** What people said of passages, in the order of the text, and saying something of the one at the caret. */
export function Comments({ editor, mayWrite }: { editor: Editor; mayWrite: boolean }) {
  const t = useMessages(commentMessages)
  const { placed, here } = usePlaced(editor)
  const [settledToo, setSettledToo] = useState(false)
  const open = placed.filter(({ first }) => first.settled === null)
  const settled = placed.filter(({ first }) => first.settled !== null)
  return (
    <section
      id="comments"
      aria-label={t.title}
      className="flex scroll-mt-48 flex-col items-stretch gap-3 border-t border-line pt-3"
    >
      <h3 className="text-base font-bold">{t.title}</h3>
      {placed.length === 0 && here === null && <p className="text-muted">{t.none}</p>}
      {mayWrite && here && <Beginning key={here.anchor} editor={editor} quote={here.quote} />}
      <Threads threads={open} editor={editor} mayWrite={mayWrite} />
      {settled.length > 0 && (
        <Button aria-expanded={settledToo} onClick={() => setSettledToo(!settledToo)}>
          {settledToo ? t.hideSettled : t.showSettled(settled.length)}
        </Button>
      )}
      {settledToo && <Threads threads={settled} editor={editor} mayWrite={mayWrite} />}
    </section>
  )
}

/** A thread and where its passage begins, null when that is gone. */
export type Placed = Thread & { place: number | null }

function Threads(props: { threads: readonly Placed[]; editor: Editor; mayWrite: boolean }) {
  if (props.threads.length === 0) return null
  return (
    <ul className="flex flex-col gap-3">
      {props.threads.map(thread => (
        <OneThread key={thread.first.id} thread={thread} editor={props.editor} mayWrite={props.mayWrite} />
      ))}
    </ul>
  )
}

function Beginning({ editor, quote }: { editor: Editor; quote: string }) {
  const t = useMessages(commentMessages)
  const make = (text: string) => {
    const id = newId()
    const on = anchorHere(editor)
    return on && ({ type: 'comment', id, thread: id, on, text } as const)
  }
  return (
    <div>
      <p className="truncate text-muted">{t.at(quote)}</p>
      <Say label={t.write} action={t.place} make={make} />
    </div>
  )
}

function usePlaced(editor: Editor) {
  const comments = useComments()
  const threads = useMemo(() => threadsOf(comments), [comments])
  const { places, here } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      places: threads.map(({ first }) => first.on && placeOf(editor, first.on)),
      here: anchorHere(editor),
    }),
  })
  const placed = threads
    .map((thread, at): Placed => ({ ...thread, place: places[at] ?? null }))
    .sort((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY))
  const marked = placed.flatMap(({ first, place }) =>
    first.settled === null && place !== null ? [place] : [],
  )
  const told = marked.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what they are, not by which list they are in
  useEffect(() => markComments(editor, marked), [editor, told])
  return { placed, here }
}
