'use client'
import { useMemo, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { areTuned } from '#lib/content/tuning.ts'
import { type Hold, holdOf, type Joint, jointsOf } from '#lib/domain/cement.ts'
import { overviewMessages } from '#lib/i18n/overview.ts'
import { JointDetail } from './joint-detail.tsx'
import { JointRing } from './joint-ring.tsx'
import { JointTable } from './joint-table.tsx'

/** A joint as the overview shows it: how well it holds, and whether the method lays its two bouwstenen side by side. */
export type SeenJoint = Joint & { key: string; hold: Hold; tuned: boolean; name: string }

/** All 21 joints, each time that cement or what it holds changed. */
export function useJoints(): SeenJoint[] {
  const t = useMessages(overviewMessages)
  const language = useLanguage()
  const { notes, cement } = useBoard()
  return useMemo(
    () =>
      jointsOf(notes, cement).map(joint => {
        const [one, other] = joint.between
        const name = t.pair(bouwsteenContent[one].name[language], bouwsteenContent[other].name[language])
        return { ...joint, key: `${one}-${other}`, hold: holdOf(joint), tuned: areTuned(one, other), name }
      }),
    [notes, cement, t, language],
  )
}

/** To what was chosen; brought up where it begins out of sight, as on a phone. */
function goToDetail(): void {
  const heading = document.getElementById('joint-detail')
  if (!heading) return
  heading.focus({ preventScroll: true })
  const { top } = heading.getBoundingClientRect()
  if (top < 0 || top > innerHeight * 0.6) heading.scrollIntoView({ block: 'start' })
}

/** Which joints are strong, weak or empty: as a picture, in words, and what holds the one that is chosen. */
export function Coherence() {
  const t = useMessages(overviewMessages)
  const joints = useJoints()
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = joints.find(joint => joint.key === chosen)
  const many = (hold: Hold) => joints.filter(joint => joint.hold === hold).length
  const choose = (key: string) => {
    setChosen(key)
    requestAnimationFrame(goToDetail)
  }
  return (
    <>
      <div className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:grid-rows-[auto_1fr]">
        <div className="flex flex-col gap-2 lg:col-start-2">
          <p className="text-muted">{t.coherenceIntro}</p>
          <p className="font-semibold">{t.summary(many('strong'), many('weak'), many('empty'))}</p>
        </div>
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <JointRing joints={joints} chosen={chosen} onChoose={choose} />
        </div>
        {shown ? <JointDetail joint={shown} /> : <p className="text-muted">{t.chooseJoint}</p>}
      </div>
      <JointTable joints={joints} chosen={chosen} onChoose={choose} />
    </>
  )
}
