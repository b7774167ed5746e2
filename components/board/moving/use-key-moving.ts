'use client'
import { useEffect, useRef } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useBoardActions, useCan, useHolding } from '#components/live/board.tsx'
import { useTell } from '#components/live/use-presence.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { movingMessages } from '#lib/i18n/moving.ts'
import { useSay } from '../announcer/announcer.tsx'
import { focusedNote, focusNote } from '../note/focus-note.ts'
import type { Place } from '../place/place.ts'
import { selection } from '../selection/selection.ts'
import { type Direction, inBoardOrder, movesTo, rankOf, stepped, type Target, targetOf } from './steps.ts'

/** Notes on their way. `byAlt`: for as long as that key is down; else until they are laid down. `to` null: not moved yet. */
type Grip = { note: string; ids: string[]; byAlt: boolean; to: Target | null }

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const ends: Record<string, 'drop' | 'cancel'> = { Enter: 'drop', ' ': 'drop', v: 'drop', Escape: 'cancel' }

/**
 * Moves notes by keys, the same in each view: with Alt the arrows carry the note that the focus is on, and what is chosen with it,
 * until Alt is let go; V picks it up without a key to hold, Enter puts it down, Escape puts it back. Until it is laid down it is
 * shown elsewhere on this page alone, and the others see who holds it; laying down is one edit, and one step to undo.
 * `here`: whether this view shows how notes lie on their bouwstenen.
 */
export function useKeyMoving(here: boolean, onPlace: (place: Place) => void): void {
  const hand = useHand(onPlace)
  const latest = useRef(hand)
  useEffect(() => {
    latest.current = hand
  })
  useEffect(() => {
    if (!here) return
    const keys = keysOf(() => latest.current)
    const leave = () => latest.current.end('drop')
    const press = () => latest.current.end('cancel')
    // Before the views: what is held is moved, not what else their arrows do.
    addEventListener('keydown', keys.down, true)
    addEventListener('keyup', keys.up, true)
    addEventListener('blur', leave)
    addEventListener('pointerdown', press, true)
    return () => {
      removeEventListener('keydown', keys.down, true)
      removeEventListener('keyup', keys.up, true)
      removeEventListener('blur', leave)
      removeEventListener('pointerdown', press, true)
      latest.current.end('cancel')
    }
  }, [here])
}

type Hand = {
  held: () => Grip | null
  /** Picks up a note and what is chosen with it; whether that went. */
  take: (note: string, byAlt: boolean) => boolean
  step: (direction: Direction) => void
  end: (how: 'drop' | 'cancel') => void
}

function useHand(onPlace: (place: Place) => void): Hand {
  const t = useMessages(movingMessages)
  const language = useLanguage()
  const text = useRefusalText()
  const say = useSay()
  const tell = useTell()
  const actions = useBoardActions()
  const refusal = useCan()({ type: 'moveNote' })
  const holding = useHolding()
  const grip = useRef<Grip | null>(null)

  const take = (note: string, byAlt: boolean): boolean => {
    if (refusal !== null) say(text(refusal))
    if (refusal !== null || !actions || !holding) return false
    const chosen = selection.has(note) ? selection.read() : new Set([note])
    const ids = inBoardOrder(holding.lying(), chosen)
    grip.current = { note, ids, byAlt, to: null }
    tell('moving', { notes: ids })
    // How a note looks that is in the hand; it is the one that has the focus.
    document.documentElement.dataset.lifting = ''
    if (!byAlt) say(t.held(ids.length))
    return true
  }
  const step = (direction: Direction) => {
    const held = grip.current
    const notes = holding?.lying() ?? []
    const from = held && (held.to ?? targetOf(notes, held.ids, held.note))
    if (!held || !from) return
    const to = stepped(notes, held.ids, from, direction)
    held.to = to
    holding?.show(new Map(movesTo(notes, held.ids, to).map(({ id, ...lies }) => [id, lies])))
    onPlace({ tile: to.bouwsteen, note: held.note })
    focusNote(held.note)
    const { place, of } = rankOf(notes, held.ids, to)
    say(t.at(bouwsteenContent[to.bouwsteen].name[language], place, of), false)
  }
  const end = (how: 'drop' | 'cancel') => {
    const held = grip.current
    if (!held) return
    grip.current = null
    delete document.documentElement.dataset.lifting
    tell('moving', null)
    const lying = holding?.lying() ?? []
    const { to } = held
    const ids = held.ids.filter(id => lying.some(note => note.id === id))
    const moves = how === 'drop' && to ? movesTo(lying, ids, to) : []
    if (moves.length === 0 || !to) {
      holding?.show(new Map())
      // A view that went along to another bouwsteen comes back with it.
      const lies = lying.find(note => note.id === held.note)
      if (to && lies) onPlace({ tile: lies.bouwsteen, note: lies.id })
      // What was only lifted and put down again is no news.
      if (to || !held.byAlt) say(t.back(held.ids.length), false)
    } else {
      holding?.end()
      actions?.moveNotes(moves)
      const { place } = rankOf(lying, ids, to)
      say(t.laid(ids.length, bouwsteenContent[to.bouwsteen].name[language], place))
    }
  }
  return { held: () => grip.current, take, step, end }
}

/** What the keys do with the hand. */
function keysOf(hand: () => Hand) {
  let laidBy: string | null = null
  const down = (event: KeyboardEvent) => {
    const { held: read, take, step, end } = hand()
    const held = read()
    const direction = directions[event.key]
    const elsewhere = document.querySelector('dialog[open]') !== null || event.ctrlKey || event.metaKey
    if (held === null) {
      const note = focusedNote()
      const withAlt = event.altKey && direction !== undefined
      const begins = withAlt || (event.key === 'v' && !event.altKey && !event.shiftKey && !event.repeat)
      if (note === null || elsewhere || event.defaultPrevented || !begins) return
      event.preventDefault()
      event.stopPropagation()
      if (take(note, withAlt) && direction) step(direction)
      return
    }
    if (event.key === 'Alt') return
    // A key of the browser or of another act: that is not what the hand is for.
    if (event.ctrlKey || event.metaKey) return end('cancel')
    event.preventDefault()
    event.stopPropagation()
    const ending = ends[event.key]
    if (direction) step(direction)
    else if (ending && !event.repeat) {
      laidBy = event.key
      end(ending)
      focusNote(held.note)
    }
  }
  const up = (event: KeyboardEvent) => {
    // A button would be pressed by the space bar that put the note down.
    if (event.key === laidBy) event.preventDefault()
    laidBy = null
    const { held: read, end } = hand()
    const held = read()
    if (event.key !== 'Alt' || !held?.byAlt) return
    // Some browsers go to their menu by it.
    event.preventDefault()
    end('drop')
    focusNote(held.note)
  }
  return { down, up }
}
