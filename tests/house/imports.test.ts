import { describe, expect, test } from 'vitest'
import { importsOf, type SourceFile, sources } from './files.ts'

type Rule = { room: RegExp; never: RegExp; typesToo: boolean }

const boardViews = ['wall', 'list', 'lines', 'phone', 'overview']
const viewRooms = (names: readonly string[]) => new RegExp(`^components/board/(${names.join('|')})/`)

/** A view of the board knows no other; only the lines build on the list: each of them is one. */
function aloneFrom(view: string): Rule {
  const others = boardViews.filter(each => each !== view && !(view === 'lines' && each === 'list'))
  return { room: viewRooms([view]), never: viewRooms(others), typesToo: true }
}

/** The table of docs/house.md: what files of a room never import. `typesToo`: not even a type. */
const rules: Rule[] = [
  { room: /^lib\//, never: /^(server|components|app|tests)\/|^react|^next|^node:|^ws$/, typesToo: true },
  { room: /^lib\/domain\//, never: /^(yjs|y-|lib\/(content|documents|protocol|i18n))/, typesToo: true },
  { room: /^lib\/documents\//, never: /^(y-websocket|y-protocols|ws$|lib\/protocol)/, typesToo: true },
  { room: /^lib\/protocol\//, never: /^(yjs|lib\/documents)/, typesToo: true },
  { room: /^components\//, never: /^(server|app|tests)\/|^node:/, typesToo: true },
  {
    room: /^components\/live\//,
    never: /^components\/(board|facilitate|vote|statement|sign)\//,
    typesToo: true,
  },
  ...boardViews.map(aloneFrom),
  {
    room: new RegExp(`^components/board/(?!(${boardViews.join('|')})/)[a-z]+/`),
    never: viewRooms(boardViews),
    typesToo: true,
  },
  { room: /^components\/ui\//, never: /^(yjs|components\/live|lib\/domain)/, typesToo: false },
  {
    room: /^components\/(?!live\/)/,
    never: /^(y-websocket|y-protocols|lib0)/,
    typesToo: false,
  },
  { room: /^app\//, never: /^(server\/|tests\/|yjs|y-)/, typesToo: true },
  { room: /^server\/sync\//, never: /^(server\/(session|http|statement)|node:sqlite|hono)/, typesToo: true },
  { room: /^server\/session\//, never: /^(yjs|ws$|y-|node:sqlite|server\/(sync|http))/, typesToo: true },
  { room: /^server\/store\//, never: /^(yjs|y-|server\/(sync|session|http|statement))/, typesToo: true },
  { room: /^server\/statement\//, never: /^server\/(sync|session|store|http)\//, typesToo: true },
  { room: /^server\/example\//, never: /^server\/(sync|session|store|http|statement)\//, typesToo: true },
  { room: /^server\/oidc\//, never: /^server\/(sync|session|store|http|statement)\//, typesToo: true },
  { room: /^(?!server\/oidc\/)/, never: /^openid-client$/, typesToo: true },
  { room: /^(?!tests\/)/, never: /^tests\//, typesToo: true },
  { room: /^(?!server\/main\.ts)/, never: /^server\/main\.ts$/, typesToo: true },
]

function breaches(files: readonly SourceFile[], { room, never, typesToo }: Rule): string[] {
  return files
    .filter(file => room.test(file.path) && !file.path.startsWith('tests/'))
    .flatMap(file =>
      importsOf(file)
        .filter(({ target, typeOnly }) => never.test(target) && (typesToo || !typeOnly))
        .map(({ target }) => `${file.path} imports ${target}`),
    )
}

describe('imports follow the table in docs/house.md', () => {
  const files = sources()
  test.each(rules)('$room never imports $never', rule => {
    expect(breaches(files, rule)).toEqual([])
  })

  test('a breach is found', () => {
    const file = { path: 'lib/domain/x.ts', text: "import * as Y from 'yjs'\nimport '#server/main.ts'\n" }
    expect(rules.flatMap(rule => breaches([file], rule))).toContain('lib/domain/x.ts imports yjs')
    expect(rules.flatMap(rule => breaches([file], rule))).toContain('lib/domain/x.ts imports server/main.ts')
  })
})
