import { useState } from 'react'
import { useCan } from '#components/live/board.tsx'
import { type Bouwsteen, bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import { type Ticks, tick, tickAll } from '../selection/ticks.ts'
import { useChosen } from '../selection/use-chosen.ts'
import { type Group, inSight } from './groups.ts'
import type { ListActs } from './use-list-keys.ts'

/**
 * What goes on in a list beside the work on chosen notes: what is ticked, where a note is being written, the keys for that.
 * `here`: the bouwsteen that one was at last.
 */
export function useListWork(groups: readonly Group[], here: Bouwsteen) {
  const { chosen, acts, does, finish } = useChosen()
  const [writing, setWriting] = useState<Bouwsteen | null>(null)
  const can = useCan()
  const mayAdd = can({ type: 'addNote' }) === null
  const mayAddTo = (bouwsteen: Bouwsteen) => can({ type: 'addNote', bouwsteen }) === null
  const mayTick = Object.values(acts).some(act => act !== null)
  const ticks: Ticks = { ids: chosen, tick, tickAll }
  const hidden = chosen.size - inSight(groups).filter(note => chosen.has(note.id)).length
  const keys: Pick<ListActs, 'tickSection' | 'write'> = {
    tickSection: note => {
      const section = groups
        .flatMap(group => group.sections)
        .find(({ notes }) => notes.some(({ id }) => id === note))
      if (section && mayTick) tickAll(section.notes.map(({ id }) => id))
    },
    write: () => {
      const at = document.activeElement?.closest<HTMLElement>('[data-tile]')?.dataset.tile
      const tile = bouwsteenSchema.safeParse(at).data ?? writing ?? here
      if (mayAddTo(tile)) setWriting(tile)
    },
  }
  return { ticks, hidden, acts, does, finish, writing, setWriting, mayAdd, mayAddTo, mayTick, keys }
}
