import { describe, expect, it } from 'vitest'
import { type Actor, can } from '#lib/domain/permissions.ts'
import { phases } from '#lib/domain/phase.ts'

const person = (role: Actor['role'], mayOrder = false): Actor => ({
  id: 'participant-1',
  role,
  partner: null,
  mayOrder,
})

describe('can', () => {
  it('lets an observer change nothing in any phase', () => {
    for (const phase of phases)
      expect(can(person('observer'), { type: 'addNote' }, phase)).toBe('role-forbids')
  })
  it('lets participants add notes while collecting only', () => {
    expect(phases.filter(phase => can(person('participant'), { type: 'addNote' }, phase) === null)).toEqual([
      'collect',
    ])
  })
  it('lets only the facilitator or who was given the right make lines', () => {
    expect(can(person('participant'), { type: 'orderLines' }, 'order')).toBe('role-forbids')
    expect(can(person('participant', true), { type: 'orderLines' }, 'order')).toBeNull()
    expect(can(person('facilitator'), { type: 'orderLines' }, 'order')).toBeNull()
  })
  it("keeps others' notes out of the bin, but not one's own", () => {
    expect(can(person('participant'), { type: 'binNote', author: 'somebody-else' }, 'collect')).toBe(
      'not-yours',
    )
    expect(can(person('participant'), { type: 'binNote', author: 'participant-1' }, 'collect')).toBeNull()
  })
  it('lets nobody write on the board once the statement is written', () => {
    for (const action of [{ type: 'addNote' }, { type: 'moveNote' }, { type: 'orderLines' }] as const)
      expect(can(person('facilitator'), action, 'statement')).toBe('phase-forbids')
  })
  it('[U30] holds the writing of all but who leads, not votes and signals, and tells nobody to wait for what is over', () => {
    const held = (role: Actor['role']): Actor => ({ ...person(role), held: true })
    expect(can(held('participant'), { type: 'addNote' }, 'collect')).toBe('input-held')
    expect(can(held('participant'), { type: 'writeDesk' }, 'desks')).toBe('input-held')
    expect(can(held('participant'), { type: 'writeStatement' }, 'statement')).toBe('input-held')
    expect(can(held('facilitator'), { type: 'addNote' }, 'collect')).toBeNull()
    expect(can(held('participant'), { type: 'castVote' }, 'decide')).toBeNull()
    expect(can(held('participant'), { type: 'signal' }, 'collect')).toBeNull()
    expect(can(held('participant'), { type: 'handOver' }, 'collect')).toBeNull()
    expect(can(held('participant'), { type: 'answerCheck' }, 'collect')).toBeNull()
    expect(can(held('participant'), { type: 'addNote' }, 'statement')).toBe('phase-forbids')
    expect(can(held('observer'), { type: 'addNote' }, 'collect')).toBe('role-forbids')
  })
})
