/** Notes as lines, for wherever text is pasted: one a line, however many lines each has itself. */
export const plainOf = (texts: readonly string[]): string =>
  texts.map(text => text.trim().replace(/\s*\n\s*/g, ' ')).join('\n')

/** Notes as a list, for word processors and for another board: each keeps its own lines. */
export const htmlOf = (texts: readonly string[]): string =>
  `<ul>${texts.map(text => `<li>${escaped(text.trim()).replaceAll('\n', '<br>')}</li>`).join('')}</ul>`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => signs[sign] ?? sign)
