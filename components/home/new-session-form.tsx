'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { post, useRefusalText } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Language } from '#lib/domain/session.ts'
import { homeMessages } from '#lib/i18n/home.ts'
import type { CreateAnswer } from '#lib/protocol/requests.ts'
import { DatesField } from './dates-field.tsx'
import {
  type Draft,
  fieldNamed,
  keepDraft,
  type Mistakes,
  mistakesIn,
  readDraft,
  requestOf,
} from './draft.ts'
import { PartnersField } from './partners-field.tsx'
import { ProgrammeField } from './programme-field.tsx'
import { SignedIn, SignIn, useSigningIn } from './signing-in.tsx'

/** Everything that a kick-off needs to begin, on one page. */
export function NewSessionForm({ onCreated }: { onCreated: (created: CreateAnswer) => void }) {
  const t = useMessages(homeMessages)
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<Draft>(readDraft)
  const [key, setKey] = useState<string | null>(null)
  const { signIn, failed, over } = useSigningIn()
  const asked = (code: 'key-needed' | 'sign-in-needed') =>
    code === 'key-needed' ? setKey(now => now ?? '') : over()
  const { busy, error, mistakes, submit } = useCreate(draft, form, { key, asked, done: onCreated })
  useEffect(() => keepDraft(draft), [draft])
  const put = (part: Partial<Draft>) => setDraft(now => ({ ...now, ...part }))
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

/**
 * Checks, sends, and says next to its field what was wrong; the first wrong field gets the focus. `asked`: the operator wants a key of who
 * begins a session here, or that they sign in.
 */
function useCreate(
  draft: Draft,
  form: { current: HTMLFormElement | null },
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
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [checked, setChecked] = useState<Draft | null>(null)
  useEffect(() => {
    if (Object.keys(mistakes).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [mistakes, form])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found = mistakesIn(draft)
    setMistakes(found)
    setChecked(draft)
    setError(Object.keys(found).length > 0 ? t.notAll : null)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const answer = await begin(draft, language, key)
    setBusy(false)
    if (answer.ok) return done(answer.value)
    const { code, detail } = answer.refusal
    if (code === 'key-needed' || code === 'sign-in-needed') asked(code)
    const field = code === 'invalid-request' ? fieldNamed(detail, draft) : null
    if (field) setMistakes({ [field]: 'wrong' })
    setError(code === 'offline' ? t.offline : refusalText(code))
  }
  // What was wrong is told until it is mended; what the server found, until anything is changed.
  const still = mistakesIn(draft)
  const shown = checked === draft ? mistakes : remaining(mistakes, still)
  const told = checked === draft || Object.keys(shown).length > 0 ? error : null
  return { busy, error: told, mistakes: shown, submit }
}

const remaining = (found: Mistakes, still: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(found).filter(([path]) => still[path]))
