import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { boardLayout, type FieldLayout, type RootLayout } from '#lib/documents/layout.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { lineColours } from '#lib/domain/line.ts'
import { reactionKinds } from '#lib/domain/reaction.ts'
import { frameType } from '#lib/protocol/frames.ts'
import { refusals } from '#lib/protocol/refusals.ts'
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts'
import { closeCode } from '#server/sync/connection.ts'
import { folders, importsOf, read, type SourceFile, sources } from './files.ts'

const LINES_MAX = 350
const FUNCTION_LINES_MAX = 80
const files = sources()
const product = files.filter(({ path }) => !/^(tests|scripts)\//.test(path))
const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length

/** Functions and classes' methods by the formatter's indentation: from the line that opens one to its closing brace. */
function longFunctions({ path, text }: SourceFile): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, start) => {
    const opens = /^( *)(?:export )?(?:default )?(?:async )?(?:function\b|const \w+ = .*=>.*\{$)/.exec(line)
    if (!opens) return []
    const close = new RegExp(`^${opens[1]}\\}`)
    const end = lines.findIndex((other, index) => index > start && close.test(other))
    const length = end - start + 1
    return length > FUNCTION_LINES_MAX ? [`${path}:${start + 1} has a function of ${length} lines`] : []
  })
}

test(`no product file is longer than ${LINES_MAX} lines`, () => {
  expect(product.filter(file => linesOf(file) > LINES_MAX).map(file => file.path)).toEqual([])
})

test(`no product function is longer than ${FUNCTION_LINES_MAX} lines`, () => {
  expect(product.flatMap(longFunctions)).toEqual([])
  const long = { path: 'x.ts', text: `function x() {\n${'  y()\n'.repeat(90)}}\n` }
  expect(longFunctions(long)).toHaveLength(1)
})

test('no file or folder is named after having no subject', () => {
  expect(files.filter(({ path }) => /(^|\/)(utils?|helpers?|misc)(\.|\/)/.test(path))).toEqual([])
})

test('no file only hands on what others export', () => {
  const barrel = ({ text }: SourceFile) =>
    text
      .split('\n')
      .filter(line => line.trim() !== '')
      .every(line => /^export .* from '/.test(line))
  expect(product.filter(barrel).map(file => file.path)).toEqual([])
})

test('the environment is read in server/config.ts only', () => {
  const readers = product
    .filter(({ text }) => /(?<!Object\.assign\()process\.env/.test(text))
    .map(file => file.path)
  expect(readers.filter(path => path !== 'server/config.ts')).toEqual([])
})

test('no source names another host, but for the namespaces and examples it needs', () => {
  // A name without a dot is no host on the net: a base for parsing a path.
  const allowed =
    /^([a-z]+$|localhost|www\.platform31\.nl|127\.0\.0\.1|www\.w3\.org|schemas\.openxmlformats\.org|schemas\.microsoft\.com|www\.aiim\.org|purl\.org|example\.(org|com|test)|\$\{)/
  const found = product.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:https?|wss?):\/\/([^\s'"`/)]+)/g)]
      .filter(([, host]) => !allowed.test(host ?? ''))
      .map(([address]) => `${path} names ${address}`),
  )
  expect(found).toEqual([])
})

test('every folder has its line in docs/house.md, and every line its folder', () => {
  const described = [...read('docs/house.md').matchAll(/^- `([a-z0-9/-]+)\/`/gm)].map(([, folder]) => folder)
  expect([...described].sort()).toEqual(folders().sort())
})

test('every file that the documents name is there', () => {
  const pages = ['README.md', ...readdirSync('docs', { recursive: true }).map(name => `docs/${name}`)]
  const named = pages
    .filter(page => page.endsWith('.md'))
    .flatMap(page =>
      [
        ...readFileSync(page, 'utf8').matchAll(
          /`((?:app|components|lib|server|tests|scripts|docs)\/[\w./[\]-]+\.\w+)`/g,
        ),
      ].map(([, path]) => `${page} names ${path}`),
    )
  expect(named.filter(each => !existsSync(each.split(' names ')[1] ?? ''))).toEqual([])
})

test('every rule in docs/rules.md is proven by a test that names it, and the other way round', () => {
  const rules = new Set(
    [...read('docs/rules.md').matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].map(([, id]) => id),
  )
  const named = files
    .filter(({ path }) => path.startsWith('tests/') && !path.startsWith('tests/house/'))
    .flatMap(({ text }) => [...text.matchAll(/\[([A-Z]\d+)\]/g)].map(([, id]) => id))
  expect([...new Set(named)].sort()).toEqual([...rules].sort())
})

test('every refusal is given somewhere and has its text', () => {
  const code = files.filter(({ path }) => /^(server|lib)\//.test(path) && path !== 'lib/protocol/refusals.ts')
  const givers = code.filter(({ path }) => !path.startsWith('lib/i18n/'))
  const texts = code.filter(({ path }) => path === 'lib/i18n/refusals.ts').map(file => file.text)
  for (const id of Object.keys(refusals)) {
    const given = givers.some(({ text }) => text.includes(`'${id}'`))
    expect(given, `${id} is given nowhere`).toBe(true)
    const mentions = texts.join('\n').match(new RegExp(`^\\s*'?${id}'?:`, 'gm')) ?? []
    expect(mentions.length, `${id} lacks a text in one of the languages`).toBe(2)
  }
})

test('imports name files that are there', () => {
  const known = new Set(files.map(file => file.path))
  const missing = files.flatMap(file =>
    importsOf(file)
      .filter(({ target }) => /^(app|components|lib|server|tests)\/.*\.tsx?$/.test(target))
      .filter(({ target }) => !known.has(target))
      .map(({ target }) => `${file.path} imports ${target}`),
  )
  expect(missing).toEqual([])
})

test('docs/protocol.md tells the frames, close codes and refusals that are in the code', () => {
  const page = read('docs/protocol.md')
  const rows = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, ...cells]) => cells.join(' ')).sort()
  const frames = Object.entries(frameType).map(([name, type]) => `${type} ${name}`)
  expect(rows(/^\| (\d{1,3}) \| (\w+) \| (?:both|server|client)/gm)).toEqual(frames.sort())
  const codes = Object.values(closeCode).map(String)
  expect(rows(/^\| (\d{4}) \|/gm)).toEqual(codes.sort())
  const table = Object.entries(refusals).map(
    ([code, { status, reaction }]) => `${code} ${status} ${reaction}`,
  )
  expect(rows(/^\| ([a-z-]+) \| (\d{3}) \| (\w+) \|$/gm)).toEqual(table.sort())
  expect(page).toContain(`Protocol version: ${PROTOCOL_VERSION}.`)
})

test('docs/protocol.md tells the words that a value may hold', () => {
  const told = [...read('docs/protocol.md').matchAll(/^- `(\w+)`: (.*)$/gm)]
  const words = { bouwsteen: bouwstenen, colour: lineColours, kind: reactionKinds }
  expect(
    Object.fromEntries(told.map(([, field, list]) => [field, list?.replaceAll('`', '').split(', ')])),
  ).toEqual(words)
})

test('docs/protocol.md tells the roots and fields of the board that are in the layout', () => {
  const told = [...read('docs/protocol.md').matchAll(/^\| `(\w+)` \| (.*) \| (.*) \| (.*) \| (\d+) \|$/gm)]
  const rows = told.map(cells => cells.slice(1).map(cell => cell.replaceAll('`', '').trim()))
  const expected = Object.entries<RootLayout>(boardLayout).map(([root, { fields, most }]) => {
    const all = Object.entries<FieldLayout>(fields)
    const texts = all.flatMap(([name, field]) => (field.kind === 'text' ? [`${name} ${field.max}`] : []))
    const values = (open: boolean) =>
      all.flatMap(([name, field]) =>
        field.kind === 'value' && (field.needs !== null) === open ? [name] : [],
      )
    return [root, ...[texts, values(true), values(false)].map(names => names.join(', ')), String(most)]
  })
  expect(rows).toEqual(expected)
})
