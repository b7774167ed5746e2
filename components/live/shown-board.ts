import type * as Y from 'yjs'
import type { Board } from '#lib/documents/board.ts'
import type { BoardReader } from '#lib/documents/board-reader.ts'
import { paceOf } from './pace.ts'
import type { Preview } from './preview.ts'

/**
 * The board as this page shows it: at once after what one does oneself or when it was quiet, at most once in a while when others go
 * on; what one holds lies where one holds it. All views hear of it together and read the same, so that they are drawn in one go.
 */
export class ShownBoard {
  private board: Board
  private readonly reader: BoardReader
  private readonly preview: Preview
  private readonly listeners = new Set<() => void>()

  constructor(doc: Y.Doc, reader: BoardReader, preview: Preview) {
    this.reader = reader
    this.preview = preview
    this.board = reader.read()
    const pace = paceOf(doc)
    doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) pace.now(this.show)
      else pace.soon(this.show)
    })
    // A preview moves notes against what is there now, so that is shown with it.
    preview.subscribe(() => pace.now(this.show))
  }

  /** The same object until something else is to be shown. */
  read = (): Board => this.preview.over(this.board)

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private show = (): void => {
    this.board = this.reader.read()
    for (const listener of this.listeners) listener()
  }
}
