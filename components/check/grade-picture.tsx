'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { CheckQuestion } from '#lib/domain/check.ts'
import { middleOf } from '#lib/domain/check-tally.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { Run } from './compared.ts'
import { gradeText } from './grade-text.ts'

type Ask = Extract<CheckQuestion, { kind: 'grade' }>

/** How often each grade was given, run by run: columns on the scale, with the mean marked; as a table for who does not see them. */
export function GradePicture({ title, ask, runs }: { title: string; ask: Ask; runs: readonly Run[] }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const grade = (each: number) => gradeText(language, each)
  const [before, now] = [runs.at(-2), runs.at(-1)]
  const from = before && middleOf(ask, before.picture[ask.id]?.people ?? {})
  const to = now && middleOf(ask, now.picture[ask.id]?.people ?? {})
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-bold">{title}</h3>
      {runs.map(run => (
        <div key={run.id}>
          {runs.length > 1 && <p className="text-sm text-muted">{run.label}</p>}
          <Columns ask={ask} run={run} />
          <Table title={title} ask={ask} run={run} />
        </div>
      ))}
      {from && to && <p className="text-sm font-semibold">{t.shift(grade(from.mean), grade(to.mean))}</p>}
    </div>
  )
}

function Columns({ ask, run }: { ask: Ask; run: Run }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const people = run.picture[ask.id]?.people ?? {}
  const middle = middleOf(ask, people)
  if (!middle) return <p className="text-muted">{t.none}</p>
  const { min, max, step } = ask
  const grades = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step)
  const most = Math.max(...Object.values(people))
  // The columns stand at the middle of their own place.
  const at = ((middle.mean - min) / step + 0.5) / grades.length
  const grade = (each: number) => gradeText(language, each)
  return (
    <>
      <div aria-hidden="true" className="relative pt-5">
        <div className="flex h-20 items-end gap-px border-b border-ink">
          {grades.map(each => {
            const n = people[String(each)] ?? 0
            return (
              <div key={each} className="flex h-full min-w-0 grow basis-0 flex-col justify-end text-center">
                {n > 0 && (
                  <>
                    <span className="text-xs leading-tight font-bold tabular-nums">{n}</span>
                    <span
                      className="block min-h-1 rounded-t-sm bg-primary"
                      style={{ height: `${(n / most) * 75}%` }}
                    />
                  </>
                )}
              </div>
            )
          })}
        </div>
        <span
          className="absolute inset-y-0 w-0 border-l-2 border-dashed border-(--accent-deelname)"
          style={{ left: `${at * 100}%` }}
        />
        <div className="flex gap-px text-xs text-muted tabular-nums">
          {grades.map(each => (
            <span key={each} className="min-w-0 grow basis-0 text-center">
              {Number.isInteger(each) ? each : ''}
            </span>
          ))}
        </div>
      </div>
      <p className="text-sm">
        <span aria-hidden="true" className="font-bold text-(--accent-deelname)">
          ┆{' '}
        </span>
        <b>{t.summary(grade(middle.mean), grade(middle.median))}</b>,{' '}
        {t.range(grade(middle.lowest), grade(middle.highest))}
      </p>
    </>
  )
}

function Table({ title, ask, run }: { title: string; ask: Ask; run: Run }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const given = Object.entries(run.picture[ask.id]?.people ?? {}).sort(([a], [b]) => Number(a) - Number(b))
  return (
    <table className="sr-only">
      <caption>
        {title}, {run.label}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t.answer}</th>
          <th scope="col">{t.number}</th>
        </tr>
      </thead>
      <tbody>
        {given.map(([grade, n]) => (
          <tr key={grade}>
            <th scope="row">{gradeText(language, Number(grade))}</th>
            <td>{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
