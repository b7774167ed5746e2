'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { checkForms } from '#lib/content/check-forms.ts'
import { ANONYMOUS_FROM } from '#lib/domain/check.ts'
import { leftOut } from '#lib/domain/check-tally.ts'
import { checkHandsMessages } from '#lib/i18n/check-hands.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import { useRuns } from './compared.ts'
import { GradePicture } from './grade-picture.tsx'
import { OptionsPicture } from './options-picture.tsx'
import { useTurnout } from './turnout.ts'

/** How the answers lie, question by question, beside those of the check's runs before. `large`: to be read from afar. */
export function CheckOutcome(props: { checks: readonly CheckView[]; check: CheckView; large?: boolean }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const { checks, check, large = false } = props
  const runs = useRuns(checks, check, large)
  const hands = useMessages(checkHandsMessages)
  const turnout = useTurnout()
  const missing = leftOut(check, check.turnout.people - check.byHand, check.byHand)
  if (check.picture === null)
    return <Notice kind="info">{(check.anonymous ? t.tooFew : t.tooFewNamed)(ANONYMOUS_FROM)}</Notice>
  const asked = checkForms[check.kind].questions.filter(
    ({ ask }) => ask.kind === 'options' || ask.kind === 'grade',
  )
  return (
    <div className={`@container flex flex-col gap-4 ${large ? sizeOf(asked.length) : ''}`}>
      {check.about && (
        <p className="rounded-lg bg-(--note-opgave) p-3 font-serif whitespace-pre-wrap text-ink">
          {check.about}
        </p>
      )}
      <p className="text-muted">
        {turnout(check)}
        {missing > 0 && <span className="block">{hands.leftOut(missing, ANONYMOUS_FROM)}</span>}
      </p>
      <div className={`grid gap-x-8 gap-y-5 ${columnsOf(asked.length)}`}>
        {asked.map(question =>
          question.ask.kind === 'grade' ? (
            <GradePicture
              key={question.ask.id}
              title={question.title[language]}
              ask={question.ask}
              runs={runs}
            />
          ) : (
            <OptionsPicture
              key={question.ask.id}
              question={question}
              runs={runs}
              brief={large && asked.length > 4}
            />
          ),
        )}
      </div>
      {check.kind !== 'legitimacy' && (
        <p className="text-[0.875em] text-muted">
          <span aria-hidden="true">◆</span> {t.middle}
        </p>
      )}
    </div>
  )
}

/** Few questions have room for larger letters. */
const sizeOf = (questions: number): string =>
  questions === 1 ? 'text-2xl' : questions === 3 ? 'text-xl' : 'text-lg'

const columnsOf = (questions: number): string => {
  if (questions === 1) return ''
  return questions > 4 ? '@2xl:grid-cols-2 @4xl:grid-cols-3' : '@2xl:grid-cols-2'
}
