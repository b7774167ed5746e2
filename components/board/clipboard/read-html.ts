/** What is in a piece of HTML: lines in their order, '' where there was an empty one; and rows of cells when it is a table and nothing else. */
export type HtmlText = { lines: string[]; rows: string[][] | null }

type Tag = { name: string; closes: boolean; attributes: string }

/** Their content is no text of the page. */
const unread = new Set(['style', 'script', 'title', 'xml', 'template', 'noscript', 'svg'])
const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre section article header footer main aside figure hr table tr body'.split(
    ' ',
  ),
)
/** Blocks that stand for an empty line when there is nothing in them. */
const lines = new Set(['p', 'div', 'li', 'pre'])
const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
  ...{
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    middot: '·',
    euro: '€',
    deg: '°',
    laquo: '«',
    raquo: '»',
  },
  ...{
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    sbquo: '‚',
    bdquo: '„',
    zwnj: '\u200c',
    zwj: '\u200d',
  },
  ...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', aring: 'å', aelig: 'æ', ccedil: 'ç' },
  ...{ egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï' },
  ...{ ntilde: 'ñ', ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', ouml: 'ö', oslash: 'ø', szlig: 'ß' },
  ...{ ugrave: 'ù', uacute: 'ú', ucirc: 'û', uuml: 'ü', yacute: 'ý', yuml: 'ÿ' },
}

/**
 * Reads the text of HTML as word processors, spreadsheets and browsers put it on the clipboard. Not by the browser's own parser: that
 * knows nothing of the bullets that Word writes as text, and this way it is tested without one.
 */
export function readHtml(html: string): HtmlText {
  const reader = new Reader()
  scan(
    html,
    text => reader.text(text),
    tag => reader.tag(tag),
  )
  return reader.end()
}

/** Gives each piece of text and each tag once, in one pass; comments and declarations are passed over. */
function scan(html: string, onText: (text: string) => void, onTag: (tag: Tag) => void): void {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) return onText(html.slice(at))
    if (open > at) onText(html.slice(at, open))
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end === -1 ? html.length : end + 3
      continue
    }
    const name = /^\/?([a-z][a-z0-9:]*)/i.exec(html.slice(open + 1, open + 40))?.[1]?.toLowerCase()
    if (!name && !/^[!?/]/.test(html.slice(open + 1, open + 2))) {
      // A lone "<" is only a sign.
      onText('<')
      at = open + 1
      continue
    }
    const close = endOfTag(html, open)
    if (close === -1) return
    at = close + 1
    if (!name) continue
    const closes = html[open + 1] === '/'
    if (!closes && unread.has(name)) {
      const end = html.toLowerCase().indexOf(`</${name}`, at)
      if (end === -1) return
      at = end
      continue
    }
    onTag({ name, closes, attributes: html.slice(open + 1, close) })
  }
}

/** Where the tag that opens at `from` ends: a ">" within quotes is part of it. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < html.length; at++) {
    const sign = html[at] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return at
    else if ((sign === '"' || sign === "'") && html[at - 1] === '=') quote = sign
  }
  return -1
}

/** Word writes a bullet or number as text, and marks it as none of it. */
const isHidden = (attributes: string): boolean =>
  /mso-list:\s*ignore|display:\s*none|mso-hide:\s*all/i.test(attributes)

class Reader {
  private readonly lines: { text: string; of: string }[] = []
  private readonly rows: string[][] = []
  private buffer = ''
  /** The cells that one is in: more than one when a table lies in a cell of another. */
  private readonly cells: string[] = []
  private row: string[] | null = null
  private hidden: { name: string; depth: number } | null = null
  private block = ''
  private filled = false
  private outside = false
  private pre = 0

  text(raw: string): void {
    if (this.hidden) return
    const text = decoded(this.pre > 0 ? raw.replace(/\r?\n/g, '\u2028') : raw)
    this.buffer += text.replace(/[\t\n\r\f ]+/g, ' ').replaceAll('\u2028', '\n')
  }

  tag(tag: Tag): void {
    const { name, closes } = tag
    if (this.hidden) {
      if (name === this.hidden.name) this.hidden.depth += closes ? -1 : 1
      if (this.hidden.depth === 0) this.hidden = null
      return
    }
    if (!closes && isHidden(tag.attributes)) {
      this.hidden = { name, depth: 1 }
      return
    }
    if (name === 'br') this.buffer += '\n'
    else if (name === 'td' || name === 'th') this.cell(closes)
    else if (blocks.has(name)) this.turn(name, closes)
  }

  end(): HtmlText {
    this.flush()
    const rows = this.rows.length > 0 && !this.outside ? this.rows : null
    const [only] = this.lines
    if (this.lines.length === 1 && only && only.of !== 'li')
      return { lines: only.text.split('\n').map(line => line.trim()), rows }
    return { lines: this.lines.map(({ text }) => text), rows }
  }

  private turn(name: string, closes: boolean): void {
    if (name === 'pre') this.pre = Math.max(0, this.pre + (closes ? -1 : 1))
    const wrote = this.flush()
    if (closes && lines.has(name) && !wrote && !this.filled && this.block === name && this.cells.length === 0)
      this.lines.push({ text: '', of: name })
    if (name === 'tr' && this.cells.length === 0) this.endRow()
    this.block = closes ? '' : name
    this.filled = false
  }

  private cell(closes: boolean): void {
    if (!closes) {
      if (this.cells.length === 0) this.flush()
      this.cells.push('')
      this.buffer = ''
      return
    }
    this.flush()
    const text = tidy(this.cells.pop() ?? '')
    if (this.cells.length > 0) this.cells[this.cells.length - 1] += `${text}\n`
    else this.row = [...(this.row ?? []), text]
  }

  private endRow(): void {
    if (this.row === null) return
    const row = this.row
    this.row = null
    if (row.every(cell => cell === '')) return
    this.rows.push(row)
    this.lines.push({ text: row.filter(cell => cell !== '').join(' – '), of: 'tr' })
  }

  /** Puts what was read so far where it belongs; whether there was anything. */
  private flush(): boolean {
    const text = tidy(this.buffer)
    this.buffer = ''
    if (text === '') return false
    this.filled = true
    if (this.cells.length > 0) this.cells[this.cells.length - 1] += `${text}\n`
    else {
      this.outside = true
      this.lines.push({ text, of: this.block })
    }
    return true
  }
}

/** Without spaces at the ends of lines, and without empty lines at either end. */
const tidy = (text: string): string =>
  text.replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n').replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '')

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return (entities[name] ?? upper(name)) || (name === 'shy' ? '' : whole)
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** "&Eacute;" is the capital of "&eacute;". */
function upper(name: string): string {
  const small = entities[name.toLowerCase()]
  return small && /^[A-Z][a-z]/.test(name) ? small.toUpperCase() : ''
}
