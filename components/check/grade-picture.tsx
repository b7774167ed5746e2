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
    <div className="flex flex-col gap-1">
      <h3 className="font-bold">{title}</h3>
      {from && to && (
        <p className="text-[0.875em] font-semibold">{t.shift(grade(from.mean), grade(to.mean))}</p>
      )}
      {runs.map(run => (
        <div key={run.id}>
          <Columns ask={ask} run={run} named={runs.length > 1} />
          <Table title={title} ask={ask} run={run} />
        </div>
      ))}
    </div>
  )
}

function Columns({ ask, run, named }: { ask: Ask; run: Run; named: boolean }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const people = run.picture[ask.id]?.people ?? {}
  const middle = middleOf(ask, people)
  if (!middle)
    return (
      <p className="text-[0.875em] text-muted">
        {named && `${run.label}: `}
        {t.none}
      </p>
    )
  const { min, max, step } = ask
  const grades = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step)
  const most = Math.max(...Object.values(people))
  // The columns stand at the middle of their own place.
  const at = ((middle.mean - min) / step + 0.5) / grades.length
  const grade = (each: number) => gradeText(language, each)
  return (
    <>
      <p className="text-[0.875em]">
        {named && <span className="text-muted">{run.label}: </span>}
        <span aria-hidden="true" className="text-(--accent-deelname)">
          ▼
        </span>{' '}
        <b>{t.summary(grade(middle.mean), grade(middle.median))}</b>,{' '}
        {t.range(grade(middle.lowest), grade(middle.highest))}
      </p>
      <div aria-hidden="true" className="relative pt-5">
        <span
          className="absolute top-0 -translate-x-1/2 leading-5 text-(--accent-deelname)"
          style={{ left: `${at * 100}%` }}
        >
          ▼
        </span>
        <div className={`flex items-end gap-px border-b border-ink ${named ? 'h-14' : 'h-20'}`}>
          {grades.map(each => (
            <Column key={each} n={people[String(each)] ?? 0} most={most} />
          ))}
        </div>
        <div className="flex gap-px text-[0.75em] text-muted tabular-nums">
          {grades.map(each => (
            <span key={each} className="min-w-0 grow basis-0 text-center">
              {Number.isInteger(each) ? each : ''}
            </span>
          ))}
        </div>
      </div>
    </>
  )
}

function Column({ n, most }: { n: number; most: number }) {
  return (
    <div className="flex h-full min-w-0 grow basis-0 flex-col justify-end text-center">
      {n > 0 && (
        <>
          <span className="text-[0.8em] leading-tight font-bold tabular-nums">{n}</span>
          <span className="block min-h-1 rounded-t-sm bg-primary" style={{ height: `${(n / most) * 65}%` }} />
        </>
      )}
    </div>
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
