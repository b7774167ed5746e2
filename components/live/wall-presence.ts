'use client'
import { useEffect, useMemo } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { type Spot, type WallPlace, wallPresenceSchema } from '#lib/protocol/presence.ts'
import { paceOf } from './pace.ts'
import { useProvider, useSessionView } from './session.tsx'

/** Somebody else on the wall, once for each page that they have open. `notes`: what they move, the first of it at `hand`. */
export type OtherOnWall = WallPlace & { page: number; name: string; notes: readonly string[] }

/** Time between two moves that one tells of, in ms: the others' screens glide from one to the next. */
const PACE = 60
/** Of who only points one hears less often the more people there are: so much for each, in ms. */
const PACE_PER_PERSON = 4
/** Who let go tells so a little after the notes' new place: on no screen they glide back in between. In ms. */
const AFTER = 250
/** Most notes of one hand that are drawn in it. */
const SHOWN_MAX = 40
const nowhere: WallPlace = { pointer: null, hand: null }

/** Where the others are on the wall, and what one tells them of oneself. */
export class WallPresence {
  private readonly awareness: Awareness
  private own = nowhere
  private timer: ReturnType<typeof setTimeout> | null = null
  private letting: ReturnType<typeof setTimeout> | null = null
  private late = false
  private readonly me: string | undefined

  /** `me`: who looks, on however many pages. */
  constructor(awareness: Awareness, me: string | undefined) {
    this.awareness = awareness
    this.me = me
  }

  point(at: Spot | null): void {
    // Alone there is nobody to tell.
    if (this.awareness.getStates().size > 1) this.tell({ pointer: at })
  }

  take(notes: readonly string[]): void {
    if (this.letting !== null) clearTimeout(this.letting)
    this.letting = null
    this.awareness.setLocalStateField('moving', { notes })
  }

  carry(hand: Spot): void {
    this.tell({ hand })
  }

  letGo(): void {
    this.letting ??= setTimeout(() => {
      this.letting = null
      this.awareness.setLocalStateField('moving', null)
      this.tell({ hand: null })
    }, AFTER)
  }

  /** Everybody else on the wall. What one moves oneself on another page moves here too, but one's own hand is nobody else's. */
  others(): OtherOnWall[] {
    const found: OtherOnWall[] = []
    for (const [page, { user, wall, moving }] of this.awareness.getStates()) {
      if (page === this.awareness.clientID || typeof user?.name !== 'string') continue
      const place = wallPresenceSchema.safeParse(wall)
      if (!place.success) continue
      const notes: unknown[] = Array.isArray(moving?.notes) ? moving.notes : []
      const shown = notes.slice(0, SHOWN_MAX).filter(note => typeof note === 'string')
      const own = user.id !== undefined && user.id === this.me
      found.push({ ...place.data, ...(own && { pointer: null }), page, name: user.name, notes: shown })
    }
    return found
  }

  subscribe = (listener: () => void): (() => void) => {
    this.awareness.on('change', listener)
    return () => this.awareness.off('change', listener)
  }

  /** For what the others did that takes long to draw: at the pace of the page. */
  soon(draw: () => void): void {
    paceOf(this.awareness.doc).soon(draw)
  }

  get isCalm(): boolean {
    return paceOf(this.awareness.doc).isCalm
  }

  /** Until the answer is called, what others do is drawn seldom: it takes the time in which the wall is to follow the hand. */
  calm(): () => void {
    return paceOf(this.awareness.doc).calm()
  }

  /** Leaves the wall. */
  leave(): void {
    for (const timer of [this.timer, this.letting]) if (timer !== null) clearTimeout(timer)
    this.timer = null
    this.letting = null
    this.late = false
    this.own = nowhere
    const state = this.awareness.getLocalState()
    if (state !== null) this.awareness.setLocalState({ ...state, moving: null, wall: null })
  }

  /** At most once in a while; the latest is always told. */
  private tell(part: Partial<WallPlace>): void {
    this.own = { ...this.own, ...part }
    if (this.timer !== null) {
      this.late = true
      return
    }
    this.awareness.setLocalStateField('wall', this.own)
    this.timer = setTimeout(() => {
      this.timer = null
      if (!this.late) return
      this.late = false
      this.tell({})
    }, this.pace())
  }

  private pace(): number {
    return this.own.hand ? PACE : Math.max(PACE, PACE_PER_PERSON * this.awareness.getStates().size)
  }
}

/** Presence on the wall, for as long as it is shown. Null until the document came. */
export function useWallPresence(): WallPresence | null {
  const awareness = useProvider()?.awareness
  const me = useSessionView()?.me.id
  const presence = useMemo(() => (awareness ? new WallPresence(awareness, me) : null), [awareness, me])
  useEffect(() => () => presence?.leave(), [presence])
  return presence
}
