'use client'
import { LineDot } from '#components/board/line-dot.tsx'
import { useBoard } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { lineMessages } from '#lib/i18n/lines.ts'
import { projectorMessages } from '#lib/i18n/projector.ts'

/** How many notes of a line the back row can still read. */
const NOTES = 6

/** The lines, each with the first of its notes. */
export function LinesPicture() {
  const t = useMessages(projectorMessages)
  const line = useMessages(lineMessages)
  const { lines, notes } = useBoard()
  const standing = lines.filter(each => each.deletedAt === null).toSorted((a, b) => a.order - b.order)
  const of = (id: string) => notes.filter(note => note.deletedAt === null && note.line === id)
  return (
    <>
      <h2 className="pb-3 text-3xl font-bold">{t.lines}</h2>
      {standing.length === 0 && <p className="text-xl text-muted">{t.noLines}</p>}
      <ol className="grid min-h-0 grow auto-rows-fr gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {standing.map(each => {
          const held = of(each.id)
          return (
            <li key={each.id} className="flex flex-col gap-1 overflow-hidden rounded-xl bg-surface p-4">
              <h3 className="flex items-baseline gap-2 text-2xl font-bold">
                <LineDot colour={each.colour} /> {each.title || line.untitled}
              </h3>
              {each.about && <p className="text-lg">{each.about}</p>}
              <ul className="list-disc pl-5 text-lg">
                {held.slice(0, NOTES).map(note => (
                  <li key={note.id} className="line-clamp-2">
                    {note.text}
                  </li>
                ))}
              </ul>
              {held.length > NOTES && <p className="text-muted">{t.more(held.length - NOTES)}</p>}
            </li>
          )
        })}
      </ol>
    </>
  )
}
