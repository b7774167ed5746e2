'use client'
import { ClipboardCheck } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { checkForms } from '#lib/content/check-forms.ts'
import { answererOf, type CheckAnswer } from '#lib/domain/check.ts'
import { presentCheck } from '#lib/domain/present-check.ts'
import { checkHandsMessages } from '#lib/i18n/check-hands.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import { CheckForm } from './check-form.tsx'
import { CheckOutcome } from './check-outcome.tsx'
import { OwnHands } from './own-hands.tsx'

const CheckHandsDialog = dynamic(() => import('./hands-dialog.tsx').then(module => module.CheckHandsDialog))

/** A row that says that a check waits, or what came of one; what it is about opens over the page, for nobody is interrupted. */
export function CheckNotice() {
  const view = useSessionView()
  const [opened, setOpened] = useState<string | null>(null)
  const [counting, setCounting] = useState<string | null>(null)
  // What is filled in stays for as long as the page does, also when the window is closed meanwhile.
  const [drafts, setDrafts] = useState<Record<string, CheckAnswer | null>>({})
  const title = useTitle()
  if (!view) return null
  const check = presentCheck(view.checks, view.step?.since ?? null)
  const inDialog = view.checks.find(({ id }) => id === opened)
  const counted = view.checks.find(({ id, state }) => id === counting && state === 'open')
  return (
    <>
      {check && <Row check={check} onOpen={() => setOpened(check.id)} />}
      {inDialog && (
        <Dialog
          open
          firm={inDialog.state === 'open'}
          wide={inDialog.state === 'closed'}
          title={title(inDialog)}
          onClose={() => setOpened(null)}
        >
          {inDialog.state === 'open' ? (
            <>
              <OwnHands
                check={inDialog}
                onCorrect={() => {
                  setOpened(null)
                  setCounting(inDialog.id)
                }}
              />
              <CheckForm
                check={inDialog}
                draft={drafts[inDialog.id] ?? inDialog.answer ?? {}}
                onDraft={draft => setDrafts({ ...drafts, [inDialog.id]: draft })}
                onClose={() => setOpened(null)}
              />
            </>
          ) : (
            <CheckOutcome checks={view.checks} check={inDialog} />
          )}
        </Dialog>
      )}
      {counted && (
        <CheckHandsDialog check={counted} partner={view.me.partner} onClose={() => setCounting(null)} />
      )}
    </>
  )
}

export function useTitle(): (check: Pick<CheckView, 'kind'>) => string {
  const language = useLanguage()
  return ({ kind }) => checkForms[kind].title[language]
}

function Row({ check, onOpen }: { check: CheckView; onOpen: () => void }) {
  const t = useMessages(checkMessages)
  const hands = useMessages(checkHandsMessages)
  const view = useSessionView()
  const title = useTitle()(check)
  if (!view) return null
  const takesPart = view.me.role === 'participant'
  const mayAnswer = takesPart && answererOf(check, view.me) !== null
  const said = () => {
    if (check.state === 'closed') return t.picture(title)
    if (!takesPart) return t.watching(title)
    if (!mayAnswer) return t.noPartner(title)
    if (check.filledForMe) return hands.filledForYou(title)
    return check.answered ? t.filled(title) : t.waits(title)
  }
  const action = () => {
    if (check.state === 'closed') return t.look
    if (!mayAnswer) return null
    if (!check.answered) return t.fill
    return check.anonymous ? null : t.change
  }
  const label = action()
  return (
    <section
      aria-label={t.section}
      className="flex shrink-0 items-center gap-3 border-b border-line bg-(--tile-binding) px-3 py-1.5 sm:px-4"
    >
      <p role="status" className="flex min-w-0 grow items-center gap-2">
        <ClipboardCheck aria-hidden="true" size={20} className="shrink-0 text-(--accent-binding)" />
        <span>
          <b>{said()}</b>
          {check.state === 'open' && mayAnswer && check.answered && (
            <span className="block text-sm text-muted">{t.later}</span>
          )}
        </span>
      </p>
      {label && (
        <Button className="shrink-0" variant={label === t.change ? 'secondary' : 'primary'} onClick={onOpen}>
          {label}
        </Button>
      )}
    </section>
  )
}
