'use client'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useWaits } from '#components/live/desk.ts'
import { LiveDocument, useSessionView } from '#components/live/session.tsx'
import { ChoiceButton } from '#components/ui/choice-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { deskMessages } from '#lib/i18n/desk.ts'
import { Desk } from './desk.tsx'
import { OthersWrite } from './others-write.tsx'
import { Promised } from './promise.tsx'
import { Revealed } from './revealed.tsx'

const looks = ['desk', 'board'] as const
type Look = (typeof looks)[number]

/**
 * While notes are collected on private desks, one's own desk comes before the board; who has none sees that others are writing.
 * `children` is the board.
 */
export function DeskFirst({ children }: { children: ReactNode }) {
  const view = useSessionView()
  const desks = view?.session.desks ?? null
  const [look, setLook] = useState<Look>('desk')
  const writes = view?.me.role === 'participant'
  const { round, onOver } = useOpenRound(writes ? (desks?.round ?? null) : null)
  const atDesk = desks !== null && writes && look === 'desk'
  return (
    <>
      <Revealed desks={desks} />
      {desks && writes && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5 sm:px-4">
          <Looks look={look} onLook={setLook} />
          {atDesk && <Promised desks={desks} />}
        </div>
      )}
      {desks && !writes && <OthersWrite promise={desks.promise} />}
      {round !== null && (
        <LiveDocument key={round} document={`desk/${round}`}>
          {desks?.round === round ? atDesk && <Desk desks={desks} /> : <Over onOver={onOver} />}
        </LiveDocument>
      )}
      {!atDesk && children}
    </>
  )
}

/**
 * The round of which a desk is kept open: the present one. One that is over stays until the server has answered all that was
 * written on it, or it would seem not to have come through.
 */
function useOpenRound(now: number | null): { round: number | null; onOver: () => void } {
  const [round, setRound] = useState(now)
  useEffect(() => {
    if (now !== null) setRound(open => open ?? now)
  }, [now])
  return { round, onOver: useCallback(() => setRound(now), [now]) }
}

function Over({ onOver }: { onOver: () => void }) {
  const waits = useWaits()
  useEffect(() => {
    if (!waits) onOver()
  }, [waits, onOver])
  return null
}

function Looks({ look, onLook }: { look: Look; onLook: (look: Look) => void }) {
  const t = useMessages(deskMessages)
  return (
    <fieldset className="steps-aside flex gap-1">
      <legend className="sr-only">{t.looks}</legend>
      {looks.map(each => (
        <ChoiceButton key={each} look="raised" chosen={each === look} onChoose={() => onLook(each)}>
          {t[each]}
        </ChoiceButton>
      ))}
    </fieldset>
  )
}
