import * as Y from 'yjs'

type StackItem = Y.UndoManager['undoStack'][number]

/**
 * By how many characters a text would grow if Yjs' UndoManager took this item: letters that come back, less those that go. Never
 * too few: letters that went and came back before are not counted among those that go.
 */
export function growthOf(doc: Y.Doc, text: Y.Text, { insertions, deletions }: StackItem): number {
  let growth = 0
  const within = (struct: Y.Item | Y.GC): struct is Y.Item =>
    struct instanceof Y.Item && struct.parent === text && struct.countable
  doc.transact(transaction => {
    Y.iterateDeletedStructs(transaction, insertions, struct => {
      if (within(struct) && !struct.deleted) growth -= struct.length
    })
    Y.iterateDeletedStructs(transaction, deletions, struct => {
      if (within(struct) && struct.redone === null && !Y.isDeleted(insertions, struct.id))
        growth += struct.length
    })
  })
  return growth
}
