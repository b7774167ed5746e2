'use client'
import { useState } from 'react'
import { CheckForm } from '#components/check/check-form.tsx'
import { CheckHandsDialog } from '#components/check/hands-dialog.tsx'
import { CountedRow } from '#components/counting/counted-row.tsx'
import { NOBODY, WhoseHands } from '#components/counting/whose-hands.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { CheckAnswer } from '#lib/domain/check.ts'
import type { Partner } from '#lib/domain/partner.ts'
import { checkHandsMessages } from '#lib/i18n/check-hands.ts'
import { countingMessages } from '#lib/i18n/counting.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import { useDoing } from '../use-doing.ts'

/** Answers of who has no device: hands, slips without a name, or what a partner says. Folded, for mostly everybody answers. */
export function WithoutDevice({ check }: { check: CheckView }) {
  const t = useMessages(checkHandsMessages)
  const hint = check.anonymous ? t.slipsHint : check.per === 'partner' ? t.partnerHint : t.handsHint
  return (
    <details className="w-full">
      <summary className="min-h-11 content-center font-semibold">{t.title}</summary>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-muted">{hint}</p>
        {check.per === 'partner' ? <Partners check={check} /> : <Counts check={check} />}
      </div>
    </details>
  )
}

function Counts({ check }: { check: CheckView }) {
  const t = useMessages(checkHandsMessages)
  const view = useSessionView()
  const words = useMessages(countingMessages)
  const [whose, setWhose] = useState<string | null>(null)
  if (!view) return null
  const { anonymous, hands } = check
  const nameOf = (partner: string | null) =>
    anonymous ? t.slipsWord : (view.partners.find(({ id }) => id === partner)?.name ?? words.ofNobody)
  return (
    <>
      {hands.length > 0 && (
        <ul className="flex flex-col gap-2">
          {hands.map(({ partner, people }) => (
            <CountedRow
              key={partner ?? NOBODY}
              name={nameOf(partner)}
              said={anonymous ? t.slips(people) : words.raised(people)}
              action={words.correct}
              onAct={() => setWhose(partner ?? NOBODY)}
            />
          ))}
        </ul>
      )}
      {anonymous && hands.length === 0 && (
        <Button className="self-start" onClick={() => setWhose(NOBODY)}>
          {t.countSlips}
        </Button>
      )}
      {!anonymous && <WhoseHands partners={view.partners} onCount={setWhose} />}
      {whose !== null && (
        <CheckHandsDialog
          check={check}
          partner={whose === NOBODY ? null : whose}
          onClose={() => setWhose(null)}
        />
      )}
    </>
  )
}

/** Each partner, whether its answer is in, and filling it in. */
function Partners({ check }: { check: CheckView }) {
  const t = useMessages(checkHandsMessages)
  const words = useMessages(countingMessages)
  const view = useSessionView()
  const [filling, setFilling] = useState<Partner | null>(null)
  if (!view) return null
  const filled = (partner: string) => check.filled?.some(each => each.partner === partner) === true
  const waits = (partner: string) => check.waiting?.includes(partner) === true
  const said = (partner: string) => (filled(partner) ? t.filled : waits(partner) ? t.notYet : t.answered)
  const action = (partner: string) => (filled(partner) ? words.correct : waits(partner) ? t.fill : null)
  return (
    <>
      <ul className="flex flex-col gap-2">
        {view.partners.map(partner => (
          <CountedRow
            key={partner.id}
            name={partner.name}
            said={said(partner.id)}
            action={action(partner.id)}
            onAct={() => setFilling(partner)}
          />
        ))}
      </ul>
      {filling && <FillDialog check={check} partner={filling} onClose={() => setFilling(null)} />}
    </>
  )
}

function FillDialog(props: { check: CheckView; partner: Partner; onClose: () => void }) {
  const t = useMessages(checkHandsMessages)
  const { check, partner, onClose } = props
  const former = check.filled?.find(each => each.partner === partner.id)?.answer
  const [draft, setDraft] = useState<CheckAnswer>(former ?? {})
  const { busy, error, send } = useDoing()
  const takeBack = async () => {
    const done = await send({ type: 'answerForPartner', check: check.id, partner: partner.id, answer: null })
    if (done) onClose()
  }
  return (
    <Dialog open firm title={t.fillFor(partner.name)} onClose={onClose}>
      <CheckForm
        check={check}
        draft={draft}
        forPartner={partner}
        onDraft={given => (given === null ? onClose() : setDraft(given))}
        onClose={onClose}
      />
      {former && (
        <div className="flex flex-col items-start gap-3 pt-3">
          {error && <Notice kind="error">{error}</Notice>}
          <Button disabled={busy} onClick={() => void takeBack()}>
            {t.takeBack}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
