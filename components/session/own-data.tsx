'use client'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { type Failure, get, useRefusalText } from '#components/live/api.ts'
import { forgetSession } from '#components/live/kept-view.ts'
import { useCommand, useSession } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PARTICIPANT_NAME_MAX } from '#lib/domain/participant.ts'
import { dayOf } from '#lib/i18n/moment.ts'
import { ownDataMessages } from '#lib/i18n/own-data.ts'
import { type OwnData, ownKinds } from '#lib/protocol/own-data.ts'

/** What is kept in one's own name: to read, to correct, and to have taken away. */
export function OwnDataDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(ownDataMessages)
  const text = useRefusalText()
  const session = useSession()
  const [data, setData] = useState<OwnData | null>(null)
  const [failed, setFailed] = useState<Failure['code'] | null>(null)
  const look = useCallback(async () => {
    const answer = await get<OwnData>(`/api/sessions/${encodeURIComponent(session)}/mine`)
    if (answer.ok) setData(answer.value)
    else setFailed(answer.refusal.code)
  }, [session])
  useEffect(() => void look(), [look])
  return (
    <Dialog open onClose={onClose} title={t.title} wide actions={<Button onClick={onClose}>{t.done}</Button>}>
      {failed && <Notice kind="error">{text(failed)}</Notice>}
      {data ? (
        <div className="flex flex-col gap-6">
          <Kept data={data} />
          <OwnName name={data.name} onFailed={setFailed} onDone={() => void look()} />
          <Removal onFailed={setFailed} />
        </div>
      ) : (
        !failed && <p className="text-muted">{t.loading}</p>
      )}
    </Dialog>
  )
}

function Kept({ data }: { data: OwnData }) {
  const t = useMessages(ownDataMessages)
  const language = useLanguage()
  const { entries, secret, deeds, partner } = data
  const kinds = ownKinds.filter(kind => entries.some(each => each.kind === kind))
  const anonymous = secret.votes + secret.answers > 0
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-[65ch]">{t.intro(dayOf(language, Date.parse(data.lastDay)))}</p>
      <p>{partner === null ? t.forSelf : t.partner(partner)}</p>
      {kinds.length === 0 && <p className="text-muted">{t.nothing}</p>}
      {kinds.map(kind => {
        const own = entries.filter(each => each.kind === kind)
        return (
          <details key={kind} className="rounded-lg border border-line px-4">
            <summary className="min-h-11 cursor-pointer content-center font-semibold">
              {t[kind]} ({own.length})
            </summary>
            <ul className="flex list-disc flex-col gap-1 pb-3 pl-5">
              {own.map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is read at once and never changes its order
                <li key={at} className="break-words whitespace-pre-line">
                  {each.text}
                  {each.more && <span className="block text-sm text-muted">{each.more}</span>}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
      {anonymous && <p className="max-w-[65ch]">{t.secret(secret.votes, secret.answers)}</p>}
      {deeds > 0 && <p className="max-w-[65ch]">{t.deeds(deeds)}</p>}
    </div>
  )
}

type OnFailed = (code: Failure['code'] | null) => void

function OwnName({ name, onFailed, onDone }: { name: string; onFailed: OnFailed; onDone: () => void }) {
  const t = useMessages(ownDataMessages)
  const command = useCommand()
  const [typed, setTyped] = useState(name)
  const [done, setDone] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return
    const answer = await command({ type: 'correctName', name: typed.trim() })
    onFailed(answer.ok ? null : answer.refusal.code)
    setDone(answer.ok)
    if (answer.ok) onDone()
  }
  return (
    <form onSubmit={event => void submit(event)} className="flex flex-col gap-3">
      <Field label={t.name} hint={t.nameHint}>
        {field => (
          <TextInput
            {...field}
            value={typed}
            autoComplete="name"
            maxLength={PARTICIPANT_NAME_MAX}
            onChange={event => {
              setTyped(event.target.value)
              setDone(false)
            }}
          />
        )}
      </Field>
      <Button type="submit" className="self-start">
        {t.correct}
      </Button>
      <p role="status" className="empty:hidden">
        {done ? t.corrected : ''}
      </p>
    </form>
  )
}

/** What goes and what stays, before it is done. */
function Removal({ onFailed }: { onFailed: OnFailed }) {
  const t = useMessages(ownDataMessages)
  const session = useSession()
  const command = useCommand()
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    if (busy) return
    setBusy(true)
    const answer = await command({ type: 'forgetMe' })
    setBusy(false)
    onFailed(answer.ok ? null : answer.refusal.code)
    if (!answer.ok) return
    await forgetSession(session).catch(() => {})
    location.assign('/')
  }
  return (
    <details className="rounded-lg border border-line px-4">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t.remove}</summary>
      <div className="flex max-w-[65ch] flex-col gap-3 pb-4">
        <h3 className="font-bold">{t.removeTitle}</h3>
        <p>{t.removeIntro}</p>
        <Points all={[t.goes1, t.goes2, t.goes3]} />
        <p className="font-semibold">{t.staysTitle}</p>
        <Points all={[t.stays1, t.stays2, t.stays3]} />
        <p>{t.staysNamed}</p>
        <Button variant="danger" aria-disabled={busy} className="self-start" onClick={() => void remove()}>
          {t.sure}
        </Button>
      </div>
    </details>
  )
}

const Points = ({ all }: { all: readonly string[] }) => (
  <ul className="flex list-disc flex-col gap-1 pl-5">
    {all.map(each => (
      <li key={each}>{each}</li>
    ))}
  </ul>
)
