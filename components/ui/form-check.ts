'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type Mistakes, remaining } from './mistakes.ts'

/** A form's mistakes as they are to be told, and how they come about. */
export type FormCheck<Mistake extends string> = {
  /** Goes on what holds the fields: there the first wrong one is looked for. */
  form: RefObject<HTMLFormElement | null>
  mistakes: Mistakes<Mistake>
  /** Whether what was checked last is still as it was, or has mistakes left: only then a sentence about the whole still holds. */
  stands: boolean
  /** Looks at what was filled in, and says whether all of it is well. */
  check: () => boolean
  /** Tells what somebody else, the server, found wrong. */
  found: (mistakes: Mistakes<Mistake>) => void
}

/**
 * How every form is checked: nothing while one fills it in for the first time; when it is sent, each mistake at its own field, with the
 * focus in the first. A mistake is told until it is mended; what the server found, until anything is changed. A draft is one object that
 * another takes the place of when it changes.
 */
export function useFormCheck<Draft, Mistake extends string>(
  draft: Draft,
  mistakesIn: (draft: Draft) => Mistakes<Mistake>,
): FormCheck<Mistake> {
  const form = useRef<HTMLFormElement>(null)
  const [told, setTold] = useState<Mistakes<Mistake>>({})
  const [checked, setChecked] = useState<Draft | null>(null)
  useEffect(() => {
    if (Object.keys(told).length > 0) focusOnWrong(form.current)
  }, [told])
  const found = useCallback(
    (mistakes: Mistakes<Mistake>) => {
      setTold(mistakes)
      setChecked(draft)
    },
    [draft],
  )
  const check = () => {
    const now = mistakesIn(draft)
    found(now)
    return Object.keys(now).length === 0
  }
  const mistakes = checked === draft ? told : remaining(told, mistakesIn(draft))
  return { form, mistakes, stands: checked === draft || Object.keys(mistakes).length > 0, check, found }
}

/** Goes to the first wrong field, also where it is folded away. */
function focusOnWrong(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  const fold = wrong?.closest('details')
  if (fold) fold.open = true
  // What is said of it stands above it, where a header would hide it.
  wrong?.scrollIntoView({ block: 'center' })
  wrong?.focus({ preventScroll: true })
}
