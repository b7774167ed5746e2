import { NOTE_TEXT_MAX } from '#lib/domain/note.ts'
import { readHtml } from './read-html.ts'

/** What was on the clipboard: lines, '' where an empty one parts them; or the rows of a table. */
export type Pasted = { kind: 'lines'; lines: string[] } | { kind: 'table'; rows: string[][] }

/** How what was pasted becomes notes. */
export type Split = 'line' | 'paragraph' | 'row' | 'cell' | 'one'

/** Past this many characters HTML is not looked at: the plain text says the same. */
const HTML_MAX = 2_000_000

/** A bullet, a dash or a number before a line, as lists have. A letter alone may be somebody's initial: it takes a tab or a bracket. */
const marker =
  /^\s*(?:[•·▪▫◦‣⁃●○■□➢✓✔✗*–—-]|[\uf000-\uf0ff]|\d{1,3}[.)])(?:\s+|$)|^\s*(?:[o§]|[a-z]{1,4}\.)\t\s*|^\s*(?:\d{1,3}|[a-z]|[ivx]{1,4})\)\s+/i

const unmarked = (line: string): string => line.replace(marker, '').trim()

/** Reads what was pasted; null when there is nothing in it. HTML is read first: it tells a paragraph from a line of it. */
export function readPasted({ text, html }: { text: string; html: string }): Pasted | null {
  const read = html !== '' && html.length <= HTML_MAX ? readHtml(html) : null
  if (read?.rows && isTable(read.rows)) return { kind: 'table', rows: read.rows }
  if (read?.lines.some(line => line !== '')) return ofLines(read.lines)
  const plain = text.replace(/\r\n?|\v|\f|\u2028|\u2029/g, '\n')
  const rows = tabbed(plain)
  return rows ? { kind: 'table', rows } : ofLines(plain.split('\n'))
}

/** One cell, or one column, is a list of lines. */
const isTable = (rows: readonly string[][]): boolean => rows.some(row => row.filter(Boolean).length > 1)

function ofLines(lines: readonly string[]): Pasted | null {
  const read = lines.map(unmarked)
  const first = read.findIndex(line => line !== '')
  if (first === -1) return null
  return { kind: 'lines', lines: read.slice(first, read.findLastIndex(line => line !== '') + 1) }
}

/** The rows of plain text that has as many tabs in each line, as spreadsheets put it; null when it is something else. */
function tabbed(text: string): string[][] | null {
  if (!text.includes('\t')) return null
  const rows = rowsOf(text.replace(/\n+$/, ''))
  const [first] = rows
  const width = first?.length ?? 0
  if (width < 2 || rows.some(row => row.length !== width)) return null
  // The tab behind a bullet or number parts no cells.
  if (rows.every(row => marker.test(`${row[0]}\t`))) return null
  return rows
}

/** Cells between tabs; one with a line end in it stands between quotes, which are doubled within. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? /"((?:[^"]|"")*)"(?=\t|\n|$)/y : null
    if (quoted) quoted.lastIndex = at
    const found = quoted?.exec(text)
    const end = found ? at + found[0].length : at + (/[\t\n]|$/.exec(text.slice(at))?.index ?? 0)
    const cell = found ? (found[1] ?? '').replaceAll('""', '"') : text.slice(at, end)
    rows.at(-1)?.push(cell.trim())
    if (text[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

/** The ways in which this can be parted, the least surprising one first. */
export function splitsOf(pasted: Pasted): Split[] {
  if (pasted.kind === 'table') return ['row', 'cell']
  const filled = pasted.lines.filter(line => line !== '').length
  if (filled === 1) return ['one']
  const apart = pasted.lines.length > filled && filled > paragraphs(pasted.lines).length
  return apart ? ['line', 'paragraph', 'one'] : ['line', 'one']
}

/** The texts of the notes that it becomes: none empty, none longer than a note may be. */
export function textsOf(pasted: Pasted, split: Split): string[] {
  return parted(pasted, split)
    .map(text => text.trim())
    .filter(text => text !== '')
    .flatMap(text => pieces(text))
}

/** How many texts had to be parted further, for they would not fit on a note. */
export function tooLong(pasted: Pasted, split: Split): number {
  return parted(pasted, split).filter(text => text.trim().length > NOTE_TEXT_MAX).length
}

function parted(pasted: Pasted, split: Split): string[] {
  if (pasted.kind === 'table') {
    if (split === 'cell') return pasted.rows.flat()
    return pasted.rows.map(row => row.filter(cell => cell !== '').join(' – '))
  }
  if (split === 'line') return pasted.lines
  return split === 'paragraph' ? paragraphs(pasted.lines) : [pasted.lines.join('\n')]
}

/** Lines that stand together, as one text. */
function paragraphs(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .filter(text => text !== '')
}

/** A text in pieces that each fit on a note, parted behind a sentence where there is one, else behind a word. */
export function pieces(text: string, most = NOTE_TEXT_MAX): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > most) {
    const head = rest.slice(0, most + 1)
    const sentence = Math.max(...['. ', '! ', '? ', '\n'].map(end => head.lastIndexOf(end)))
    const word = head.lastIndexOf(' ')
    const cut = sentence >= most / 2 ? sentence + 1 : word >= most / 2 ? word : whole(rest, most)
    found.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  return [...found, rest]
}

/** Half a character is never left standing. */
const whole = (text: string, at: number): number =>
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at
