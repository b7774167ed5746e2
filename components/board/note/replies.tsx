'use client'
import { Pencil, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { useDraft } from '#components/live/drafts.ts'
import { useSharedText } from '#components/live/shared-text.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { REPLY_TEXT_MAX, type Reply, repliesByNote } from '#lib/domain/reply.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { useSay } from '../announcer/announcer.tsx'
import { PartnerMark } from './partner-mark.tsx'
import { useWriters } from './writers.ts'

/** What people add to a note without changing it, in the order in which it came; and the place to add something. */
export function Replies({ note }: { note: string }) {
  const t = useMessages(noteMessages)
  const replies = repliesByNote(useBoard().replies).get(note) ?? []
  const may = useCan()({ type: 'reply' }) === null
  if (replies.length === 0 && !may) return null
  return (
    <section aria-label={t.replies} className="flex flex-col gap-1">
      <h3 className="font-semibold">{t.replies}</h3>
      {replies.length > 0 && (
        <ul className="flex flex-col">
          {replies.map(reply => (
            <One key={reply.id} reply={reply} />
          ))}
        </ul>
      )}
      {may && <NewReply note={note} />}
    </section>
  )
}

function One({ reply }: { reply: Reply }) {
  const t = useMessages(noteMessages)
  const board = useMessages(boardMessages)
  const writer = useWriters()(reply.author, reply.partner)
  const say = useSay()
  const actions = useBoardActions()
  const can = useCan()
  const [writing, setWriting] = useState(false)
  const mayWrite = can({ type: 'editReply', author: reply.author }) === null
  const mayBin = can({ type: 'binReply', author: reply.author }) === null
  const bin = () => {
    actions?.bin('replies', reply.id)
    say(t.replyBinned)
  }
  if (writing && mayWrite)
    return (
      <li className="py-1">
        <ReplyText
          reply={reply}
          onDone={() => {
            setWriting(false)
            // A reply without words says nothing.
            if (reply.text.trim() === '') bin()
          }}
        />
      </li>
    )
  return (
    <li className="flex items-start gap-1 border-l-4 border-line py-1 pl-3">
      <div className="min-w-0 grow">
        <p className="break-words hyphens-auto">{reply.text}</p>
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <PartnerMark mark={writer.mark} />
          {board.by(writer.name, writer.partner)}
        </p>
      </div>
      {mayWrite && (
        <Tool label={`${t.changeReply}: ${reply.text}`} onClick={() => setWriting(true)}>
          <Pencil aria-hidden="true" size={17} />
        </Tool>
      )}
      {mayBin && (
        <Tool label={t.binReply(reply.text)} onClick={bin}>
          <Trash2 aria-hidden="true" size={17} />
        </Tool>
      )}
    </li>
  )
}

function Tool(props: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      className="flex size-11 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-surface"
    >
      {props.children}
    </button>
  )
}

/** One's own reply while it is changed; what is typed is there for everybody at once. Enter and Escape are done with it. */
function ReplyText({ reply, onDone }: { reply: Reply; onDone: () => void }) {
  const t = useMessages(noteMessages)
  const board = useMessages(boardMessages)
  const field = useSharedText<HTMLInputElement>('replies', reply.id)
  const key = (event: KeyboardEvent) => {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return
    // Escape would close the note as well.
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }
  return (
    <div className="flex flex-wrap gap-2">
      <TextInput
        ref={field}
        autoFocus
        aria-label={t.replyText}
        defaultValue={reply.text}
        maxLength={REPLY_TEXT_MAX}
        onKeyDown={key}
        className="min-w-0 flex-1 basis-52"
      />
      <Button onClick={onDone}>{board.done}</Button>
    </div>
  )
}

function NewReply({ note }: { note: string }) {
  const t = useMessages(noteMessages)
  const say = useSay()
  const actions = useBoardActions()
  const [text, setText] = useDraft(`reply-${note}`)
  const add = () => {
    if (text.trim() === '' || !actions) return
    actions.addReply({ note, text: text.trim() })
    setText('')
    say(t.replyAdded, false)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        add()
      }}
    >
      <Field label={t.newReply} hint={t.newReplyHint} labelClass="font-normal">
        {field => (
          <div className="flex flex-wrap gap-2">
            <TextInput
              {...field}
              autoComplete="off"
              enterKeyHint="send"
              value={text}
              maxLength={REPLY_TEXT_MAX}
              onChange={event => setText(event.target.value)}
              className="min-w-0 flex-1 basis-52"
            />
            <Button type="submit">{t.addReply}</Button>
          </div>
        )}
      </Field>
    </form>
  )
}
