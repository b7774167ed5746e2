/** How many Yjs client ids one person may bring into a document. A page makes one each time it is opened and written in. */
const CLIENTS_MAX = 1000

/** Whose the Yjs client ids of a document are: of who brought them first, for good. */
export class ClientOwners {
  private readonly owners: Map<number, string>
  private readonly counts = new Map<string, number>()

  constructor(owners: ReadonlyMap<number, string>) {
    this.owners = new Map(owners)
    for (const owner of this.owners.values()) this.count(owner)
  }

  get(client: number): string | undefined {
    return this.owners.get(client)
  }

  /** Whether this person may write under this id: nobody else brought it first. */
  mayUse(client: number, participant: string): boolean {
    return (this.get(client) ?? participant) === participant
  }

  /** Those that nobody has yet. */
  unknown(clients: ReadonlySet<number>): number[] {
    return [...clients].filter(client => !this.owners.has(client))
  }

  /** Whether this person may bring so many more: each is in everybody's question what they lack, for ever. */
  mayBring(count: number, participant: string): boolean {
    return (this.counts.get(participant) ?? 0) + count <= CLIENTS_MAX
  }

  claim(clients: readonly number[], participant: string): void {
    for (const client of clients) {
      if (this.owners.has(client)) continue
      this.owners.set(client, participant)
      this.count(participant)
    }
  }

  private count(participant: string): void {
    this.counts.set(participant, (this.counts.get(participant) ?? 0) + 1)
  }
}
