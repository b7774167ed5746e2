'use client'
import { useMemo, useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useSessionView } from '#components/live/session.tsx'
import { useSnapshot } from '#components/live/snapshot.ts'
import { Field, Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Draft } from '#lib/domain/draft.ts'
import type { Block } from '#lib/domain/statement.ts'
import { statementDifference } from '#lib/domain/statement-difference.ts'
import { versionMessages } from '#lib/i18n/versions.ts'
import { DifferentSections } from '../different-sections.tsx'
import { useSettledBody } from '../settled-body.ts'
import { useVersionName } from './version-name.ts'

const NOW = 'now'

/** Two versions laid beside each other, or one and the draft as it reads now. */
export function Compare() {
  const t = useMessages(versionMessages)
  const drafts = useSessionView()?.drafts ?? []
  const [from, setFrom] = useState(drafts.at(-1)?.hash ?? NOW)
  const [to, setTo] = useState(NOW)
  return (
    <section aria-label={t.compare} className="flex flex-col gap-4">
      <h3 className="text-lg font-bold">{t.compare}</h3>
      <div className="flex flex-wrap gap-4">
        <Choice label={t.from} chosen={from} onChoose={setFrom} />
        <Choice label={t.to} chosen={to} onChoose={setTo} />
      </div>
      <Difference from={from} to={to} />
    </section>
  )
}

function Choice(props: { label: string; chosen: string; onChoose: (hash: string) => void }) {
  const t = useMessages(versionMessages)
  const drafts = useSessionView()?.drafts ?? []
  const nameOf = useVersionName()
  return (
    <div className="min-w-0 grow basis-60">
      <Field label={props.label}>
        {field => (
          <Select {...field} value={props.chosen} onChange={event => props.onChoose(event.target.value)}>
            {drafts.map(version => {
              const { name, by } = nameOf(version)
              return (
                <option key={version.hash} value={version.hash}>
                  {name} ({by})
                </option>
              )
            })}
            <option value={NOW}>{t.now}</option>
          </Select>
        )}
      </Field>
    </div>
  )
}

function Difference({ from, to }: { from: string; to: string }) {
  const t = useMessages(versionMessages)
  const refusal = useRefusalText()
  const language = useSessionView()?.session.language ?? 'nl'
  const [former, later] = [useText(from), useText(to)]
  const [fromBody, toBody] = [former.body, later.body]
  const sections = useMemo(
    () => (fromBody && toBody ? statementDifference(fromBody, toBody) : null),
    [fromBody, toBody],
  )
  const failed = former.failed ?? later.failed
  if (failed) return <p role="alert">{refusal(failed)}</p>
  if (!sections) return <p className="text-muted">{t.loading}</p>
  const differ = sections.filter(({ kind }) => kind !== 'same')
  return (
    <div className="flex max-w-[68ch] flex-col gap-4">
      <p role="status">{differ.length === 0 ? t.same : t.differ(differ.length, sections.length)}</p>
      <DifferentSections sections={differ} language={language} />
    </div>
  )
}

/** A version's text, or the draft as it reads now; null while it is on its way. */
function useText(version: string): {
  body: Block[] | null
  failed: Parameters<ReturnType<typeof useRefusalText>>[0] | null
} {
  const now = useSettledBody()
  const kept = useSnapshot<Draft>(version === NOW ? null : version)
  if (version === NOW) return { body: now, failed: null }
  if (kept === null) return { body: null, failed: null }
  return kept.ok ? { body: kept.value.body, failed: null } : { body: null, failed: kept.refusal.code }
}
