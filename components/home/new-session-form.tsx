'use client'
import { type FormEvent, useState } from 'react'
import { post, useRefusalText } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { type FormCheck, useFormCheck } from '#components/ui/form-check.ts'
import { useKeptDraft } from '#components/ui/kept-draft.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Language } from '#lib/domain/session.ts'
import { homeMessages } from '#lib/i18n/home.ts'
import type { CreateAnswer } from '#lib/protocol/requests.ts'
import { DatesField } from './dates-field.tsx'
import {
  type Draft,
  fieldNamed,
  freshDraft,
  type Mistake,
  mistakesIn,
  NEW_SESSION_DRAFT,
  requestOf,
} from './draft.ts'
import { PartnersField } from './partners-field.tsx'
import { ProgrammeField } from './programme-field.tsx'
import { SignedIn, SignIn, useSigningIn } from './signing-in.tsx'

/** Everything that a kick-off needs to begin, on one page. */
export function NewSessionForm({ onCreated }: { onCreated: (created: CreateAnswer) => void }) {
  const t = useMessages(homeMessages)
  const [draft, put] = useKeptDraft<Draft>(NEW_SESSION_DRAFT, freshDraft)
  const checked = useFormCheck(draft, mistakesIn)
  const [key, setKey] = useState<string | null>(null)
  const { signIn, failed, over } = useSigningIn()
  const asked = (code: 'key-needed' | 'sign-in-needed') =>
    code === 'key-needed' ? setKey(now => now ?? '') : over()
  const { busy, error, submit } = useCreate(draft, checked, { key, asked, done: onCreated })
  const { form, mistakes } = checked
  const said = (path: string) => mistakes[path] && t[mistakes[path]]
  return (
    <form ref={form} noValidate onSubmit={submit} className="mx-auto flex max-w-3xl flex-col gap-7">
      <div>
        <p className="mb-2">
          <a href="/" className="inline-flex min-h-11 items-center">
            {t.back}
          </a>
        </p>
        <h1 tabIndex={-1} className="text-3xl font-bold outline-none">
          {t.newTitle}
        </h1>
        <p className="mt-3 max-w-[65ch] text-muted">{t.newLead}</p>
      </div>
      {signIn &&
        (signIn.done ? <SignedIn name={signIn.name} /> : <SignIn name={signIn.name} failed={failed} />)}
      <Field label={t.network} hint={t.networkHint} error={said('network')}>
        {field => (
          <TextInput
            {...field}
            autoComplete="off"
            value={draft.network}
            onChange={event => put({ network: event.target.value })}
          />
        )}
      </Field>
      <Field label={t.sessionTitle} hint={t.sessionTitleHint} error={said('title')}>
        {field => (
          <TextInput
            {...field}
            autoComplete="off"
            value={draft.title}
            onChange={event => put({ title: event.target.value })}
          />
        )}
      </Field>
      <DatesField dates={draft.dates} said={said} onChange={dates => put({ dates })} />
      <ProgrammeField chosen={draft.programme} onChange={programme => put({ programme })} />
      <PartnersField rows={draft.partners} said={said} onChange={partners => put({ partners })} />
      {key !== null && (
        <Field label={t.key} hint={t.keyHint}>
          {field => (
            <TextInput
              {...field}
              type="password"
              autoComplete="off"
              value={key}
              onChange={event => setKey(event.target.value)}
            />
          )}
        </Field>
      )}
      {error && <Notice kind="error">{error}</Notice>}
      <Button
        type="submit"
        variant="primary"
        aria-disabled={busy}
        className="min-h-14 px-7 text-lg sm:self-start"
      >
        {busy ? t.creating : t.create}
      </Button>
    </form>
  )
}

/** Begins the session, after showing the operator's key where one was typed. */
async function begin(draft: Draft, language: Language, key: string | null) {
  const shown = key ? await post('/api/create-key', { key }) : null
  if (shown && !shown.ok) return shown
  return post<CreateAnswer>('/api/sessions', requestOf(draft, language))
}

/** Checks and sends. `asked`: the operator wants a key of who begins a session here, or that they sign in. */
function useCreate(
  draft: Draft,
  { check, found, stands }: FormCheck<Mistake>,
  {
    key,
    asked,
    done,
  }: {
    key: string | null
    asked: (code: 'key-needed' | 'sign-in-needed') => void
    done: (created: CreateAnswer) => void
  },
) {
  const t = useMessages(homeMessages)
  const language = useLanguage()
  const refusalText = useRefusalText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const well = check()
    setError(well ? null : t.notAll)
    if (!well) return
    setBusy(true)
    const answer = await begin(draft, language, key)
    setBusy(false)
    if (answer.ok) return done(answer.value)
    const { code, detail } = answer.refusal
    if (code === 'key-needed' || code === 'sign-in-needed') asked(code)
    const field = code === 'invalid-request' ? fieldNamed(detail, draft) : null
    if (field) found({ [field]: 'wrong' })
    setError(code === 'offline' ? t.offline : refusalText(code))
  }
  return { busy, error: stands ? error : null, submit }
}
