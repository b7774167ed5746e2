import type * as Y from 'yjs'
import type { Board } from '#lib/documents/board.ts'
import type { BoardReader } from '#lib/documents/board-reader.ts'
import type { Preview } from './preview.ts'

/** While others go on, what they did is shown at most once in so many ms: a hall that types is not to be drawn letter by letter. */
export const PACE = 80

/**
 * The board as this page shows it: at once after what one does oneself or when it was quiet, at most once in a while when others go
 * on; what one holds lies where one holds it. All views hear of it together and read the same, so that they are drawn in one go.
 */
export class ShownBoard {
  private board: Board
  private readonly reader: BoardReader
  private readonly preview: Preview
  private readonly listeners = new Set<() => void>()
  private pause: ReturnType<typeof setTimeout> | null = null
  private late = false

  constructor(doc: Y.Doc, reader: BoardReader, preview: Preview) {
    this.reader = reader
    this.preview = preview
    this.board = reader.read()
    doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local || this.pause === null) this.show()
      else this.late = true
    })
    // A preview moves notes against what is there now, so that is shown with it.
    preview.subscribe(() => this.show())
  }

  /** The same object until something else is to be shown. */
  read = (): Board => this.preview.over(this.board)

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private show(): void {
    this.late = false
    this.pause ??= setTimeout(() => {
      this.pause = null
      if (this.late) this.show()
    }, PACE)
    this.board = this.reader.read()
    for (const listener of this.listeners) listener()
  }
}
