'use client'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { type Clip, useBoardPlace } from './paste-place.ts'
import { type Offer, PastedOffer } from './pasted-offer.tsx'

/** What was pasted on the board itself. */
export function PasteOntoBoard(props: {
  clip: Clip
  tile: Bouwsteen
  onClose: () => void
  onLaid: (note: string, tile: Bouwsteen) => void
}) {
  return <PasteDialog {...props} place={useBoardPlace()} />
}

/** What was pasted into a new note of the board. */
export function OfferOntoBoard(props: Offer) {
  return <PastedOffer {...props} place={useBoardPlace()} />
}
