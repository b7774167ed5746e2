'use client'
import { useJoints } from '#components/board/overview/coherence.tsx'
import { JointRing } from '#components/board/overview/joint-ring.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Hold } from '#lib/domain/cement.ts'
import { overviewMessages } from '#lib/i18n/overview.ts'

const nothing = () => {}

/** Which joints of the mosaic hold. */
export function CoherencePicture() {
  const t = useMessages(overviewMessages)
  const joints = useJoints()
  const many = (hold: Hold) => joints.filter(joint => joint.hold === hold).length
  return (
    <>
      <h2 className="pb-1 text-3xl font-bold">{t.coherence}</h2>
      <p className="text-xl">{t.summary(many('strong'), many('weak'), many('empty'))}</p>
      <JointRing joints={joints} chosen={null} onChoose={nothing} />
    </>
  )
}
