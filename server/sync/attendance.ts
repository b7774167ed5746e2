/** Who has the board or the statement of each session open, or both, and however many times. */
export class Attendance {
  private readonly sessions = new Map<string, Map<string, number>>()
  /** By session and node. */
  private readonly elsewhere = new Map<string, Map<string, readonly string[]>>()

  /** A socket more; true when they had none. */
  come(session: string, participant: string): boolean {
    const people = this.sessions.get(session) ?? new Map<string, number>()
    this.sessions.set(session, people)
    const sockets = people.get(participant) ?? 0
    people.set(participant, sockets + 1)
    return sockets === 0
  }

  /** A socket less; true when it was their last one. */
  go(session: string, participant: string): boolean {
    const people = this.sessions.get(session)
    const sockets = people?.get(participant) ?? 0
    if (!people || sockets === 0) return false
    if (sockets > 1) people.set(participant, sockets - 1)
    else people.delete(participant)
    if (people.size === 0) this.sessions.delete(session)
    return sockets === 1
  }

  /** All who are on this node. */
  own(session: string): string[] {
    return [...(this.sessions.get(session)?.keys() ?? [])]
  }

  here(session: string): string[] {
    const others = [...(this.elsewhere.get(session)?.values() ?? [])].flatMap(people => [...people])
    return [...new Set([...this.own(session), ...others])]
  }

  /** Who is on another node; true when that changes who is here. */
  told(session: string, node: string, people: readonly string[]): boolean {
    const before = this.here(session)
    const nodes = this.elsewhere.get(session) ?? new Map<string, readonly string[]>()
    if (people.length > 0) nodes.set(node, people)
    else nodes.delete(node)
    if (nodes.size > 0) this.elsewhere.set(session, nodes)
    else this.elsewhere.delete(session)
    const now = new Set(this.here(session))
    return now.size !== before.length || before.some(person => !now.has(person))
  }

  /** A node is gone; gives the sessions of which that changes who is here. */
  lost(node: string): string[] {
    return [...this.elsewhere.keys()].filter(session => this.told(session, node, []))
  }

  /** Forgets who is on other nodes. */
  forget(session: string): void {
    this.elsewhere.delete(session)
  }
}
