'use client'
import { BrickWall } from 'lucide-react'
import { useBoard } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { promptsBetween } from '#lib/content/tuning.ts'
import type { Cement } from '#lib/domain/cement.ts'
import { cementMessages } from '#lib/i18n/cement.ts'
import { overviewMessages } from '#lib/i18n/overview.ts'
import { CementItem } from '../cement/cement-item.tsx'
import { RemovedCement } from '../cement/removed-cement.tsx'
import { useCement } from '../cement/use-cement.ts'
import type { SeenJoint } from './coherence.tsx'

/** What holds one joint: its sentences with both notes; while it is empty, what the method asks there. */
export function JointDetail({ joint }: { joint: SeenJoint }) {
  const t = useMessages(overviewMessages)
  const words = useMessages(cementMessages)
  const { notes } = useBoard()
  const { begin } = useCement()
  const removed = useRemoved(joint)
  const ends = (cement: Cement) => notes.filter(({ id }) => id === cement.from || id === cement.to)
  return (
    <section
      aria-labelledby="joint-detail"
      data-joint-detail
      className="flex scroll-mt-4 flex-col gap-3 rounded-xl bg-surface p-4"
    >
      <h2 id="joint-detail" tabIndex={-1} className="scroll-mt-4 text-xl font-bold">
        {joint.name}
      </h2>
      <p>
        <strong>{t[joint.hold]}</strong>
        {joint.strength > 0 &&
          `: ${t.cement(joint.strength)}, ${t.makers(joint.partners.length, joint.people.length)}`}
      </p>
      {joint.strength === 0 && <p>{joint.tuned ? t.emptyJoint : t.emptyQuiet}</p>}
      <Prompts joint={joint} />
      {begin && (
        <div>
          <Button variant="primary" onClick={() => begin({ tiles: joint.between })}>
            <BrickWall aria-hidden="true" size={18} />
            {words.make}
          </Button>
        </div>
      )}
      {joint.cement.length > 0 && (
        <ul className="flex flex-col gap-2">
          {joint.cement.map(each => (
            <CementItem key={each.id} cement={each} ends={ends(each)} />
          ))}
        </ul>
      )}
      <RemovedCement cement={removed} />
    </section>
  )
}

/** What was taken away between the notes that lie on these two bouwstenen now. */
function useRemoved({ between }: SeenJoint): Cement[] {
  const { notes, cement } = useBoard()
  const lies = (id: string) => notes.find(note => note.id === id)?.bouwsteen
  return cement.filter(({ deletedAt, from, to }) => {
    if (deletedAt === null) return false
    const tiles = [lies(from), lies(to)]
    return between.every(each => tiles.includes(each))
  })
}

function Prompts({ joint }: { joint: SeenJoint }) {
  const t = useMessages(overviewMessages)
  const language = useLanguage()
  const prompts = promptsBetween(...joint.between)
  const name = (each: (typeof joint.between)[number]) => bouwsteenContent[each].name[language]
  return prompts.map(({ from, to, prompt }) => (
    <div key={from}>
      <p className="text-sm text-muted">{t.asks(name(from), name(to))}</p>
      <p className="font-serif italic">{prompt[language]}</p>
    </div>
  ))
}
