import type { Note } from '#lib/domain/note.ts'
import type { Place } from './place/place.ts'

/** What each view of the board is given: what is looked for, where one is, and where to tell that one went elsewhere. */
export type ViewProps = {
  filter: (note: Note) => boolean
  place: Place
  onPlace: (place: Place) => void
  onOpen: (note: string) => void
}
