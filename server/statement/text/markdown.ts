import type { Inline } from '#lib/domain/statement.ts'
import type { Article, ParagraphRole, Piece } from './article.ts'

/** Every sign that CommonMark or its tables may take for something else than itself. */
const signs = /[\\`*_{}[\]<>|~&$]/g
/** What begins a heading, list, quote, rule or code when a line begins with it. */
const opening = /^(\s*)([#+=-]|\d{1,9}(?=[.)]))/

/** A text that reads as itself. */
function plain(text: string): string {
  const safe = text.replaceAll(/\s+/g, ' ').replace(signs, '\\$&')
  return safe.replace(opening, (_, _space: string, sign: string) =>
    /\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  )
}

/** `hang`: what the lines after a break begin with. */
function inline(content: readonly Inline[], hang = ''): string {
  const written = content.map(part => {
    if (part.type === 'hardBreak') return `\\\n${hang}`
    const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part.text) ?? []
    const mark = `${part.marks.includes('bold') ? '**' : ''}${part.marks.includes('italic') ? '*' : ''}`
    const space = (white: string) => (white === '' ? '' : ' ')
    if (text === '') return space(before)
    return `${space(before)}${mark}${plain(text)}${[...mark].reverse().join('')}${space(after)}`
  })
  return written.join('').trim()
}

const paragraphs: Record<ParagraphRole, (text: string) => string> = {
  kind: text => text,
  title: text => `# ${text}`,
  subtitle: text => `*${text}*`,
  text: text => text,
  small: text => text,
  quote: text => `> ${text.replaceAll('\n', '\n> ')}`,
  passage: text => `> ${text.replaceAll('\n', '\n> ')}`,
}

function written(piece: Piece): string {
  switch (piece.kind) {
    case 'heading':
      return `${'#'.repeat(piece.level + 1)} ${inline(piece.content).replaceAll('\\\n', ' ')}`
    case 'paragraph':
      return paragraphs[piece.role](inline(piece.content))
    case 'list':
      return piece.items
        .map((item, index) => {
          const mark = piece.ordered ? `${index + 1}. ` : '- '
          const hang = ' '.repeat(mark.length)
          return mark + item.map(content => inline(content, hang)).join(`\n\n${hang}`)
        })
        .join('\n')
    case 'table': {
      const row = (cells: string[]) => `| ${cells.join(' | ')} |`
      const cell = (content: readonly Inline[]) => inline(content).replaceAll('\\\n', '<br>')
      return [
        // CommonMark's tables have a head, if an empty one.
        row(piece.head.length > 0 ? piece.head.map(plain) : (piece.rows[0] ?? []).map(() => ' ')),
        row((piece.rows[0] ?? piece.head).map(() => '---')),
        ...piece.rows.map(cells => row(cells.map(cell))),
      ].join('\n')
    }
  }
}

/** An article as CommonMark, with its signatures as a table of GitHub's kind. What people wrote is never markup. */
export function markdownOf({ pieces }: Article): string {
  return `${pieces.map(written).join('\n\n')}\n`
}
