'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useBoard, useCan } from '#components/live/board.tsx'
import { useOwnNames } from '#components/live/pen.ts'
import { useCommand, useSession, useSessionView } from '#components/live/session.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Appeal, type Fate, fatesOf } from '#lib/domain/appeal.ts'
import type { Block } from '#lib/domain/statement.ts'
import { ownNotesMessages } from '#lib/i18n/own-notes.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { LineDot } from '../line-dot.tsx'
import { Sentences, WithStatement } from './sentences.tsx'

/** One's own notes, each with the line that it ended in; one that lies in none can be asked another look at. */
export function OwnNotesDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(ownNotesMessages)
  const session = useSession()
  const view = useSessionView()
  const { notes, lines } = useBoard()
  const own = useOwnNames()
  const { error, ask } = useAsking()
  const mayAsk = useCan()({ type: 'appeal' }) === null
  if (!view) return null
  const fates = fatesOf(own, notes, lines)
  const nameless = notes.filter(({ author, deletedAt }) => author === null && deletedAt === null).length
  const list = (body: Block[] | null) => (
    <ul className="mt-2 flex flex-col divide-y divide-line">
      {fates.map(fate => (
        <li key={fate.note.id} className="flex flex-col gap-1.5 py-3">
          {own.length > 1 && (
            <p className="text-sm text-muted">
              {view.roster.find(({ id }) => id === fate.note.author)?.name}
            </p>
          )}
          <NoteFate fate={fate} />
          {!fate.line && !fate.binned && (
            <Asking
              note={fate.note.text}
              appeal={view.appeals.find(({ note }) => note === fate.note.id)}
              onAsk={mayAsk ? appeal => void ask(fate.note.id, appeal) : null}
            />
          )}
          {body && !fate.binned && <Sentences body={body} note={fate.note.id} />}
        </li>
      ))}
    </ul>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.title}
      actions={
        <>
          <Button variant="primary" onClick={onClose}>
            {t.done}
          </Button>
          {view.board && <ButtonLink href={`/${session}/statement`}>{t.toStatement}</ButtonLink>}
        </>
      }
    >
      {error && <Notice kind="error">{error}</Notice>}
      <p className="text-muted">{fates.length === 0 ? t.none : t.intro}</p>
      {view.board ? <WithStatement>{list}</WithStatement> : list(null)}
      {nameless > 0 && <p className="mt-3 rounded-lg bg-surface p-3">{t.nameless(nameless)}</p>}
    </Dialog>
  )
}

function NoteFate({ fate: { note, line, binned } }: { fate: Fate }) {
  const t = useMessages(ownNotesMessages)
  const language = useLanguage()
  return (
    <>
      <p
        className="rounded-sm p-2.5 break-words whitespace-pre-wrap text-ink shadow-note"
        style={{ background: `var(--note-${note.bouwsteen})` }}
      >
        {note.text}
      </p>
      <p className="flex items-center gap-2 text-sm text-muted">
        <BouwsteenIcon bouwsteen={note.bouwsteen} size={18} />
        {bouwsteenContent[note.bouwsteen].name[language]}
      </p>
      <p className="flex items-center gap-2 font-semibold">
        {line && <LineDot colour={line.colour} />}
        {line ? t.inLine(line.title || t.untitled) : binned ? t.binned : t.loose}
      </p>
    </>
  )
}

/** `onAsk` null: now nothing can be asked; what was asked is still told. */
function Asking(props: {
  note: string
  appeal: Appeal | undefined
  onAsk: ((appeal: boolean) => void) | null
}) {
  const t = useMessages(ownNotesMessages)
  const { appeal, onAsk } = props
  const about = props.note.slice(0, 60)
  const waits = appeal?.settledAt === null
  return (
    <>
      {appeal && <p role="status">{waits ? t.waiting : t.settled}</p>}
      {onAsk && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {waits ? (
            <Button aria-label={t.takeBackAbout(about)} onClick={() => onAsk(false)}>
              {t.takeBack}
            </Button>
          ) : (
            <Button
              aria-label={appeal ? t.againAbout(about) : t.appealAbout(about)}
              onClick={() => onAsk(true)}
            >
              {appeal ? t.again : t.appeal}
            </Button>
          )}
          {!appeal && <p className="text-sm text-muted">{t.appealHint}</p>}
        </div>
      )}
    </>
  )
}

/** Sends what is asked; `error` says why it was not taken. */
function useAsking() {
  const command = useCommand()
  const text = useRefusalText()
  const [error, setError] = useState<string | null>(null)
  const ask = async (note: string, appeal: boolean) => {
    const answer = await command({ type: 'appealNote', note, appeal })
    setError(answer.ok ? null : text(answer.refusal.code))
  }
  return { error, ask }
}
