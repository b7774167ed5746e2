import type * as Y from 'yjs'
import { deskOf, kindOf, preparationOf } from '#lib/documents/names.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import { type DocumentName, WIPED } from '#server/store/store.ts'
import { judgeBoard, judgeDesk, judgePreparation } from './board-gate.ts'
import { type Inspection, inspect } from './inspect.ts'
import { judgeStatement } from './statement-gate.ts'

/** The first reason why an update may not be; null when it may. */
export type Judgement = RefusalCode | null
/** Who brought or showed which Yjs client id first: the only one who may bring structs under it. */
export type ClientOwners = { get(client: number): string | undefined }
/** Where an update is to go, and by whom. `frozen`: nothing may change any more, but what is known may be sent again. */
export type Passage = {
  document: DocumentName['document']
  doc: Y.Doc
  owners: ClientOwners
  actor: Actor
  stage: Stage
  frozen: boolean
}
/**
 * What an update that passed brings: the Yjs client ids with something new; `news` is false when all of it was known. `update`: what
 * may be applied, stored and sent on: the update without what the document has. `steps`: how many items Yjs may have to look at for it,
 * beside those it brings.
 */
export type Passed = { update: Uint8Array; clients: ReadonlySet<number>; news: boolean; steps: number }
/** Judges an update whole, before anything is done with it. Reads the document, never changes it. */
export type Gate = (update: Uint8Array, passage: Passage) => Result<Passed, RefusalCode>

/** Largest update that is taken at once, in bytes. */
const UPDATE_MAX = 256 * 1024

const judges = {
  board: judgeBoard,
  statement: judgeStatement,
  desk: judgeDesk,
  preparation: judgePreparation,
}

export const gate: Gate = (update, passage) => {
  if (update.byteLength > UPDATE_MAX) return refused('too-large')
  const inspected = inspect(passage.doc, update)
  if (!inspected.ok) return inspected
  const { changes, update: brings, clients, steps } = inspected.value
  const news = changes.length > 0
  const passed = ok({ update: brings, clients, steps, news })
  if (!news) return passed
  if (passage.frozen) return refused('frozen')
  const { document, doc, owners, actor, stage } = passage
  const desk = deskOf(document)
  if (desk && desk.participant !== actor.id) return refused('not-yours')
  const partner = preparationOf(document)
  if (partner !== null && partner !== actor.partner) return refused('not-yours')
  const refusal =
    judgeClients(inspected.value, actor, owners) ??
    judges[kindOf(document)](doc, inspected.value, actor, stage)
  return refusal ? refused(refusal) : passed
}

function judgeClients(inspection: Inspection, actor: Actor, owners: ClientOwners): Judgement {
  for (const client of inspection.clients) {
    const owner = owners.get(client)
    if (owner === WIPED) return 'wiped'
    if (owner !== undefined && owner !== actor.id) return 'foreign-client'
  }
  return null
}
