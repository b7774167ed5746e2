import { toScreen } from '#lib/wall/camera.ts'
import type { Stage } from './stage.ts'

/** How far from the note it stands, in px. */
const AWAY = 6

/** Reads out, in letters of an ordinary size, the note under the pointer or the focus while it is too small to read itself. */
export class Lens {
  private readonly stage: Stage
  private readonly frame: HTMLElement
  private readonly glass: HTMLElement

  constructor(stage: Stage, frame: HTMLElement, glass: HTMLElement) {
    this.stage = stage
    this.frame = frame
    this.glass = glass
  }

  mount(): () => void {
    const { frame } = this
    const names = ['pointerover', 'focusin'] as const
    const away = ['pointerleave', 'pointerdown', 'focusout'] as const
    for (const name of names) frame.addEventListener(name, this.look)
    for (const name of away) frame.addEventListener(name, this.hide)
    const end = this.stage.camera.onMove(this.hide)
    return () => {
      for (const name of names) frame.removeEventListener(name, this.look)
      for (const name of away) frame.removeEventListener(name, this.hide)
      end()
    }
  }

  private hide = (): void => {
    if (!this.glass.hidden) this.glass.hidden = true
  }

  private look = ({ target }: Event): void => {
    const note = (target as Element).closest<HTMLElement>('[data-note]')
    const id = note?.dataset.note
    const lies = id === undefined ? undefined : this.stage.laid?.lies.get(id)
    if (!note || !lies || this.stage.detail.detail === 'near') return this.hide()
    const { glass } = this
    const { camera, view } = this.stage.camera
    glass.textContent = note.firstElementChild?.textContent ?? ''
    glass.style.background = getComputedStyle(note).backgroundColor
    glass.hidden = false
    const { x, y } = toScreen(camera, lies.rect)
    const below = y + lies.rect.height * camera.zoom + AWAY
    const { offsetWidth: wide, offsetHeight: room } = glass
    const top = below + room < view.height ? below : Math.max(AWAY, y - room - AWAY)
    const left = Math.min(Math.max(AWAY, x), view.width - wide - AWAY)
    glass.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
  }
}
