'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { FormQuestion } from '#lib/content/check-forms.ts'
import type { CheckQuestion } from '#lib/domain/check.ts'
import { middleOf } from '#lib/domain/check-tally.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { Run } from './compared.ts'

/** Colours of options that are called by one; their names stand beside them. */
const tints: Record<string, string> = {
  groen: 'bg-(--accent-samen-doen)',
  oranje: 'bg-(--accent-waarde)',
  rood: 'bg-danger',
}

type Option = Extract<CheckQuestion, { kind: 'options' }>['options'][number]

/** How often each option was chosen, run by run: a table whose cells are bars. `brief`: without words on what shifted. */
export function OptionsPicture(props: { question: FormQuestion; runs: readonly Run[]; brief: boolean }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const { question, runs } = props
  const { ask } = question
  if (ask.kind !== 'options') return null
  return (
    <table className="w-full table-fixed border-collapse self-start">
      <caption className="pb-1 text-left font-bold">{question.title[language]}</caption>
      <thead className={runs.length > 1 ? 'text-left text-[0.875em] text-muted' : 'sr-only'}>
        <tr>
          <th scope="col" className="w-2/5">
            <span className="sr-only">{t.answer}</span>
          </th>
          {runs.map(({ id, label }) => (
            <th key={id} scope="col" className="px-1 font-normal break-words">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ask.options.map(option => (
          <tr key={option.id} className="border-t border-line">
            <th scope="row" className="py-1 pr-2 text-left font-normal">
              {question.options[option.id]?.[language]}
            </th>
            {runs.map(run => (
              <td key={run.id} className="px-1 py-1">
                <Bar ask={ask} option={option} run={run} alone={runs.length === 1} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {!props.brief && <Shift ask={ask} runs={runs} />}
    </table>
  )
}

/** One cell: a bar by its share of those who answered, the number, and whether the middle one is here. */
function Bar(props: {
  ask: Extract<CheckQuestion, { kind: 'options' }>
  option: Option
  run: Run
  alone: boolean
}) {
  const t = useMessages(checkMessages)
  const { ask, option, run } = props
  const count = run.picture[ask.id]
  const n = count?.people[option.id] ?? 0
  const partners = count?.partners?.[option.id] ?? 0
  const width = count && count.answered > 0 ? (n / count.answered) * 100 : 0
  return (
    <div className="flex items-center gap-2">
      <span aria-hidden="true" className="h-4 min-w-0 grow overflow-hidden rounded-sm bg-line">
        <span className={`block h-full ${tints[option.id] ?? 'bg-primary'}`} style={{ width: `${width}%` }} />
      </span>
      <span className="shrink-0 whitespace-nowrap font-bold tabular-nums">
        {n}
        <span aria-hidden="true" className="inline-block w-4 text-center text-(--accent-binding)">
          {isMiddle(ask, option, run) ? '◆' : ''}
        </span>
        {isMiddle(ask, option, run) && <span className="sr-only"> ({t.inTheMiddle})</span>}
      </span>
      {partners > 0 && (
        <span className={props.alone ? 'shrink-0 text-[0.75em] whitespace-nowrap text-muted' : 'sr-only'}>
          {t.partners(partners)}
        </span>
      )}
    </div>
  )
}

/** Whether the answer in the middle is this option, or lies between it and its neighbour. */
function isMiddle(ask: Extract<CheckQuestion, { kind: 'options' }>, { value }: Option, run: Run): boolean {
  const middle = middleOf(ask, run.picture[ask.id]?.people ?? {})
  if (!middle) return false
  const values = ask.options.map(each => each.value)
  const under = Math.max(...values.filter(each => each <= middle.median))
  const over = Math.min(...values.filter(each => each >= middle.median))
  return value === under || value === over
}

/** What shifted since the run before; nothing is better or worse where one weighs giving against taking. */
function Shift({ ask, runs }: { ask: Extract<CheckQuestion, { kind: 'options' }>; runs: readonly Run[] }) {
  const t = useMessages(checkMessages)
  const [before, now] = [runs.at(-2), runs.at(-1)]
  const from = before && middleOf(ask, before.picture[ask.id]?.people ?? {})
  const to = now && middleOf(ask, now.picture[ask.id]?.people ?? {})
  if (!before || before.about !== now?.about || !from || !to || ask.options.some(({ value }) => value < 0))
    return null
  const moved = to.mean - from.mean
  const said = Math.abs(moved) < 0.05 ? t.same : moved > 0 ? t.higher : t.lower
  return (
    <tfoot>
      <tr className="border-t border-line">
        <td colSpan={runs.length + 1} className="py-1 text-[0.875em] font-semibold">
          {said(before.label)}
        </td>
      </tr>
    </tfoot>
  )
}
