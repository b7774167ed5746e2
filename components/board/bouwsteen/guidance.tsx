'use client'
import { BrickWall } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bilingual } from '#lib/content/schema.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { cementMessages } from '#lib/i18n/cement.ts'
import { guidanceMessages } from '#lib/i18n/guidance.ts'
import { useCement } from '../cement/use-cement.ts'
import { BouwsteenIcon } from './bouwsteen-icon.tsx'

/** How many questions stand open at first; the rest unfold. */
const FIRST = 2

/** What a bouwsteen is about and what to talk about at its table: short at first, more for who asks. */
export function Guidance(props: {
  bouwsteen: Bouwsteen
  /** Begins a note with a sentence; null for who may not add one now. */
  onStart: ((text: string) => void) | null
  /** Goes to a bouwsteen that this one is tuned with. */
  onTile: (bouwsteen: Bouwsteen) => void
}) {
  const t = useMessages(guidanceMessages)
  const language = useLanguage()
  const { purpose, keyQuestions, deepQuestions, pitfalls } = bouwsteenContent[props.bouwsteen]
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

/** Sentences to begin a note with; a tap begins it. */
export function StarterChips(props: {
  bouwsteen: Bouwsteen
  onStart: (text: string) => void
  /** All in one row that scrolls aside, where height is dear. */
  inRow?: boolean
}) {
  const t = useMessages(guidanceMessages)
  const language = useLanguage()
  return (
    <ul
      aria-label={t.starters}
      className={`flex gap-1.5 ${props.inRow ? '-mx-3 overflow-x-auto px-3 py-1 lg:mx-0 lg:flex-wrap lg:overflow-visible lg:px-0' : 'flex-wrap'}`}
    >
      {bouwsteenContent[props.bouwsteen].noteStarters.map(starter => (
        <li key={starter.nl} className={props.inRow ? 'shrink-0' : ''}>
          <button
            type="button"
            onClick={() => props.onStart(beginning(starter[language]))}
            className="min-h-11 rounded-2xl border border-muted bg-paper px-3 py-1.5 text-left font-serif italic hover:bg-surface"
          >
            {starter[language]}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A starter without the dots that stand for the rest of the sentence. */
const beginning = (starter: string): string => `${starter.replace(/\s*…\s*$/, '')} `

/** The neighbours that this bouwsteen is laid beside, each with what to ask of the two together, and the way to tie them. */
function TuneWith(props: { bouwsteen: Bouwsteen; onTile: (bouwsteen: Bouwsteen) => void }) {
  const { begin } = useCement()
  const cement = useMessages(cementMessages)
  const t = useMessages(guidanceMessages)
  const language = useLanguage()
  return (
    <More title={t.tune}>
      <ul className="flex flex-col gap-3">
        {bouwsteenContent[props.bouwsteen].tuneWith.map(({ id, prompt }) => (
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
