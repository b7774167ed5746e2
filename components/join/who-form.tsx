'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { type Failure, post } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useFormCheck } from '#components/ui/form-check.ts'
import { forgetDraft, useKeptDraft } from '#components/ui/kept-draft.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { Mistakes } from '#components/ui/mistakes.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { legible } from '#lib/domain/legible.ts'
import { joinMessages } from '#lib/i18n/join.ts'
import type { JoinAnswer, LookAnswer } from '#lib/protocol/requests.ts'
import { boardAt } from './board-at.ts'
import { MYSELF, PartnerChoice } from './partner-choice.tsx'

/** Empty: not chosen yet. */
type Who = { name: string; partner: string }
type Mistake = 'nameMissing' | 'nameWrong' | 'partnerMissing'

const WHO_DRAFT = 'mozaiek-who'

function mistakesIn({ name, partner }: Who): Mistakes<Mistake> {
  return {
    ...(!legible(name) && { name: 'nameMissing' }),
    ...(!partner && { partner: 'partnerMissing' }),
  }
}

/** Refusals that leave the form standing: what was filled in may go along another time. */
const staying = new Set<Failure['code']>(['offline', 'too-busy', 'internal', 'store-failed'])

/** The one question: who are you? */
export function WhoForm(props: {
  code: string
  look: LookAnswer
  tile: Bouwsteen | null
  onRefused: (code: Failure['code']) => void
}) {
  const t = useMessages(joinMessages)
  const { session, partners, role } = props.look
  const days = useDays()
  const [draft, put] = useKeptDraft<Who>(`${WHO_DRAFT}-${session.id}`, () => ({
    name: '',
    partner: partners.length === 0 ? MYSELF : '',
  }))
  const { form, mistakes, check, found } = useFormCheck(draft, mistakesIn)
  const { busy, failed, send } = useJoin(props, found)
  useEffect(() => form.current?.querySelector('input')?.focus(), [form])
  const { name, partner } = draft
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (check()) void send(legible(name), partner === MYSELF ? null : partner)
  }
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-6">
      <header>
        <p className="text-muted">{session.network}</p>
        <h1 className="text-3xl font-bold">{session.title}</h1>
        <p className="text-muted">{days(session.dates)}</p>
        {role === 'observer' && <p className="mt-2">{t.lookingOn}</p>}
      </header>
      <Field
        label={t.yourName}
        hint={t.yourNameHint}
        error={mistakes.name && t[mistakes.name]}
        labelClass="text-lg"
      >
        {field => (
          <TextInput
            {...field}
            autoComplete="name"
            autoCapitalize="words"
            enterKeyHint="go"
            value={name}
            onChange={event => put({ name: event.target.value })}
            className="min-h-14 text-lg"
          />
        )}
      </Field>
      {partners.length > 0 && (
        <PartnerChoice
          partners={partners}
          chosen={partner}
          error={mistakes.partner && t[mistakes.partner]}
          onChoose={chosen => put({ partner: chosen })}
        />
      )}
      {failed && (
        <Notice kind="error" title={t.notAnswered}>
          {failed}
        </Notice>
      )}
      {/* On a phone the button stays under the thumb while the list scrolls. */}
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-paper p-4 sm:static sm:mx-0 sm:border-0 sm:p-0">
        <Button
          type="submit"
          variant="primary"
          aria-disabled={busy}
          className="min-h-14 w-full px-7 text-lg sm:w-auto"
        >
          {busy ? t.joining : t.join}
        </Button>
      </div>
    </form>
  )
}

function useJoin(
  props: { code: string; tile: Bouwsteen | null; onRefused: (code: Failure['code']) => void },
  onWrong: (mistakes: Mistakes<Mistake>) => void,
) {
  const t = useMessages(joinMessages)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const send = async (name: string, partner: string | null) => {
    if (busy) return
    setBusy(true)
    setFailed(null)
    const answer = await post<JoinAnswer>('/api/join', { code: props.code, name, partner })
    // Stays busy while the board comes, so that nobody joins twice.
    if (answer.ok) {
      // Whoever joins next on this device has a name of their own.
      forgetDraft(`${WHO_DRAFT}-${answer.value.session}`)
      return location.assign(boardAt(answer.value.session, props.tile))
    }
    setBusy(false)
    const { code, detail } = answer.refusal
    if (code === 'invalid-request' && detail?.startsWith('name')) return onWrong({ name: 'nameWrong' })
    if (code === 'no-partner') return onWrong({ partner: 'partnerMissing' })
    if (staying.has(code)) setFailed(t.offline)
    else props.onRefused(code)
  }
  return { busy, failed, send }
}

/** Writes days (YYYY-MM-DD) in the reader's language: "24 november 2026 en 25 november 2026". */
function useDays(): (dates: readonly string[]) => string {
  const language = useLanguage()
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return dates => list.format(dates.map(date => day.format(Date.parse(date))))
}
