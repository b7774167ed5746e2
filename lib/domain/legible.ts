/** What turns the reading direction of all that follows, or takes no room: a name may not reach beyond itself, nor look like another. */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
/** Marks on one letter beyond what any script needs pile up over the lines around it. */
const PILE = /(\p{M}{4})\p{M}+/gu
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

/** One line as a reader sees it, in composed form; '' when there is nothing to see. */
export function legible(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(PILE, '$1')
    .trim()
  return SEEN.test(line) ? line : ''
}

/** The same of a text of more lines, which stay lines. */
export const legibleLines = (text: string): string => text.split(/\r?\n/).map(legible).join('\n').trim()
