import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { type Touch, touched } from '#lib/documents/touched.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { type Key, keep, under } from './database.ts'
import { newId } from './new-id.ts'
import { Pending } from './pending.ts'
import { hearTabs, type Person, type Tabs, type Told } from './tabs.ts'
import { putInTray, textsOf, toTray } from './tray.ts'

/** An edit of this person's that the server has not shown. `since`: when it began, ms since 1970. */
export type Edit = { key: Key; update: Uint8Array; since: number; touches: Touch[] }

/** The origin of what comes from this device and not from a hand: kept before, or told by another tab. */
export const fromDevice = Symbol('from this device')

/** How long what the server showed may wait to be written, in ms: it has it still, so nothing is at stake. */
const WRITE_AFTER = 1000
/** After so many pieces, or bytes, the copy is put together into one state. */
const PIECES_MAX = 200
const BYTES_MAX = 512 * 1024
/** Without a line, what is typed in one go is one edit: within so many ms, and no larger than so many bytes. */
const ONE_GO = 5000
const ONE_GO_BYTES = 16 * 1024

/**
 * A document on this device, in two parts: `copies` holds what the server has shown, `unsent` the edits that it has not. An edit is
 * kept as it is made, in a row of its own that goes only when the server has shown it, so that whatever tab is closed, the next
 * one sends it. Rows are put together only by who made or read them: no tab drops what it doesn't know.
 */
export class LocalCopy {
  readonly pending = new Pending<Edit>()
  /** Whether the browser keeps things; then nothing is lost with the page. */
  keeps = true
  private readonly doc: Y.Doc
  private readonly person: Person
  private readonly document: string
  private readonly tabs: Tabs
  private readonly connected: () => boolean
  /** Other tabs may count something of it that waits no longer. */
  private told = false
  /** What is being written. */
  private readonly writing = new Set<Promise<unknown>>()
  private latest: Edit | null = null
  private heardBytes: Uint8Array[] = []
  private settled: Key[] = []
  /** The rows of `copies` whose content is in the document, and their size. */
  private rows: Key[] = []
  private bytes = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private closed = false
  /** Why it is of no use any more; what is typed in it all the same goes to the tray, under these ids. */
  private over: RefusalCode | null = null
  private readonly late = new Map<string, string>()

  /** `connected`: whether edits are on their way to the server; `replaced`: another tab had this document refused. */
  constructor(
    doc: Y.Doc,
    place: { person: Person; document: string },
    { connected, replaced }: { connected: () => boolean; replaced: () => void },
  ) {
    this.doc = doc
    this.person = place.person
    this.document = place.document
    this.connected = connected
    this.tabs = hearTabs(place.person, (told, ours) => {
      if (ours || this.over || !('document' in told) || told.document !== this.document) return
      if ('edits' in told) this.takeAll(told.edits)
      if ('fresh' in told) {
        this.over = 'missing-dependency'
        replaced()
      }
    })
  }

  /** Fills the document with what is kept. Gives whether the server's part of it was ever kept. */
  async load(): Promise<boolean> {
    try {
      const { shown, unsent } = await keep(['copies', 'unsent'], async kept => ({
        shown: await kept.all<Uint8Array>('copies', this.range),
        unsent: await kept.all<Omit<Edit, 'key'>>('unsent', this.range),
      }))
      if (this.over) return false
      this.doc.transact(() => {
        for (const { value } of shown) Y.applyUpdate(this.doc, value)
      }, fromDevice)
      this.rows = shown.map(({ key }) => key)
      this.bytes = shown.reduce((sum, { value }) => sum + value.byteLength, 0)
      this.takeAll(unsent.map(({ key, value }) => ({ key, ...value })))
      return shown.length > 0
    } catch {
      this.keeps = false
      return false
    }
  }

  /** Takes in what other tabs left behind without a word. */
  async reread(): Promise<void> {
    const unsent = await keep(['unsent'], kept => kept.all<Omit<Edit, 'key'>>('unsent', this.range)).catch(
      () => [],
    )
    const settling = this.settled.map(key => JSON.stringify(key))
    const left = unsent.filter(({ key }) => !settling.includes(JSON.stringify(key)))
    if (!this.over) this.takeAll(left.map(({ key, value }) => ({ key, ...value })))
  }

  /** Keeps an edit of this page's own. */
  edited(update: Uint8Array, transaction: Y.Transaction): void {
    const touches = touched(transaction)
    const now = Date.now()
    if (this.over === 'removed') return
    if (this.over) return void toTray(this.person, this.lateTexts(touches, now))
    const former = this.continued(now)
    const edit: Edit = {
      key: this.newKey(now),
      update: former ? Y.mergeUpdates([former.update, update]) : update,
      since: former?.since ?? now,
      touches: former ? together(former.touches, touches) : touches,
    }
    if (former) this.pending.drop(former)
    this.pending.sent(edit.update, edit)
    this.latest = edit
    void this.during(this.write(edit, former))
  }

  /** Takes note of a sync message of the server's, before it is applied. */
  heard(decoder: decoding.Decoder): void {
    if (this.over) return
    const step = decoding.peekVarUint(decoder)
    const settled = this.pending.heard(decoding.clone(decoder))
    if (step > 0) {
      decoding.readVarUint(decoder)
      this.heardBytes.push(decoding.readVarUint8Array(decoder))
    }
    for (const { update, key } of settled) {
      this.heardBytes.push(update)
      this.settled.push(key)
    }
    if (this.heardBytes.length > 0)
      this.timer ??= setTimeout(() => whenIdle(() => void this.flush()), WRITE_AFTER)
  }

  /** Tells the other tabs what waits here: the line is gone, or this tab is. */
  hand(): void {
    if (this.over || this.pending.count === 0) return
    this.tell({ document: this.document, edits: this.pending.edits })
  }

  /** Writes what the server showed, and takes away what it need not be sent again. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.over || this.heardBytes.length === 0) return Promise.resolve()
    return this.during(this.writeShown())
  }

  /** The server didn't take what is in it: its texts go to the tray, and nothing of it stays. */
  discard(reason: RefusalCode): void {
    if (this.over) return
    this.over = reason
    void this.during(this.wipe(reason, this.pending.edits, this.settled))
  }

  /** Its person is no longer in the session: what is typed goes nowhere. */
  abandon(): void {
    this.over = 'removed'
  }

  close(): void {
    this.hand()
    this.closed = true
    void this.flush()
    void Promise.allSettled(this.writing).then(() => this.tabs.stop())
  }

  private async during<T>(work: Promise<T>): Promise<T> {
    this.writing.add(work)
    return work.finally(() => this.writing.delete(work))
  }

  private async writeShown(): Promise<void> {
    const [shown, settled, rows] = [this.heardBytes, this.settled, this.rows]
    this.heardBytes = []
    this.settled = []
    // While nothing waits, the document is what the server has.
    const whole = this.pending.count === 0 && (rows.length > PIECES_MAX || this.bytes > BYTES_MAX)
    const update = whole ? Y.encodeStateAsUpdate(this.doc) : Y.mergeUpdates(shown)
    const key = this.newKey(Date.now())
    this.rows = whole ? [key] : [...rows, key]
    this.bytes = whole ? 0 : this.bytes + update.byteLength
    const told = this.told && this.pending.count === 0
    if (told) this.told = false
    await keep(['copies', 'unsent'], async kept => {
      kept.put('copies', key, update)
      if (whole) for (const row of rows) kept.remove('copies', row)
      for (const edit of settled) kept.remove('unsent', edit)
    }).catch(() => {
      this.keeps = false
    })
    if (told) this.tabs.tell({ document: this.document, sent: true })
  }

  private async wipe(reason: RefusalCode, waiting: readonly Edit[], settled: readonly Key[]): Promise<void> {
    try {
      await keep(['copies', 'unsent', 'tray'], async kept => {
        const unsent = await kept.all<Omit<Edit, 'key'>>('unsent', this.range)
        const stored = new Set(settled.map(key => JSON.stringify(key)))
        const left = unsent.filter(({ key }) => !stored.has(JSON.stringify(key)))
        const edits = [...waiting, ...left.map(({ key, value }) => ({ key, ...value }))]
        await putInTray(kept, this.person, textsOf(inOrder(edits), this.document, reason))
        kept.remove('copies', this.range)
        kept.remove('unsent', this.range)
      })
      this.tabs.tell({ tray: true })
    } catch {
      await toTray(this.person, textsOf(inOrder(waiting), this.document, reason))
    }
    this.tabs.tell({ document: this.document, fresh: true })
  }

  private get range(): IDBKeyRange {
    return under(this.person.session, this.person.id, this.document)
  }

  private newKey(at: number): Key {
    return [this.person.session, this.person.id, this.document, at, newId()]
  }

  /** The edit that what is typed now goes on with; only while it can't be on its way already. */
  private continued(now: number): Edit | null {
    const { latest } = this
    if (!latest || this.connected() || !this.pending.edits.includes(latest)) return null
    const one = now - (latest.key[3] as number) < ONE_GO && latest.update.byteLength < ONE_GO_BYTES
    return one ? latest : null
  }

  private async write(edit: Edit, former: Edit | null): Promise<void> {
    const { key, ...value } = edit
    try {
      await keep(['unsent'], async kept => {
        kept.put('unsent', key, value)
        if (former) kept.remove('unsent', former.key)
      })
    } catch {
      this.keeps = false
    }
    // After it is kept, so that whoever builds on it is kept behind it.
    if (!this.connected() && !this.over) this.tell({ document: this.document, edits: [edit] })
  }

  private takeAll(edits: readonly Edit[]): void {
    const known = new Set(this.pending.edits.map(({ key }) => JSON.stringify(key)))
    for (const edit of edits) {
      if (known.has(JSON.stringify(edit.key))) continue
      this.told = true
      Y.applyUpdate(this.doc, edit.update, fromDevice)
      this.pending.sent(edit.update, edit)
    }
  }

  private tell(told: Told): void {
    if (this.closed) return
    this.told = true
    this.tabs.tell(told)
  }

  private lateTexts(touches: readonly Touch[], now: number) {
    const reason = this.over ?? 'missing-dependency'
    return textsOf([{ since: now, touches }], this.document, reason).map(text => {
      const id = this.late.get(text.entry) ?? text.id
      this.late.set(text.entry, id)
      return { ...text, id }
    })
  }
}

/** A large document takes some 30 ms to put together: not while somebody drags a note. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 })
  else work()
}

const inOrder = (edits: readonly Edit[]): Edit[] =>
  edits.toSorted((a, b) => (a.key[3] as number) - (b.key[3] as number))

/** What two edits touched together, as it reads after the later. */
function together(former: readonly Touch[], later: readonly Touch[]): Touch[] {
  const found = new Map(former.map(touch => [`${touch.root}/${touch.id}`, touch]))
  for (const touch of later) {
    const had = found.get(`${touch.root}/${touch.id}`)
    found.set(`${touch.root}/${touch.id}`, {
      ...touch,
      made: touch.made || (had?.made ?? false),
      typed: touch.typed || (had?.typed ?? false),
    })
  }
  return [...found.values()]
}
