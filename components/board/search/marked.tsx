'use client'
import { createContext, useContext } from 'react'
import { rangesOf } from './filter.ts'

const none: readonly string[] = []
const WordsContext = createContext(none)

/** The words that are looked for, for all texts below. */
export const SearchedWords = WordsContext.Provider

/** A text with what is looked for marked in it. */
export function Marked({ text }: { text: string }) {
  const ranges = rangesOf(text, useContext(WordsContext))
  if (ranges.length === 0) return text
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark className="rounded-xs bg-ink text-paper">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.end)}
    </>
  )
}
