'use client'
import { BrickWall } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { bouwsteenGuidance } from '#lib/content/guidance.ts'
import type { Bilingual } from '#lib/content/schema.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { cementMessages } from '#lib/i18n/cement.ts'
import { guidanceMessages } from '#lib/i18n/guidance.ts'
import { useCement } from '../cement/use-cement.ts'
import { BouwsteenIcon } from './bouwsteen-icon.tsx'
import type { GuidanceProps } from './guidance.tsx'
import { StarterChips } from './starter-chips.tsx'

/** How many questions stand open at first; the rest unfold. */
const FIRST = 2

/** What a bouwsteen is about and what to talk about at its table: short at first, more for who asks. */
export function GuidanceText(props: GuidanceProps) {
  const t = useMessages(guidanceMessages)
  const language = useLanguage()
  const { purpose, keyQuestions, deepQuestions, pitfalls } = bouwsteenGuidance[props.bouwsteen]
  return (
    <div className="flex flex-col gap-4">
      <p>{purpose[language]}</p>
      <section aria-label={t.questions}>
        <h3 className="mb-1 font-semibold">{t.questions}</h3>
        <Sentences items={keyQuestions.slice(0, FIRST)} />
        <More title={t.moreQuestions(keyQuestions.length - FIRST)}>
          <Sentences items={keyQuestions.slice(FIRST)} />
        </More>
        <More title={t.deeper}>
          <Sentences items={deepQuestions} />
        </More>
      </section>
      {props.onStart && <Starters bouwsteen={props.bouwsteen} onStart={props.onStart} />}
      <TuneWith bouwsteen={props.bouwsteen} onTile={props.onTile} />
      <More title={t.pitfalls}>
        <Sentences items={pitfalls} />
      </More>
    </div>
  )
}

function Starters(props: { bouwsteen: Bouwsteen; onStart: (text: string) => void }) {
  const t = useMessages(guidanceMessages)
  return (
    <section aria-label={t.starters}>
      <h3 className="mb-1 font-semibold">{t.starters}</h3>
      <StarterChips {...props} />
    </section>
  )
}

/** The neighbours that this bouwsteen is laid beside, each with what to ask of the two together, and the way to tie them. */
function TuneWith(props: { bouwsteen: Bouwsteen; onTile: (bouwsteen: Bouwsteen) => void }) {
  const { begin } = useCement()
  const cement = useMessages(cementMessages)
  const t = useMessages(guidanceMessages)
  const language = useLanguage()
  return (
    <More title={t.tune}>
      <ul className="flex flex-col gap-3">
        {bouwsteenGuidance[props.bouwsteen].tuneWith.map(({ id, prompt }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => props.onTile(id)}
              className="flex min-h-11 items-center gap-2 font-semibold underline underline-offset-4"
            >
              <BouwsteenIcon bouwsteen={id} />
              {bouwsteenContent[id].name[language]}
            </button>
            <p>{prompt[language]}</p>
            {begin && (
              <Button className="mt-1" onClick={() => begin({ tiles: [props.bouwsteen, id] })}>
                <BrickWall aria-hidden="true" size={18} />
                {cement.inviteTo(bouwsteenContent[id].name[language])}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </More>
  )
}

function More(props: { title: string; children: React.ReactNode }) {
  return (
    <details>
      <summary className="min-h-11 content-center font-semibold">{props.title}</summary>
      <div className="mt-1">{props.children}</div>
    </details>
  )
}

function Sentences({ items }: { items: readonly Bilingual[] }) {
  const language = useLanguage()
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-5">
      {items.map(item => (
        <li key={item.nl}>{item[language]}</li>
      ))}
    </ul>
  )
}
