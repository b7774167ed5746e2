/** Who has the board or the statement of each session open, or both, and however many times. */
export class Attendance {
  private readonly sessions = new Map<string, Map<string, number>>()

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

  here(session: string): string[] {
    return [...(this.sessions.get(session)?.keys() ?? [])]
  }
}
