'use client'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWallPresence, type WallPresence } from '#components/live/wall-presence.ts'
import { selection } from '../selection/selection.ts'
import { isFor, isSign } from '../use-keys.ts'
import type { Parts } from './camera-control.ts'
import { glide, shiftBetween } from './glide.ts'
import { type HandParts, Hands } from './hands.ts'
import { pressKey } from './keys.ts'
import type { Laid } from './laying.ts'
import { Lens } from './lens.ts'
import { OthersOnWall } from './others-on-wall.ts'
import { Stage } from './stage.ts'

/** The elements that are moved and written to beside React. */
export type WallElements = Parts & HandParts & Record<'pointers' | 'lens', HTMLElement>
type Around = { hands: Hands; others: OthersOnWall | null }

/** Brings a wall to life: camera, hands, keys and the others, for as long as its elements are there. */
export function useWallStage(
  elements: RefObject<WallElements | null>,
  laid: Laid,
  shown: { pointers: boolean; hall: boolean },
): Stage {
  const [stage] = useState(() => new Stage())
  const around = useRef<Around | null>(null)
  const presence = useWallPresence()
  useLayoutEffect(() => {
    draw(stage, laid, around.current)
  }, [stage, laid])
  useLayoutEffect(() => {
    if (!elements.current) return
    const ends = [stage.detail.mount(elements.current), stage.camera.mount(elements.current)]
    return () => {
      for (const end of ends) end()
    }
  }, [stage, elements])
  useEffect(() => {
    const parts = elements.current
    if (!parts) return
    const hands = new Hands(stage, parts, presence)
    const others = presence && new OthersOnWall(stage, presence, hands, parts.pointers)
    around.current = { hands, others }
    const ends = [
      hands.mount(),
      listenForKeys(stage, hands, parts.frame),
      new Lens(stage, parts.frame, parts.lens).mount(),
      presence && keepCalm(stage, presence),
      others?.mount(),
    ]
    return () => {
      // One note is chosen by every click here; elsewhere that would be a tick that nobody gave.
      if (selection.read().size === 1) selection.clear()
      around.current = null
      for (const end of ends) end?.()
    }
  }, [stage, elements, presence])
  useEffect(() => {
    around.current?.others?.showPointers(shown.pointers)
  })
  useEffect(() => stage.detail.for(shown.hall), [stage, shown.hall])
  return stage
}

/** After what lies on the wall was drawn: the camera goes along, what moved glides, what is in hands stays there. */
function draw(stage: Stage, laid: Laid, around: Around | null): void {
  const before = stage.laid
  stage.laid = laid
  // Something was typed and nothing else.
  if (before?.lies === laid.lies) return
  const { width, height } = laid.arrangement
  const moves = stage.camera.isMoving
  const shift = before && !stage.camera.showsAll ? shiftBetween(before, laid, stage) : { x: 0, y: 0 }
  stage.camera.setWorld({ width, height }, shift)
  stage.detail.laid(laid)
  // Before the rest glides: what is held does not, and a note that was drawn anew does not know yet that it is.
  around?.hands.refresh()
  around?.others?.draw()
  // While the wall itself moves nobody follows where a note goes.
  if (before && !moves) glide(before, laid, stage, shift)
  selection.keep(id => laid.lies.has(id))
  // A note that went to another tile is drawn anew there; whoever was on it still is.
  if (document.activeElement === document.body)
    stage.notes.get(stage.focused ?? '')?.focus({ preventScroll: true })
}

/** While one moves over the wall. */
function keepCalm({ camera }: Stage, presence: WallPresence): () => void {
  let end: (() => void) | null = null
  const rest = () => {
    end?.()
    end = null
  }
  const ends = [
    camera.onMove(() => {
      end ??= presence.calm()
    }),
    camera.onRest(() => {
      if (!camera.isMoving) rest()
    }),
  ]
  return () => {
    for (const each of ends) each()
    rest()
  }
}

function listenForKeys(stage: Stage, hands: Hands, frame: HTMLElement): () => void {
  const down = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && pressKey(event, stage, hands, frame)) event.preventDefault()
  }
  const up = (event: KeyboardEvent) => {
    if (event.key === ' ') hands.space = false
  }
  /** Whoever goes by keys sees where they are. */
  const focused = ({ target }: FocusEvent) => {
    const element = target as HTMLElement
    stage.focused = element.dataset.note ?? null
    if (!element.matches(':focus-visible')) return
    const lies = stage.laid?.lies.get(element.dataset.note ?? '')
    const tile = element.closest<HTMLElement>('[data-tile]')?.dataset.tile
    const cell = Object.entries(stage.laid?.arrangement.cells ?? {}).find(([name]) => name === tile)?.[1]
    if (lies) stage.camera.bringIn(lies.rect)
    else if (cell) stage.camera.bringIn({ ...cell, height: Math.min(cell.height, 40) })
  }
  const left = ({ target }: FocusEvent) => {
    if ((target as Element).isConnected) stage.focused = null
  }
  frame.addEventListener('keydown', down)
  const elsewhere = (event: KeyboardEvent) => {
    if (!frame.contains(event.target as Node) && isSign(event) && isFor(event, frame)) down(event)
  }
  addEventListener('keydown', elsewhere)
  frame.addEventListener('focusout', left)
  frame.addEventListener('keyup', up)
  frame.addEventListener('focusin', focused)
  return () => {
    frame.removeEventListener('keydown', down)
    removeEventListener('keydown', elsewhere)
    frame.removeEventListener('focusout', left)
    frame.removeEventListener('keyup', up)
    frame.removeEventListener('focusin', focused)
  }
}
