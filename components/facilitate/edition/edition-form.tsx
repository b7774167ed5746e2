'use client'
import { type FormEvent, useId, useState } from 'react'
import { DatesField } from '#components/home/dates-field.tsx'
import {
  type Draft,
  fieldNamed,
  type Mistake,
  mistakesIn,
  newRow,
  requestOf,
} from '#components/home/draft.ts'
import { PartnersField } from '#components/home/partners-field.tsx'
import { useRefusalText } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { type FormCheck, useFormCheck } from '#components/ui/form-check.ts'
import { forgetDraft, useKeptDraft } from '#components/ui/kept-draft.ts'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { editionMessages } from '#lib/i18n/edition.ts'
import { homeMessages } from '#lib/i18n/home.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { type Opened, useBeginEdition } from './begin-edition.ts'
import { EditionLink } from './edition-link.tsx'

/** What a new edition needs: a title, days of its own, and the partners that go on. Then the link to it, which is shown once. */
export function EditionForm({ view, onClose }: { view: SessionView; onClose: () => void }) {
  const t = useMessages(editionMessages)
  const home = useMessages(homeMessages)
  const id = useId()
  const [draft, put] = useKeptDraft<Draft>(draftKey(view), () => draftOf(view))
  const checked = useFormCheck(draft, mistakesIn)
  const { busy, error, opened, submit } = useBegin(draft, checked, view)
  const { form, mistakes } = checked
  const said = (path: string) => mistakes[path] && home[mistakes[path]]
  const actions = !opened && (
    <Button type="submit" form={id} variant="primary" aria-disabled={busy}>
      {busy ? t.busy : t.doIt}
    </Button>
  )
  return (
    <Dialog open wide firm onClose={onClose} title={t.begin} actions={actions}>
      {opened ? (
        <EditionLink opened={opened} />
      ) : (
        <form id={id} ref={form} noValidate onSubmit={submit} className="flex flex-col gap-6">
          <p className="max-w-[65ch] text-muted">{t.formLead}</p>
          <Field label={t.sessionTitle} error={said('title')}>
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
          <PartnersField rows={draft.partners} said={said} onChange={partners => put({ partners })} />
          {error && <Notice kind="error">{error}</Notice>}
        </form>
      )}
    </Dialog>
  )
}

const draftOf = ({ session, partners }: SessionView): Draft => ({
  network: session.network,
  title: session.title,
  dates: session.dates.map(() => ''),
  partners: partners.map(({ name, kind }) => newRow(name, kind)),
  programme: null,
})

const draftKey = ({ session }: SessionView): string => `mozaiek-edition-${session.id}`

/** Checks and sends; afterwards there is nothing left to keep. */
function useBegin(draft: Draft, { check, found, stands }: FormCheck<Mistake>, view: SessionView) {
  const t = useMessages(editionMessages)
  const refusal = useRefusalText()
  const begin = useBeginEdition()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const well = check()
    setError(well ? null : t.notAll)
    if (!well) return
    setBusy(true)
    const { title, dates, partners } = requestOf(draft, view.session.language)
    const answer = await begin({ title, dates, partners })
    setBusy(false)
    if (answer.ok) {
      forgetDraft(draftKey(view))
      return setOpened(answer.value)
    }
    const { code, detail } = answer.refusal
    const field = code === 'invalid-request' ? fieldNamed(detail?.replace(/^command\./, ''), draft) : null
    if (field) found({ [field]: 'wrong' })
    setError(code === 'wrong-secret' ? t.taken : refusal(code))
  }
  return { busy, error: stands ? error : null, opened, submit }
}
