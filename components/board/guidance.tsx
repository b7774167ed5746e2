'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bilingual } from '#lib/content/schema.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { BouwsteenIcon } from './bouwsteen-icon.tsx'

/** What a bouwsteen is about, and what to talk about at its table. */
export function Guidance({ bouwsteen }: { bouwsteen: Bouwsteen }) {
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const { purpose, keyQuestions, deepQuestions, tuneWith, pitfalls } = bouwsteenContent[bouwsteen]
  return (
    <div className="flex flex-col gap-4">
      <p className="text-lg">{purpose[language]}</p>
      <Questions title={t.questions} items={keyQuestions} open />
      <Questions title={t.deeper} items={deepQuestions} />
      <details>
        <summary className="min-h-8 font-semibold">{t.tune}</summary>
        <ul className="mt-1 flex flex-col gap-2">
          {tuneWith.map(({ id, prompt }) => (
            <li key={id} className="flex gap-2">
              <BouwsteenIcon bouwsteen={id} />
              <span>
                <b>{bouwsteenContent[id].name[language]}: </b>
                {prompt[language]}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <Questions title={t.pitfalls} items={pitfalls} />
    </div>
  )
}

function Questions(props: { title: string; items: readonly Bilingual[]; open?: boolean }) {
  const language = useLanguage()
  return (
    <details open={props.open}>
      <summary className="min-h-8 font-semibold">{props.title}</summary>
      <ul className="mt-1 flex list-disc flex-col gap-1.5 pl-5">
        {props.items.map(item => (
          <li key={item.nl}>{item[language]}</li>
        ))}
      </ul>
    </details>
  )
}
