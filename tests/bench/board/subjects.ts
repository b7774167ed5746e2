import type { PageProbe } from './in-page.ts'

export const subjects = ['ours', 'excalidraw', 'tldraw', 'react-flow'] as const
export type SubjectName = (typeof subjects)[number]

/** The product's own page: a note is an element that says which it is. */
const ours: PageProbe = {
  drawn: count => {
    const notes = document.querySelectorAll('[data-note]')
    return notes.length >= count && notes[count - 1]?.textContent !== ''
  },
  rect: id => document.querySelector(`[data-note="${id}"]`)?.getBoundingClientRect() ?? null,
}

/** A peer's page tells by itself; see `peers/`. */
const peer: PageProbe = {
  drawn: () => window.peer?.drawn() ?? false,
  rect: id => window.peer?.rect(id) ?? null,
}

declare global {
  interface Window {
    /** `made`: the scene as the peer itself keeps it. */
    peer?: { drawn: () => boolean; rect: PageProbe['rect']; made: () => unknown }
  }
}

export const probes: Record<SubjectName, PageProbe> = {
  ours,
  excalidraw: peer,
  tldraw: peer,
  'react-flow': peer,
}
