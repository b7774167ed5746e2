'use client'
import { Users } from 'lucide-react'
import { useEffect } from 'react'
import type { Place, View } from '#components/board/place/place.ts'
import { useBoard } from '#components/live/board.tsx'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { togetherMessages } from '#lib/i18n/together.ts'
import { callPlaceOf, followed, viewFor } from './call-place.ts'
import { calledFrom, setCalledFrom } from './called-from.ts'

/** For who leads: takes the room along to where one is. */
export function LeadMenu({ view, place }: { view: View; place: Place }) {
  const t = useMessages(togetherMessages)
  const command = useCommand()
  const { notes } = useBoard()
  useForgotten()
  const call = async (follow: boolean) => {
    const from = follow ? followed(view, place, notes) : null
    setCalledFrom(from)
    const { ok } = await command({ type: 'gather', view: viewFor(view), at: callPlaceOf(place), follow })
    if (!ok && calledFrom() === from) setCalledFrom(null)
  }
  return (
    <Disclosure label={t.menuFull} face={<Face />}>
      {close => {
        const choose = (follow: boolean) => {
          close()
          void call(follow)
        }
        return (
          <div className="flex flex-col gap-4">
            <div>
              <Button className="w-full" onClick={() => choose(false)}>
                {t.bring}
              </Button>
              <p className="mt-1 text-sm text-muted">{t.bringHint}</p>
            </div>
            <div>
              <Button className="w-full" onClick={() => choose(true)}>
                {t.follow}
              </Button>
              <p className="mt-1 text-sm text-muted">{t.followHint}</p>
            </div>
          </div>
        )
      }}
    </Disclosure>
  )
}

/** A call that another one came over, or that one left the board before, has nobody taken along any more. */
function useForgotten() {
  const view = useSessionView()
  const to = view?.gathered
  const followsMe = to?.follow === true && to.by === view?.me.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each call
  useEffect(() => {
    if (!followsMe) setCalledFrom(null)
  }, [to?.moment, followsMe])
  useEffect(() => () => setCalledFrom(null), [])
}

/** A word beside the mark where there is room for it. */
function Face() {
  const t = useMessages(togetherMessages)
  return (
    <>
      <Users aria-hidden="true" size={20} />
      <span className="hidden 2xl:inline">{t.menu}</span>
    </>
  )
}
