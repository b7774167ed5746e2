'use client'
import { BouwsteenIcon } from '#components/board/bouwsteen/bouwsteen-icon.tsx'
import { useWriters } from '#components/board/note/writers.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Note } from '#lib/domain/note.ts'
import { togetherMessages } from '#lib/i18n/together.ts'

/** Above so many letters a note is set smaller, so that the whole of it is on the screen. */
const SHORT = 160
const LONG = 600
const VERY_LONG = 1200

/** One note for the whole hall, large and calm. */
export function SpotlitPicture({ note }: { note: Note }) {
  const t = useMessages(togetherMessages)
  const language = useLanguage()
  const writer = useWriters()(note.author, note.partner)
  const { length } = note.text
  const letters =
    length < SHORT ? 'text-6xl' : length < LONG ? 'text-4xl' : length < VERY_LONG ? 'text-2xl' : 'text-xl'
  return (
    <figure className="m-auto flex max-h-full max-w-5xl flex-col gap-5">
      <figcaption className="flex items-center gap-3 text-2xl font-bold">
        <BouwsteenIcon bouwsteen={note.bouwsteen} size={36} />
        {bouwsteenContent[note.bouwsteen].name[language]}
      </figcaption>
      <blockquote
        className={`overflow-hidden rounded-md p-10 leading-snug break-words whitespace-pre-wrap text-ink shadow-note hyphens-auto ${letters}`}
        style={{ background: `var(--note-${note.bouwsteen})` }}
      >
        {note.text}
      </blockquote>
      <p className="text-2xl text-muted">{t.by(writer.name, writer.partner)}</p>
    </figure>
  )
}
