import { useMemo } from 'react'
import { useChoice } from '#components/ui/remembered.ts'
import { type Pen, pensOf } from '#lib/domain/hosting.ts'
import { useSession, useSessionView } from './session.tsx'

const none: Pen[] = []
export const penKey = ({ author, partner }: Pen): string => `${author} ${partner ?? ''}`

/** The names that one may lay notes in on this device, beside one's own. */
export function usePens(): Pen[] {
  const view = useSessionView()
  return useMemo(() => (view ? pensOf(view.me, view.roster, view.hosted, view.partners) : none), [view])
}

/**
 * In whose name notes are written here now: null for one's own, which it is again as soon as that person is no longer ticked on this
 * device.
 */
export function usePen(): [Pen | null, (key: string) => void] {
  const session = useSession()
  const pens = usePens()
  const [key, choose] = useChoice<string>(`pen-${session}`, ['', ...pens.map(penKey)])
  return [pens.find(each => penKey(each) === key) ?? null, choose]
}

/** Oneself and who is ticked on this device: whose notes are found back on it. The same array for as long as they are the same. */
export function useOwnNames(): readonly string[] {
  const me = useSessionView()?.me.id ?? ''
  const names = [...new Set([me, ...usePens().map(({ author }) => author)])].join(' ')
  return useMemo(() => names.split(' '), [names])
}
