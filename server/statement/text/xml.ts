type Attributes = Record<string, string | number | undefined>

/** What XML 1.0 has no way to write: most control characters, halves of characters, and two that mean nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as content or as an attribute's value. What XML can't hold is left out. */
export const escaped = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"]/g, sign => named[sign] as string)

/** One element. `content` is XML already: texts go through `escaped` first. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  const inner = content.join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

/** A whole document of this root element. */
export const xmlFile = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`
