import type { Ballot, Vote } from '#lib/domain/ballot.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Signature } from '#lib/domain/signature.ts'
import type { AuditEvent, DocumentName, LogEntry, SessionRecord } from '#server/store/store.ts'

export function sampleSession(id: string): {
  record: SessionRecord
  partners: Partner[]
  facilitator: Participant
} {
  const record: SessionRecord = {
    id,
    network: 'Regio Zuid',
    title: 'Kick-off',
    dates: ['2026-03-01', '2026-03-02'],
    language: 'nl',
    phase: 'collect',
    desks: null,
    deskRounds: 0,
    createdAt: 1_772_000_000_000,
    expiresAt: 1_773_000_000_000,
    code: `CODE-${id}`,
    secretHash: 'ab'.repeat(32),
    lead: 'lead',
    watchCode: `WATCH-${id}`,
    definition: null,
    board: null,
    statement: null,
    reopened: null,
  }
  const partners = [
    { id: 'p-two', name: 'Zorg Zuid', kind: 'zorgaanbieder' },
    { id: 'p-one', name: 'Gemeente', kind: '' },
  ]
  return { record, partners, facilitator: person('lead', { role: 'facilitator', mayOrder: true }) }
}

export const person = (id: string, change: Partial<Participant> = {}): Participant => ({
  id,
  name: 'Anna',
  partner: null,
  role: 'participant',
  mayOrder: false,
  removed: false,
  waiting: false,
  ...change,
})

export const ballot = (id: string, round: number): Ballot => ({
  id,
  round,
  method: 'dots',
  per: 'person',
  dots: 3,
  by: 'person',
  quorum: null,
  threshold: null,
  shuffled: true,
  anonymous: false,
  options: [{ proposal: 'x', text: 'Eén loket', meaning: '', hash: 'cd'.repeat(32) }],
  state: 'open',
  openedAt: 5,
  closedAt: null,
  revealedAt: null,
  entitled: null,
})

export const vote = (voter: string, dots: number): Vote => ({
  voter,
  participant: voter,
  partner: null,
  choice: { method: 'dots', dots: { x: dots } },
  trail: [{ by: voter, at: 5, way: 'own' }],
})

export const signature = (name: string): Signature => ({
  declaration: {
    format: 'mozaiekbord-signature/1',
    decision: 'signs',
    session: 's1',
    statement: 'ef'.repeat(32),
    version: 1,
    partner: 'p-one',
    name,
    function: 'wethouder',
    signedAt: 9,
  },
  publicKey: '04'.repeat(65),
  signature: '01'.repeat(64),
})

export const board: DocumentName = { session: 's1', document: 'board' }
export const statement: DocumentName = { session: 's1', document: 'statement' }
export const entry = (
  name: DocumentName,
  byte: number,
  clients: number[] = [],
  participant = 'lead',
): LogEntry => ({
  ...name,
  update: new Uint8Array([byte]),
  clients,
  participant,
})
export const bytes = (updates: readonly Uint8Array[]) => updates.map(update => [...update])
export const chain = (former: string, event: AuditEvent) => `${former}>${event.type}`
export const event = (type: string): AuditEvent => ({
  at: 1,
  actor: 'lead',
  type,
  detail: { a: 1, b: null, c: true },
})
