import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { passagesByNote } from '#lib/domain/passages.ts'
import { countReactions, noReactions, reactionKinds } from '#lib/domain/reaction.ts'
import { repliesByNote } from '#lib/domain/reply.ts'
import type { Language } from '#lib/domain/session.ts'
import type { Block } from '#lib/domain/statement.ts'
import { fileMessages } from '#lib/i18n/files.ts'
import type { Lying } from '../lying.ts'

/** So that Excel takes it for UTF-8. */
const MARK = '\ufeff'
/** What Excel in that language takes for the end of a cell when a file is opened by a double click. */
const separators: Record<Language, string> = { nl: ';', en: ',' }
/** What a spreadsheet may reckon with when a cell begins so, also in the wide forms of East Asian scripts. */
const reckoned = /^[\s\p{Cc}]*[=+\-@\t\r\n＝＋－＠]/u

/** One cell. What would be a formula begins with an apostrophe, which spreadsheets show as text. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = reckoned.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}

/**
 * The notes as a table (RFC 4180), one a row, in the order of the bouwstenen and as they lie in each. Who brought a note without a name
 * stands nowhere. `body`: the statement's text, to tell in how many of its passages a note came.
 */
export function notesCsv({ board, partners, people, language }: Lying, body: readonly Block[]): string {
  const t = fileMessages[language]
  const names = new Map([...partners, ...people].map(({ id, name }) => [id, name]))
  const lines = new Map(board.lines.map(({ id, title }) => [id, title]))
  const counts = countReactions(board.reactions, null)
  const replies = repliesByNote(board.replies)
  const passages = passagesByNote(body)
  const ordered = board.notes
    .filter(({ text }) => text.trim() !== '')
    .sort((one, other) => one.order - other.order)
  const rows = bouwstenen.flatMap(bouwsteen =>
    ordered
      .filter(note => note.bouwsteen === bouwsteen)
      .map(note => [
        bouwsteenContent[bouwsteen].name[language],
        lines.get(note.line ?? '') ?? '',
        note.text,
        names.get(note.partner ?? '') ?? '',
        names.get(note.author ?? '') ?? '',
        ...reactionKinds.map(kind => (counts.get(note.id) ?? noReactions())[kind].count),
        (replies.get(note.id) ?? []).map(({ text }) => text).join('\n'),
        passages.get(note.id)?.length ?? 0,
      ]),
  )
  const head = [
    t.bouwsteen,
    t.line,
    t.note,
    t.partner,
    t.person,
    t.know,
    t.question,
    t.missing,
    t.replies,
    t.passages,
  ]
  const row = (cells: (string | number)[]) => cells.map(cell).join(separators[language])
  return `${MARK}${[head, ...rows].map(row).join('\r\n')}\r\n`
}
