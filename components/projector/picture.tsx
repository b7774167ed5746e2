'use client'
import dynamic from 'next/dynamic'
import { Wall } from '#components/board/wall/wall.tsx'
import { NextMeeting } from '#components/meeting/next-meeting.tsx'
import { tablesInUse } from '#components/programme/seat.ts'
import { useSpotlit } from '#components/together/spotlit.tsx'
import { presentCheck } from '#lib/domain/present-check.ts'
import type { StepView } from '#lib/domain/programme.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { CoherencePicture } from './coherence-picture.tsx'
import { DecisionPicture } from './decision-picture.tsx'
import { LinesPicture } from './lines-picture.tsx'
import { PeoplePicture } from './people-picture.tsx'
import { BreakthroughPicture, ResultsPicture } from './promises-picture.tsx'
import { SpotlitPicture } from './spotlit-picture.tsx'
import { StatementPicture } from './statement-picture.tsx'
import { TablesPicture } from './tables-picture.tsx'

const CheckSlide = dynamic(() => import('./check-slide.tsx').then(file => file.CheckSlide), { ssr: false })

const nowhere = {}
const all = () => true
const nothing = () => {}

/** The note in the spotlight; else the check that is asked or shown, what the room is called to, or what the present step is about; without a step, what the phase is. */
export function Picture({ view }: { view: SessionView }) {
  const spotlit = useSpotlit()
  const check = presentCheck(view.checks, view.step?.since ?? null)
  if (spotlit || check)
    return (
      <div className="projector-large flex min-h-0 grow flex-col">
        {spotlit ? <SpotlitPicture note={spotlit} /> : check && <CheckSlide view={view} check={check} />}
      </div>
    )
  // Where to sit is on everybody's own screen; what is written down together in such a step is on this one alone.
  const shown = shownOf(view)
  const written = shown === 'breakthrough' || shown === 'results'
  const tables = view.gathered || written ? null : tablesInUse(view)
  if (!tables && shown === 'wall')
    return <Wall watching filter={all} place={nowhere} onPlace={nothing} onOpen={nothing} />
  return (
    <div className="projector-large flex min-h-0 grow flex-col">
      {tables ? <TablesPicture view={view} seated={tables} /> : <StepPicture view={view} />}
    </div>
  )
}

function StepPicture({ view }: { view: SessionView }) {
  switch (shownOf(view)) {
    case 'lines':
      return <LinesPicture />
    case 'overview':
      return <CoherencePicture />
    case 'proposals':
      return <DecisionPicture view={view} />
    case 'people':
      return <PeoplePicture view={view} />
    case 'breakthrough':
      return <BreakthroughPicture view={view} />
    case 'results':
      return <ResultsPicture view={view} />
    case 'statement':
      return <StatementPicture view={view} />
    case 'meeting':
      return (
        <div className="m-auto">
          <NextMeeting large always />
        </div>
      )
    default:
      return null
  }
}

function shownOf({ gathered, step, session, preparation }: SessionView): StepView {
  if (gathered) return gathered.view === 'board' ? 'wall' : gathered.view
  if (step) return step.step.view
  // What was laid side by side before the first step is what the hall looks at.
  if (session.phase === 'collect') return preparation?.laid?.length ? 'proposals' : 'wall'
  if (session.phase === 'order') return 'lines'
  return session.phase === 'decide' ? 'proposals' : 'statement'
}
