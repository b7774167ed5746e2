/** Where a sentence stands in a text, in UTF-16 code units, end excluded, and how many words it has. */
export type Sentence = { from: number; to: number; words: number }

/** From more words than this on a sentence is long. */
export const LONG_FROM = 20
/** Most words that sentences have on average where a text reads easily. */
export const AVERAGE_MOST = 15

/** A point within a number, and the one after these, end no sentence. */
const NOT_AN_END =
  /(?:^|[\s(])(?:bijv|bv|nr|art|o\.a|d\.w\.z|m\.b\.t|t\.a\.v|i\.p\.v|dhr|mw|mevr|dr|prof|e\.g|i\.e|etc|enz)\.$/i

/** The sentences of a text: up to a full stop, question or exclamation mark before white space, or the end of a line. */
export function sentencesIn(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const close = (to: number) => {
    const words = text.slice(from, to).match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0
    if (words > 0) sentences.push({ from, to, words })
    from = to
  }
  for (const end of text.matchAll(/[.!?…]+["'”’)]*(?=\s)|\n/gu)) {
    const to = end.index + end[0].length
    if (!NOT_AN_END.test(text.slice(from, to))) close(to)
  }
  close(text.length)
  return sentences
}

/** How a text reads by the length of its sentences: how many there are, of how many words on average, and how many are long. */
export type Readability = { sentences: number; average: number; long: number }
export function readabilityOf(texts: readonly string[]): Readability {
  const all = texts.flatMap(sentencesIn)
  const words = all.reduce((sum, each) => sum + each.words, 0)
  return {
    sentences: all.length,
    average: all.length === 0 ? 0 : Math.round((words / all.length) * 10) / 10,
    long: all.filter(each => each.words > LONG_FROM).length,
  }
}
