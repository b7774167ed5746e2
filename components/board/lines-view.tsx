'use client'
import { useState } from 'react'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { useSharedText } from '#components/live/shared-text.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Select, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { LINE_TITLE_MAX, type Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { BouwsteenIcon } from './bouwsteen-icon.tsx'

/** The lines with their notes; who may order ticks notes and lays them in a line, all at once. */
export function LinesView({ onOpen }: { onOpen: (note: string) => void }) {
  const t = useMessages(boardMessages)
  const { notes, lines } = useBoard()
  const mayOrder = useCan()({ type: 'orderLines' }) === null
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const open = lines.filter(line => line.deletedAt === null)
  const lying = notes.filter(note => note.deletedAt === null)
  const known = new Set(open.map(line => line.id))
  const loose = lying.filter(note => note.line === null || !known.has(note.line))
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  const list = (those: Note[]) => (
    <NoteList notes={those} ticked={mayOrder ? ticked : null} onTick={toggle} onOpen={onOpen} />
  )
  return (
    <div className="mx-auto flex w-full max-w-6xl grow flex-col gap-4 p-3 sm:p-4">
      <p className="max-w-[70ch] text-muted">{t.linesIntro}</p>
      {open.length === 0 && <p>{t.linesEmpty}</p>}
      <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
        {open.map(line => (
          <section
            key={line.id}
            aria-label={line.title}
            data-line={line.id}
            className="rounded-xl border border-line bg-surface p-3"
          >
            <LineHead
              line={line}
              count={lying.filter(note => note.line === line.id).length}
              mayOrder={mayOrder}
            />
            {list(lying.filter(note => note.line === line.id))}
          </section>
        ))}
        <section aria-label={t.loose} className="rounded-xl border border-dashed border-muted p-3">
          <h2 className="flex justify-between gap-2 text-lg font-bold">
            {t.loose} <span className="text-sm font-normal text-muted">{t.count(loose.length)}</span>
          </h2>
          {list(loose)}
        </section>
      </div>
      {mayOrder && <OrderBar lines={open} ticked={ticked} onDone={() => setTicked(new Set())} />}
    </div>
  )
}

function LineHead({ line, count, mayOrder }: { line: Line; count: number; mayOrder: boolean }) {
  const t = useMessages(boardMessages)
  const actions = useBoardActions()
  const title = useSharedText<HTMLInputElement>('lines', line.id)
  return (
    <header className="mb-2 flex items-center gap-2">
      {mayOrder ? (
        <input
          ref={title}
          aria-label={t.lineTitle}
          defaultValue={line.title}
          maxLength={LINE_TITLE_MAX}
          className="min-h-11 min-w-0 grow rounded-md border border-transparent bg-transparent px-1 text-lg font-bold hover:border-line"
        />
      ) : (
        <h2 className="grow text-lg font-bold">{line.title}</h2>
      )}
      <span className="shrink-0 text-sm text-muted">{t.count(count)}</span>
      {mayOrder && count === 0 && (
        <Button variant="quiet" onClick={() => actions?.bin('lines', line.id)}>
          {t.dissolve}
        </Button>
      )}
    </header>
  )
}

function NoteList(props: {
  notes: Note[]
  ticked: ReadonlySet<string> | null
  onTick: (id: string) => void
  onOpen: (id: string) => void
}) {
  const t = useMessages(boardMessages)
  return (
    <ul className="flex flex-col gap-1.5">
      {props.notes.map(note => (
        <li
          key={note.id}
          className="flex items-start gap-1 rounded-sm px-2"
          style={{ background: `var(--note-${note.bouwsteen})` }}
        >
          {props.ticked && (
            <label className="flex size-10 shrink-0 items-center justify-center">
              <input
                type="checkbox"
                checked={props.ticked.has(note.id)}
                onChange={() => props.onTick(note.id)}
                aria-label={t.tick(note.text)}
                className="size-6 accent-(--primary)"
              />
            </label>
          )}
          <button
            type="button"
            onClick={() => props.onOpen(note.id)}
            className="flex min-h-10 min-w-0 grow items-start gap-2 py-2 text-left text-ink"
          >
            <BouwsteenIcon bouwsteen={note.bouwsteen} />
            <span className="min-w-0 break-words">{note.text || t.emptyNote}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Lays what is ticked in a line that is there, or in a new one. */
function OrderBar(props: { lines: Line[]; ticked: ReadonlySet<string>; onDone: () => void }) {
  const { lines, ticked, onDone } = props
  const t = useMessages(boardMessages)
  const actions = useBoardActions()
  const [title, setTitle] = useState('')
  const lay = (line: string | null) => {
    for (const id of ticked) actions?.putInLine(id, line)
    onDone()
  }
  const make = () => {
    if (!actions || title.trim() === '') return
    lay(actions.addLine({ title: title.trim(), order: (lines.at(-1)?.order ?? 0) + 1 }))
    setTitle('')
  }
  return (
    <div className="sticky bottom-0 mt-auto flex flex-wrap items-end gap-x-6 gap-y-3 border-t border-line bg-paper py-3">
      <p aria-live="polite" className="min-h-11 content-center font-semibold">
        {t.ticked(ticked.size)}
      </p>
      {lines.length > 0 && (
        <div className="min-w-48">
          <Field label={t.putInLine}>
            {field => (
              <Select
                {...field}
                value=""
                disabled={ticked.size === 0}
                onChange={event => lay(event.target.value === 'none' ? null : event.target.value)}
              >
                <option value="" disabled>
                  {t.chooseLine}
                </option>
                {lines.map(line => (
                  <option key={line.id} value={line.id}>
                    {line.title}
                  </option>
                ))}
                <option value="none">{t.noLine}</option>
              </Select>
            )}
          </Field>
        </div>
      )}
      <form
        className="flex grow flex-wrap items-end gap-2"
        onSubmit={event => {
          event.preventDefault()
          make()
        }}
      >
        <div className="min-w-56 grow">
          <Field label={t.newLine}>
            {field => (
              <TextInput
                {...field}
                placeholder={t.newLineHint}
                value={title}
                maxLength={LINE_TITLE_MAX}
                onChange={event => setTitle(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit" variant="primary">
          {t.makeLine}
        </Button>
      </form>
    </div>
  )
}
