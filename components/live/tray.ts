import type { Touch } from '#lib/documents/touched.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { type Kept, keep, under } from './database.ts'
import { newId } from './new-id.ts'
import { type Person, tellTabs } from './tabs.ts'

/**
 * A text that was typed and that the server didn't take, kept on this device. `entry`: what it stood in, as `<root>/<id>` of
 * `document`; `reason`: why it was not taken; `at`: ms since 1970.
 */
export type Unsent = {
  id: string
  text: string
  at: number
  document: string
  entry: string
  reason: RefusalCode
}

/** For browsers that keep nothing: until the page goes. */
let onThisPage: { person: Person; unsent: Unsent }[] = []
const isOf = (person: Person) => (each: { person: Person }) =>
  each.person.session === person.session && each.person.id === person.id

export async function readTray(person: Person): Promise<Unsent[]> {
  const here = onThisPage.filter(isOf(person)).map(({ unsent }) => unsent)
  const kept = await keep(['tray'], tray => tray.all<Unsent>('tray', rangeOf(person))).catch(() => [])
  return [...kept.map(({ value }) => value), ...here].sort((a, b) => a.at - b.at)
}

export async function dropFromTray(person: Person, ids: readonly string[]): Promise<void> {
  onThisPage = onThisPage.filter(each => !isOf(person)(each) || !ids.includes(each.unsent.id))
  await keep(['tray'], async tray => {
    for (const id of ids) tray.remove('tray', [person.session, person.id, id])
  }).catch(() => {})
  tellTabs(person, { tray: true })
}

/** Puts texts in the tray within a transaction that has `tray` open; one that lies there already is not put in twice. */
export async function putInTray(kept: Kept, person: Person, texts: readonly Unsent[]): Promise<void> {
  const lying = (await kept.all<Unsent>('tray', rangeOf(person))).map(({ value }) => value)
  for (const each of texts)
    if (!lying.some(other => isSame(other, each)))
      kept.put('tray', [person.session, person.id, each.id], each)
}

/** Puts texts in the tray, on this page alone when the browser keeps nothing. */
export async function toTray(person: Person, texts: readonly Unsent[]): Promise<void> {
  try {
    await keep(['tray'], kept => putInTray(kept, person, texts))
  } catch {
    const others = onThisPage.filter(({ unsent }) => !texts.some(({ id }) => id === unsent.id))
    onThisPage = [...others, ...texts.map(unsent => ({ person, unsent }))]
  }
  tellTabs(person, { tray: true })
}

/** What was typed in edits, oldest first, as texts for the tray: of each entry as it read last. */
export function textsOf(
  edits: readonly { since: number; touches: readonly Touch[] }[],
  document: string,
  reason: RefusalCode,
): Unsent[] {
  const texts = new Map<string, Unsent>()
  const typed = new Set<string>()
  for (const { since, touches } of edits)
    for (const touch of touches) {
      const entry = `${touch.root}/${touch.id}`
      if (touch.typed) typed.add(entry)
      // What was typed in one go keeps its order.
      const at = texts.get(entry)?.at ?? since + texts.size
      texts.set(entry, { id: newId(), text: touch.text, at, document, entry, reason })
    }
  return [...texts.values()].filter(({ entry, text }) => typed.has(entry) && text.trim() !== '')
}

const rangeOf = ({ session, id }: Person): IDBKeyRange => under(session, id)
const isSame = (a: Unsent, b: Unsent): boolean =>
  a.id !== b.id && a.document === b.document && a.entry === b.entry && a.text === b.text
