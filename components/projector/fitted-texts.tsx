'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { projectorMessages } from '#lib/i18n/projector.ts'
import { voteMessages } from '#lib/i18n/vote.ts'

/** Letters in rem, from the largest to the least that is still read from the back row. */
const SIZES = [3, 2.625, 2.25, 2, 1.75, 1.5, 1.25] as const
const LEAST = SIZES.length - 1

type Text = { id: string; text: string; meaning?: string }

/**
 * Texts with what it means to choose them, in the largest letters in which all of them are on the screen. `numbered`: not where each
 * voter sees them in an order of their own, for there the numbers are others.
 */
export function FittedTexts({ texts, numbered }: { texts: readonly Text[]; numbered: boolean }) {
  const t = useMessages(projectorMessages)
  const vote = useMessages(voteMessages)
  const { list, size, cut } = useFit(texts)
  return (
    <>
      <ol
        ref={list}
        style={{ fontSize: `${SIZES[size]}rem` }}
        className={`grid min-h-0 grow content-start gap-4 overflow-hidden ${texts.length > 3 ? 'grid-cols-2' : ''}`}
      >
        {texts.map(({ id, text, meaning }, index) => (
          <li
            key={id}
            className="flex gap-[0.6em] rounded-xl bg-(--note-opgave) p-[0.5em] leading-snug text-ink"
          >
            {numbered && <span className="font-bold tabular-nums">{index + 1}.</span>}
            <div className="min-w-0">
              <p className="font-serif whitespace-pre-wrap break-words">{text}</p>
              {meaning && (
                <p className="mt-[0.3em] border-l-4 border-ink/40 pl-[0.5em] text-[0.8em] break-words">
                  <b>{vote.means}</b> {meaning}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      {cut && <p className="pt-2 text-xl">{t.restOnOwnScreen}</p>}
    </>
  )
}

/** Takes the largest size at which nothing is cut off; `cut`: at the least of them something still is. */
function useFit(texts: readonly Text[]) {
  const list = useRef<HTMLOListElement>(null)
  const [fit, setFit] = useState({ size: 0, cut: false })
  const words = texts.map(({ text, meaning }) => `${text} ${meaning}`).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words take another size
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const overflows = (size: number) => {
      element.style.fontSize = `${SIZES[size]}rem`
      return element.scrollHeight > element.clientHeight
    }
    const measure = () => {
      const found = SIZES.findIndex((_, size) => !overflows(size))
      const size = found < 0 ? LEAST : found
      element.style.fontSize = `${SIZES[size]}rem`
      setFit({ size, cut: found < 0 })
    }
    measure()
    const room = new ResizeObserver(measure)
    if (element.parentElement) room.observe(element.parentElement)
    let here = true
    void document.fonts.ready.then(() => here && measure())
    return () => {
      here = false
      room.disconnect()
    }
  }, [words])
  return { list, ...fit }
}
