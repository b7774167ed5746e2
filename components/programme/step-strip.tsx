'use client'
import { ChevronDown } from 'lucide-react'
import { useEffect } from 'react'
import { rightsOf } from '#components/live/rights.ts'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { NextMeeting } from '#components/meeting/next-meeting.tsx'
import type { PageName } from '#components/session/page-name.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { useChoice } from '#components/ui/remembered.ts'
import type { StepView as StepScreen } from '#lib/domain/programme.ts'
import { programmeMessages } from '#lib/i18n/programme.ts'
import type { StepView } from '#lib/protocol/session-view.ts'
import { allowSound } from './chime.ts'
import { ClockCalls } from './clock-calls.tsx'
import { ClockFace } from './clock-face.tsx'
import { OwnSignals } from './own-signals.tsx'
import { OwnTable, TableSign } from './own-table.tsx'

/** In which step of its programme the room is, and what time is left; the rest on demand. */
export function StepStrip({ present, page }: { present: StepView; page: PageName }) {
  const t = useMessages(programmeMessages)
  const clock = useSessionView()?.clock
  const [sound, chooseSound] = useSound()
  const { step, place, of } = present
  return (
    <div className="flex items-center gap-x-3 bg-surface px-3 text-sm sm:px-4">
      <Disclosure
        label={t.about(t.step(place, of), step.title)}
        align="left"
        className="min-w-0 max-w-[62vw] px-0 text-left sm:max-w-[40vw]"
        face={
          <>
            <span className="hidden whitespace-nowrap font-normal text-muted sm:inline">
              {t.step(place, of)}
            </span>
            {/* A space for who reads it out; what is seen has its gap. */}{' '}
            <span className="truncate">{step.title}</span>
            <ChevronDown aria-hidden="true" size={16} className="shrink-0" />
          </>
        }
      >
        {() => (
          <div className="flex flex-col gap-3 text-base">
            <OwnTable />
            <About present={present} page={page} />
            <OwnSignals full />
            <label className="flex min-h-11 items-center gap-3 text-sm">
              <input
                type="checkbox"
                checked={sound}
                onChange={event => chooseSound(event.target.checked)}
                className="size-6 accent-(--primary)"
              />
              {t.sound}
            </label>
          </div>
        )}
      </Disclosure>
      <p aria-live="polite" className="min-w-0 grow truncate">
        <span className="sr-only">
          {t.now}: {step.title}.{' '}
        </span>
        <span className="sr-only lg:not-sr-only">{step.goal}</span>
      </p>
      <OwnSignals />
      <TableSign />
      {clock && (
        <>
          <ClockFace clock={clock} className="text-base" />
          <ClockCalls clock={clock} sound={sound} />
        </>
      )}
    </div>
  )
}

function About({ present, page }: { present: StepView; page: PageName }) {
  const t = useMessages(programmeMessages)
  const { step, place, of, next } = present
  const way = useWay(step.view, page)
  return (
    <>
      <p className="text-sm text-muted">{t.step(place, of)}</p>
      <p className="text-lg font-bold">{step.title}</p>
      {step.goal && <p>{step.goal}</p>}
      {step.view === 'meeting' && <NextMeeting always />}
      <Instruction text={step.instruction} />
      <WhoMay />
      {step.view !== 'meeting' && <NextMeeting />}
      {way && (
        <a href={way.href} className="self-start py-2 font-semibold">
          {way.text}
        </a>
      )}
      <p className="text-sm text-muted">{next === null ? t.last : t.next(next)}</p>
    </>
  )
}

/** Who may do what in this step, where that is not everybody. */
export function WhoMay() {
  const t = useMessages(programmeMessages)
  const view = useSessionView()
  const rights = view && rightsOf(view)
  if (!rights) return null
  const { write, move } = rights
  const said = [write !== 'all' && t[`${write}Write`], move !== 'all' && t[`${move}Move`]]
  return <p className="font-semibold">{said.filter(each => each !== false).join(' ')}</p>
}

/** What is asked of everybody: each line is a point. */
export function Instruction({ text }: { text: string }) {
  const points = text.split('\n').filter(line => line.trim() !== '')
  if (points.length === 0) return null
  return (
    <ol className="flex list-decimal flex-col gap-1.5 pl-5">
      {points.map(point => (
        <li key={point}>{point}</li>
      ))}
    </ol>
  )
}

/** Where what the step is about is to be seen; null where there is no way to go: on that page itself, and when it stands here. */
function useWay(view: StepScreen, page: PageName): { href: string; text: string } | null {
  const t = useMessages(programmeMessages)
  const session = useSession()
  if (view === 'meeting' || (view === 'statement' && page === 'statement')) return null
  if (view === 'statement') return { href: `/${session}/statement`, text: t.statement }
  const shown = view === 'breakthrough' ? 'results' : view
  return { href: `/${session}/board?view=${shown}`, text: t[view] }
}

/** Whether this device gives a sound; off until somebody chooses. */
function useSound(): [boolean, (on: boolean) => void] {
  const [choice, choose] = useChoice('clock-sound', ['on', 'off'])
  const on = choice === 'on'
  useEffect(() => {
    if (!on) return
    window.addEventListener('pointerdown', allowSound, { once: true })
    return () => window.removeEventListener('pointerdown', allowSound)
  }, [on])
  return [
    on,
    chosen => {
      if (chosen) allowSound()
      choose(chosen ? 'on' : 'off')
    },
  ]
}
