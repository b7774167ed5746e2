import type { AuditAnswer } from '#lib/protocol/requests.ts'
import { type Visitor, wasRefused } from '#tests/harness/visitor.ts'

/** How often a command for the same was given, and of these answered. */
type Count = { given: number; answered: number }
type Event = AuditAnswer['events'][number]

/** People without a device, whom who leads lets in and removes again: commands that must each be done once at most, and once when answered. */
export class Guests {
  private readonly lead: Visitor
  private readonly asked = new Map<string, Count>()
  private readonly removed = new Map<string, Count>()
  private readonly refused: string[] = []
  private readonly coming = new Set<Promise<void>>()

  constructor(lead: Visitor) {
    this.lead = lead
  }

  /** One more comes and goes: a device takes in only so many, and who left stays in the list of who was there. */
  come(): void {
    const coming = this.letIn().finally(() => this.coming.delete(coming))
    this.coming.add(coming)
  }

  /** Resolves when every command was answered, or tried for as long as one tries. */
  async settled(): Promise<void> {
    await Promise.all(this.coming)
  }

  private async letIn(): Promise<void> {
    const name = `Gast ${this.asked.size}`
    const answer = await this.give(this.asked, name, () =>
      this.lead.command({ type: 'hostPerson', name, partner: null }),
    )
    if (answer) await this.remove(answer.id ?? '')
    // Who came in by a command that got no answer would keep a place on the device.
    const left = this.lead.view?.roster.find(
      guest => !guest.removed && this.asked.get(guest.name)?.answered === 0,
    )
    if (left) await this.remove(left.id)
  }

  private remove(participant: string): Promise<unknown> {
    return this.give(this.removed, participant, () =>
      this.lead.command({ type: 'setParticipant', participant, removed: true }),
    )
  }

  /** Null when nobody answered in the time that one tries: who gave the command was told. */
  private async give<T>(
    counts: Map<string, Count>,
    of: string,
    command: () => Promise<T>,
  ): Promise<T | null> {
    const count = counts.get(of) ?? { given: 0, answered: 0 }
    counts.set(of, count)
    count.given++
    try {
      const answer = await command()
      count.answered++
      return answer
    } catch (error) {
      if (wasRefused(error)) this.refused.push(String(error))
      return null
    }
  }

  get answered(): number {
    return this.sum(({ answered }) => answered)
  }

  get unanswered(): number {
    return this.sum(({ given, answered }) => given - answered) - this.refused.length
  }

  private sum(of: (count: Count) => number): number {
    return [...this.asked.values(), ...this.removed.values()].reduce((sum, count) => sum + of(count), 0)
  }

  /** How many that got no answer were done all the same, by the trail; and what was done too often, or not though it was answered. */
  judge(events: readonly Event[], roster: readonly { id: string; name: string }[]) {
    const faults = this.refused.map(refusal => `refused: ${refusal}`)
    let late = 0
    const compare = (what: string, { given, answered }: Count, done: number) => {
      if (done < answered || done > given)
        faults.push(`${what}: given ${given} times, answered ${answered}, done ${done}`)
      late += Math.max(0, done - answered)
    }
    const doneFor = (type: string, ids: readonly string[]) =>
      events.filter(event => event.type === type && ids.includes(String(event.detail.participant))).length
    for (const [name, count] of this.asked) {
      const ids = roster.filter(each => each.name === name).map(({ id }) => id)
      const told = doneFor('hostPerson', ids)
      compare(`${name} let in`, count, ids.length)
      if (told !== ids.length) faults.push(`${name}: ${ids.length} times there, ${told} times in the trail`)
    }
    for (const [id, count] of this.removed) compare(`${id} removed`, count, doneFor('setParticipant', [id]))
    return { faults, late }
  }
}
