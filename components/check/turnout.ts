'use client'
import { useMessages } from '#components/ui/language.tsx'
import { checkHandsMessages } from '#lib/i18n/check-hands.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'

type Counted = Pick<CheckView, 'anonymous' | 'per' | 'byHand'>

/** How many of those who answered did so without a device, in words; null of none. */
export function useByHand(): (check: Counted) => string | null {
  const t = useMessages(checkHandsMessages)
  return ({ anonymous, per, byHand }) => {
    if (byHand === 0) return null
    if (anonymous) return t.onPaper(byHand)
    return per === 'partner' ? t.byLead(byHand) : t.byHand(byHand)
  }
}

/** How many answered a check, by people and partners, and how many of them without a device. */
export function useTurnout(): (check: Counted & Pick<CheckView, 'turnout'>) => string {
  const t = useMessages(checkMessages)
  const inWords = useByHand()
  return check => {
    const { people, partners } = check.turnout
    const all = check.per === 'partner' ? t.turnoutPartners(people) : t.turnout(people, partners)
    const byHand = inWords(check)
    return byHand === null ? all : `${all} (${byHand})`
  }
}
