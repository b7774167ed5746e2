import * as Y from 'yjs'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import { gate, type Judgement } from '#server/sync/gate.ts'

export const anna: Actor = {
  id: 'person-anna',
  role: 'participant',
  partner: 'partner-1',
  mayOrder: false,
}
export const bram: Actor = { id: 'person-bram', role: 'participant', partner: null, mayOrder: false }
export const lead: Actor = { id: 'person-lead', role: 'facilitator', partner: null, mayOrder: true }
export const made = (actor: Actor, id: string) => ({
  id,
  author: actor.id,
  partner: actor.partner,
  at: 1000,
})

/** A board as the server holds it, behind the real gate; accepted updates are applied. */
export function gateRoom(stage: Stage = 'collect') {
  const doc = new Y.Doc()
  const owners = new Map<number, string>()
  const state = { stage }
  return {
    doc,
    state,
    offer(update: Uint8Array, actor: Actor): Judgement {
      const passed = gate(update, {
        ...{ document: 'board', doc, owners, actor },
        ...{ stage: state.stage, frozen: false },
      })
      if (!passed.ok) return passed.refusal
      for (const client of passed.value.clients) owners.set(client, actor.id)
      Y.applyUpdate(doc, passed.value.update)
      return null
    },
    client(): Y.Doc {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      return copy
    },
    /** Offers what `act` does to a fresh copy. */
    try(actor: Actor, act: (doc: Y.Doc) => void): Judgement {
      const copy = this.client()
      return this.offer(
        edit(copy, () => act(copy)),
        actor,
      )
    },
  }
}

/** What an edit sends. */
export function edit(doc: Y.Doc, act: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  act()
  return Y.encodeStateAsUpdate(doc, before)
}
