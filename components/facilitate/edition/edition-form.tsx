'use client'
import { useState } from 'react'
import { DatesField } from '#components/home/dates-field.tsx'
import {
  type Draft,
  fieldNamed,
  type Mistakes,
  mistakesIn,
  newRow,
  requestOf,
} from '#components/home/draft.ts'
import { PartnersField } from '#components/home/partners-field.tsx'
import { useRefusalText } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
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
  const [draft, setDraft] = useState<Draft>(() => draftOf(view))
  const { busy, error, mistakes, opened, submit } = useBegin(draft, view.session.language)
  const put = (part: Partial<Draft>) => setDraft(now => ({ ...now, ...part }))
  const said = (path: string) => mistakes[path] && home[mistakes[path]]
  const actions = !opened && (
    <Button variant="primary" aria-disabled={busy} onClick={() => void submit()}>
      {busy ? t.busy : t.doIt}
    </Button>
  )
  return (
    <Dialog open wide firm onClose={onClose} title={t.begin} actions={actions}>
      {opened ? (
        <EditionLink opened={opened} />
      ) : (
        <div className="flex flex-col gap-6">
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
        </div>
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

/** Checks and sends, and says next to its field what was wrong. */
function useBegin(draft: Draft, language: SessionView['session']['language']) {
  const t = useMessages(editionMessages)
  const refusal = useRefusalText()
  const begin = useBeginEdition()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [opened, setOpened] = useState<Opened | null>(null)
  const submit = async () => {
    if (busy) return
    const found = mistakesIn(draft)
    const wrong = Object.keys(found).length > 0
    setMistakes(found)
    setError(wrong ? t.notAll : null)
    if (wrong) return
    setBusy(true)
    const { title, dates, partners } = requestOf(draft, language)
    const answer = await begin({ title, dates, partners })
    setBusy(false)
    if (answer.ok) return setOpened(answer.value)
    const { code, detail } = answer.refusal
    const field = code === 'invalid-request' ? fieldNamed(detail?.replace(/^command\./, ''), draft) : null
    if (field) setMistakes({ [field]: 'wrong' })
    setError(code === 'wrong-secret' ? t.taken : refusal(code))
  }
  return { busy, error, mistakes, opened, submit }
}
