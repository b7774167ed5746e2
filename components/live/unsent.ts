import * as Y from 'yjs'
import { newId } from './new-id.ts'

/** Something that was typed and that the server didn't take; kept on this device. `at`: ms since 1970. */
export type Unsent = { id: string; text: string; at: number }

const key = (session: string): string => `unsent-${session}`

export function readUnsent(session: string): Unsent[] {
  try {
    return JSON.parse(localStorage.getItem(key(session)) ?? '[]') as Unsent[]
  } catch {
    return []
  }
}

function write(session: string, texts: readonly Unsent[]): void {
  try {
    if (texts.length === 0) localStorage.removeItem(key(session))
    else localStorage.setItem(key(session), JSON.stringify(texts))
  } catch {
    // A browser that keeps nothing: what was typed still stands on this page.
  }
  for (const listener of listeners) listener()
}

const listeners = new Set<() => void>()
export function onUnsent(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function keepUnsent(session: string, texts: readonly string[], at: number): void {
  const known = readUnsent(session)
  const fresh = texts.filter(text => text.trim() !== '' && !known.some(each => each.text === text))
  if (fresh.length === 0) return
  write(session, [...known, ...fresh.map(text => ({ id: newId(), text, at }))])
}

export function dropUnsent(session: string, id: string): void {
  write(
    session,
    readUnsent(session).filter(each => each.id !== id),
  )
}

/** The texts of one document in which its person typed something that is not on the server yet. */
export class TypedTexts {
  private readonly types = new Set<Y.Text>()

  constructor(doc: Y.Doc) {
    doc.on('afterTransaction', ({ local, changed, origin }) => {
      if (!local || origin === null) return
      for (const [type, keys] of changed) {
        if (type instanceof Y.Text) this.types.add(type)
        if (type instanceof Y.Map) this.addWithin(type, keys)
      }
    })
  }

  /** All that is typed is on the server. */
  clear(): void {
    this.types.clear()
  }

  read(): string[] {
    return [...this.types].map(plainText)
  }

  /** A new entry comes with its text inside it, which is not in the list of what changed. */
  private addWithin(map: Y.Map<unknown>, keys: ReadonlySet<string | null>): void {
    for (const name of keys) {
      const value = name === null ? undefined : map.get(name)
      if (value instanceof Y.Text) this.types.add(value)
      if (value instanceof Y.Map)
        for (const inner of value.values()) if (inner instanceof Y.Text) this.types.add(inner)
    }
  }
}

function plainText(text: Y.Text): string {
  const pieces: unknown[] = text.toDelta().map((piece: { insert: unknown }) => piece.insert)
  return pieces.filter(piece => typeof piece === 'string').join('')
}
