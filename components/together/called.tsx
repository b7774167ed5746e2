'use client'
import { Eye } from 'lucide-react'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Gathered } from '#lib/domain/leading.ts'
import { togetherMessages } from '#lib/i18n/together.ts'
import { Bar } from './bar.tsx'
import { useBrought } from './use-brought.ts'
import { useWhere } from './where.ts'

/** For who is called somewhere: takes them along, or asks them to come; who follows can look around for themself. */
export function Called({ to, onGo }: { to: Gathered; onGo: (to: Gathered) => void }) {
  const t = useMessages(togetherMessages)
  const where = useWhere()
  const { stand, along, stay } = useBrought(to, onGo)
  if (stand === 'invited')
    return (
      <Bar icon={Eye} text={t.called(where(to))}>
        <Button variant="primary" onClick={along}>
          {t.go}
        </Button>
        <Button onClick={stay}>{to.follow ? t.self : t.stay}</Button>
      </Bar>
    )
  if (!to.follow) return null
  return stand === 'aside' ? (
    <Bar icon={Eye} text={t.aside}>
      <Button onClick={along}>{t.again}</Button>
    </Bar>
  ) : (
    <Bar icon={Eye} text={t.following}>
      <Button onClick={stay}>{t.self}</Button>
    </Bar>
  )
}

/** For who leads: that the room was called, and letting go of it. */
export function Calling({ to }: { to: Gathered }) {
  const t = useMessages(togetherMessages)
  const command = useCommand()
  const view = useSessionView()
  const own = to.by === view?.me.id
  const name = view?.roster.find(({ id }) => id === to.by)?.name ?? ''
  const followed = own ? t.followsYou : t.followsOther(name)
  return (
    <Bar icon={Eye} text={to.follow ? followed : t.calledByYou}>
      <Button onClick={() => void command({ type: 'release' })}>{t.release}</Button>
    </Bar>
  )
}
