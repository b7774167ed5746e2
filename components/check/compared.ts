'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { CheckPicture } from '#lib/domain/check-tally.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import { clockOf, dayOf } from '#lib/i18n/moment.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'

/** How many runs still read well beside each other, on a phone too; from afar, two. */
const BESIDE = 3
const BESIDE_LARGE = 2
const ABOUT = 24

/** A run of a check with its picture, what it was about, and in a word or two that or when it was. */
export type Run = { id: string; label: string; about: string | null; picture: CheckPicture }

/**
 * A check with those of its kind before it that have a picture, the oldest first. `large`: they are read from afar, and then other texts
 * stay out.
 */
export function useRuns(checks: readonly CheckView[], check: CheckView, large: boolean): Run[] {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const until = checks.findIndex(({ id }) => id === check.id)
  const those = checks
    .slice(0, until + 1)
    .filter(({ kind, picture }) => kind === check.kind && picture !== null)
    .filter(({ about }) => !large || about === check.about)
    .slice(large ? -BESIDE_LARGE : -BESIDE)
  const several = new Set(those.map(({ about }) => about)).size > 1
  const named = (each: CheckView): string => {
    if (several && each.about)
      return `“${each.about.slice(0, ABOUT).trim()}${each.about.length > ABOUT ? '…' : ''}”`
    return each.step ? t[each.step.day] : dayOf(language, each.openedAt)
  }
  const names = those.map(named)
  return those.flatMap((each, index) => {
    const name = names[index] ?? ''
    const twice = names.filter(other => other === name).length > 1
    const label = twice ? `${name}, ${clockOf(language, each.openedAt)}` : name
    return each.picture ? { id: each.id, label, about: each.about, picture: each.picture } : []
  })
}
