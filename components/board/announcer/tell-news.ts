import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Language } from '#lib/domain/session.ts'
import { newsMessages } from '#lib/i18n/news.ts'
import type { News } from './news.ts'

/** More places than this are counted instead of named: nobody remembers a list that is read out. */
const NAMED = 3

const total = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

/** The news as one short sentence; `titleOf` names a line, null when it is gone. */
export function tellNews(news: News, language: Language, titleOf: (line: string) => string | null): string {
  const t = newsMessages[language]
  const name = (tile: Bouwsteen) => bouwsteenContent[tile].name[language]
  const parts: string[] = []

  const added = [...news.added].sort(([, a], [, b]) => b - a)
  if (added.length > NAMED) parts.push(t.added(total(news.added), t.tiles(added.length)))
  else
    for (const [index, [tile, count]] of added.entries())
      parts.push(index === 0 ? t.added(count, name(tile)) : t.more(count, name(tile)))

  const [onlyTile, ...otherTiles] = news.moved.keys()
  if (onlyTile)
    parts.push(
      otherTiles.length === 0 ? t.moved(total(news.moved), name(onlyTile)) : t.movedAbout(total(news.moved)),
    )

  const into = [...news.lined].filter(([line]) => line !== null)
  const [first] = into
  const title = into.length === 1 && first?.[0] ? titleOf(first[0]) : null
  const laid = total(new Map(into))
  if (laid > 0) parts.push(title === null ? t.linedAbout(laid) : t.lined(laid, title))
  const out = news.lined.get(null) ?? 0
  if (out > 0) parts.push(t.unlined(out))

  for (const kind of ['binned', 'restored', 'edited'] as const)
    if (news[kind] > 0) parts.push(t[kind](news[kind]))

  const [line] = news.lines
  const lineTitle = news.lines.length === 1 && line ? titleOf(line) : null
  if (lineTitle) parts.push(t.line(lineTitle))
  else if (news.lines.length > 0) parts.push(t.lines(news.lines.length))
  for (const kind of ['proposals', 'cement', 'replies'] as const)
    if (news[kind] > 0) parts.push(t[kind](news[kind]))
  return parts.join(', ')
}
