/**
 * The thirty people, as what they do arrives. Taken once a frame, with the newest of each only, so that a page which can't keep up isn't
 * given more than it can show. `take`: gets a list of deeds with places in units of the world.
 */
export function hearCrowd(take) {
  const waiting = new Map()
  const socket = new WebSocket(`ws://${location.host}/crowd`)
  const frame = () => {
    const deeds = [...waiting.values()]
    waiting.clear()
    take(deeds)
  }
  socket.onmessage = ({ data }) => {
    if (waiting.size === 0) requestAnimationFrame(frame)
    for (const deed of JSON.parse(data)) waiting.set(`${deed.kind} ${deed.person} ${deed.note ?? ''}`, deed)
  }
}

/** What the bench asks of a page: `drawn()`, and `rect(id)`, where a note is on the screen, in px. */
export function answerBench(answers) {
  window.peer = answers
}

export const colors = ['#fde68a', '#fecaca', '#bfdbfe', '#bbf7d0', '#ddd6fe', '#fed7aa', '#e5e7eb']
export const nameOf = person => `Deelnemer ${person + 1}`
