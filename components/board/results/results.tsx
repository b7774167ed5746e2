'use client'
import { useState } from 'react'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { RESULT_WHAT_MAX, RESULT_WHEN_MAX, type TangibleResult } from '#lib/domain/tangible-result.ts'
import { resultMessages } from '#lib/i18n/results.ts'
import { useFirstText, Written } from './written.tsx'

/** The first tangible results: what can be seen, which partner leads, and when. */
export function Results() {
  const t = useMessages(resultMessages)
  const results = useBoard().results.filter(each => each.deletedAt === null)
  const actions = useBoardActions()
  const mayWrite = useCan()({ type: 'writeResult' }) === null
  const [fresh, setFresh] = useState<string | null>(null)
  const add = () => {
    const id = actions?.addResult({ order: (results.at(-1)?.order ?? 0) + 1 })
    if (id) setFresh(id)
  }
  return (
    <section aria-labelledby="results" className="flex flex-col gap-3">
      <h2 id="results" className="sr-only">
        {t.results}
      </h2>
      <p className="text-muted">{mayWrite ? t.resultsIntro : t.later}</p>
      {results.length === 0 && <p>{t.noResults}</p>}
      <ol className="grid items-start gap-3 md:grid-cols-2">
        {results.map((result, index) => (
          <li key={result.id}>
            <ResultCard
              result={result}
              title={t.result(index + 1)}
              mayWrite={mayWrite}
              fresh={result.id === fresh}
            />
          </li>
        ))}
      </ol>
      {mayWrite && (
        <Button variant="primary" className="self-start" onClick={add}>
          {t.add}
        </Button>
      )}
    </section>
  )
}

function ResultCard(props: { result: TangibleResult; title: string; mayWrite: boolean; fresh: boolean }) {
  const t = useMessages(resultMessages)
  const view = useSessionView()
  const actions = useBoardActions()
  const can = useCan()
  const { result, title, mayWrite, fresh } = props
  const card = useFirstText<HTMLElement>(fresh)
  const { id, lead } = result
  const partners = view?.partners ?? []
  const shared = { root: 'results' as const, id, mayWrite, empty: t.withoutText }
  return (
    <article
      ref={card}
      aria-label={title}
      className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4"
    >
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-lg font-bold">{title}</h3>
        {can({ type: 'binResult', author: result.author }) === null && (
          <Button variant="quiet" className="px-1! text-sm" onClick={() => actions?.bin('results', id)}>
            {t.bin}
            <span className="sr-only">: {title}</span>
          </Button>
        )}
      </div>
      <Written {...shared} field="what" label={t.what} text={result.what} max={RESULT_WHAT_MAX} />
      {mayWrite ? (
        <Field label={t.lead}>
          {field => (
            <Select
              {...field}
              value={lead ?? ''}
              onChange={event => actions?.giveLead(id, event.target.value || null)}
            >
              <option value="">{t.nobody}</option>
              {partners.map(partner => (
                <option key={partner.id} value={partner.id}>
                  {partner.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : (
        <p className="text-lg">
          <span className="text-sm font-semibold text-muted">{t.lead}: </span>
          {partners.find(each => each.id === lead)?.name ?? t.nobody}
        </p>
      )}
      <Written
        {...shared}
        field="when"
        label={t.when}
        text={result.when}
        max={RESULT_WHEN_MAX}
        oneLine
        placeholder={t.whenHint}
      />
    </article>
  )
}
