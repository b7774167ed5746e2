'use client'
import { useSay } from '#components/board/announcer/announcer.tsx'
import { batches, type PastePlace } from '#components/board/clipboard/paste-place.ts'
import { type Offer, PastedOffer } from '#components/board/clipboard/pasted-offer.tsx'
import { useDeskActions } from '#components/live/desk.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import { NOTES_PER_PERSON_MAX } from '#lib/domain/note.ts'
import { deskMessages } from '#lib/i18n/desk.ts'
import { nextOrder } from './order.ts'

type OnDesk = {
  /** What lies on it, and with what is in its bin. */
  lying: readonly DeskNote[]
  notes: readonly DeskNote[]
}

/** What was pasted into a new note of one's own desk. */
export function OfferOntoDesk({ lying, notes, ...offer }: Offer & OnDesk) {
  return <PastedOffer {...offer} place={useDeskPlace({ lying, notes })} />
}

function useDeskPlace({ lying, notes }: OnDesk): PastePlace {
  const t = useMessages(deskMessages)
  const language = useLanguage()
  const say = useSay()
  const actions = useDeskActions()
  const lay: PastePlace['lay'] = (texts, bouwsteen) => {
    const from = nextOrder(lying, bouwsteen)
    say(t.laidSeveral(texts.length, bouwsteenContent[bouwsteen].name[language]))
    const made = texts.map((text, index) => ({ bouwsteen, order: from + index, text: text.trim() }))
    return batches(made).flatMap(batch => actions?.add(batch) ?? [])
  }
  return { left: Math.max(0, NOTES_PER_PERSON_MAX - notes.length), open: bouwstenen, lay, act: t.putSeveral }
}
