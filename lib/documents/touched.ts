import * as Y from 'yjs'

/**
 * An entry that an edit touched, by its root and id (a block of running text by the Yjs id of its beginning). `made`: the edit
 * made it; `typed`: it wrote in a text of it. `text`: all that the entry reads afterwards.
 */
export type Touch = { root: string; id: string; made: boolean; typed: boolean; text: string }

type Type = Y.AbstractType<unknown>

/** What one transaction touched, each entry once. What it took away for good is not in it. */
export function touched(transaction: Y.Transaction): Touch[] {
  const found = new Map<string, Touch>()
  const add = (touch: Touch) => {
    const key = `${touch.root}/${touch.id}`
    const { made = false, typed = false } = found.get(key) ?? {}
    found.set(key, { ...touch, made: made || touch.made, typed: typed || touch.typed })
  }
  for (const [type, keys] of transaction.changed as Map<Type, Set<string | null>>) {
    const item = type._item
    if (item?.deleted) continue
    if (item) add(within(type, keys))
    else for (const touch of below(type, keys, transaction)) add(touch)
  }
  return [...found.values()]
}

/** The entry that a changed type lies in. */
function within(type: Type, keys: ReadonlySet<string | null>): Touch {
  let entry = type
  let root = holderOf(entry)
  while (root._item) {
    entry = root
    root = holderOf(entry)
  }
  const brought =
    type instanceof Y.Map && [...keys].some(key => key !== null && type.get(key) instanceof Y.Text)
  return {
    root: nameOf(root),
    id: idOf(entry),
    made: false,
    typed: type instanceof Y.Text || brought,
    text: textIn(entry),
  }
}

/** The entries that came straight under a root. */
function below(root: Type, keys: ReadonlySet<string | null>, { beforeState }: Y.Transaction): Touch[] {
  const entries =
    root instanceof Y.Map
      ? [...keys].map(key => (key === null ? undefined : root.get(key)))
      : root instanceof Y.XmlFragment
        ? root.toArray()
        : []
  return entries.flatMap(entry => {
    if (!(entry instanceof Y.AbstractType) || !entry._item) return []
    const { client, clock } = entry._item.id
    if (clock < (beforeState.get(client) ?? 0)) return []
    return [{ root: nameOf(root), id: idOf(entry), made: true, typed: true, text: textIn(entry) }]
  })
}

const holderOf = (type: Type): Type => type._item?.parent as Type
const nameOf = (root: Type): string => Y.findRootTypeKey(root as Y.AbstractType<Y.YEvent<never>>)

function idOf({ _item }: Type): string {
  if (!_item) throw new Error('a root is no entry')
  return _item.parentSub ?? `${_item.id.client}-${_item.id.clock}`
}

/** All texts within a type, each on lines of its own. */
function textIn(type: unknown): string {
  if (type instanceof Y.Text) {
    const pieces: unknown[] = type.toDelta().map((piece: { insert: unknown }) => piece.insert)
    return pieces.filter(piece => typeof piece === 'string').join('')
  }
  const inner =
    type instanceof Y.Map ? [...type.values()] : type instanceof Y.XmlFragment ? type.toArray() : []
  return inner
    .map(textIn)
    .filter(text => text !== '')
    .join('\n')
}
