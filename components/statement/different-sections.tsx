'use client'
import { useId } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Piece } from '#lib/domain/difference.ts'
import type { PassageDifference, SectionDifference } from '#lib/domain/statement-difference.ts'
import { editionMessages } from '#lib/i18n/edition.ts'

/** What became of each section of a text, word by word; of what stayed the same the title alone. `language` is the text's own. */
export function DifferentSections(props: { sections: readonly SectionDifference[]; language: string }) {
  return placed(props.sections).map(([key, section]) => (
    <Section key={key} section={section} language={props.language} />
  ))
}

/** The same of passages, without a title. */
export function DifferentPassages(props: { passages: readonly PassageDifference[]; language: string }) {
  return (
    <div lang={props.language} className="flex flex-col gap-3 font-serif text-lg leading-relaxed break-words">
      {placed(props.passages).map(([key, passage]) => (
        <Passage key={key} passage={passage} />
      ))}
    </div>
  )
}

/** By their place: a section or passage has no other name, and all are drawn anew when the text changed. */
const placed = <T,>(list: readonly T[]): [string, T][] => list.map((each, at) => [`at-${at}`, each])

function Section({ section, language }: { section: SectionDifference; language: string }) {
  const t = useMessages(editionMessages)
  const { kind, title, heading, passages } = section
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 id={id} className="flex flex-wrap items-baseline gap-x-3 text-lg font-bold">
        <span lang={language}>
          {title === ''
            ? t.beforeSections
            : placed(heading).map(([key, piece]) => <Words key={key} piece={piece} />)}
        </span>
        <span className="text-sm font-normal text-muted">{t[kind]}</span>
      </h3>
      {kind !== 'same' && <DifferentPassages passages={passages} language={language} />}
    </section>
  )
}

const edge: Record<PassageDifference['kind'], string> = {
  same: 'border-transparent text-muted',
  changed: 'border-line',
  added: 'border-(--accent-samen-doen)',
  gone: 'border-danger',
}

function Passage({ passage: { kind, words } }: { passage: PassageDifference }) {
  return (
    <p className={`border-l-4 pl-3 whitespace-pre-line ${edge[kind]}`}>
      {placed(words).map(([key, piece]) => (
        <Words key={key} piece={piece} />
      ))}
    </p>
  )
}

/** Many a screen reader passes over `ins` and `del`: to it the same is said in words. */
function Words({ piece: { kind, text } }: { piece: Piece }) {
  const t = useMessages(editionMessages)
  if (kind === 'kept') return text
  const said = (
    <>
      <span className="sr-only"> {kind === 'added' ? t.wordAdded : t.wordGone} </span>
      {text}
      <span className="sr-only"> {t.wordEnd} </span>
    </>
  )
  return kind === 'added' ? (
    <ins className="rounded-xs bg-surface font-semibold decoration-2 underline-offset-4">{said}</ins>
  ) : (
    <del className="text-muted decoration-danger decoration-2">{said}</del>
  )
}
