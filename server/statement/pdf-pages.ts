import { dictionaryOf, insideOf, nextNumber, type PdfFile, reference, UnknownStructure } from './pdf-file.ts'

/** Objects to append to a file, by their number, and the first of the pages among them. */
export type Addition = { objects: Map<number, string>; page: number }

const numbers = (text: string): number[] => [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))

function must(text: string, pattern: RegExp, what: string): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new UnknownStructure(`no ${what}`)
  return found
}

/** Changes what stands outside the strings of an object: within them anything may look like a reference. */
function outsideStrings(text: string, change: (text: string) => string): string {
  let out = ''
  let from = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (depth === 0 && sign === '(') {
      out += change(text.slice(from, at))
      from = at
      depth = 1
    } else if (depth > 0) {
      if (sign === '\\') at++
      else if (sign === '(') depth++
      else if (sign === ')' && --depth === 0) {
        out += text.slice(from, at + 1)
        from = at + 1
      }
    }
  }
  return out + change(text.slice(from))
}

/** Where the pages of a file and the tags of its text begin. */
export function rootsOf(file: PdfFile) {
  const catalogue = dictionaryOf(file, reference(file.trailer, 'Root'))
  const [pages, tags] = [reference(catalogue, 'Pages'), reference(catalogue, 'StructTreeRoot')]
  const tagsText = dictionaryOf(file, tags)
  const document = Number(must(tagsText, /\/K \[(\d+) 0 R\]/, 'document among the tags'))
  return { pages, tags, tagsText, document }
}

/** How many pages a file has. */
export const pagesIn = (file: PdfFile): number =>
  Number(must(dictionaryOf(file, rootsOf(file).pages), /\/Count (\d+)/, 'count of pages'))

/**
 * The pages of another file of our typesetter as an addition behind those of `file`: with their fonts, and their tags as a part of the same
 * document. Nothing of what stands there changes but the lists that lead to them. Throws UnknownStructure on other PDFs.
 */
export function addedPages(file: PdfFile, more: PdfFile): Addition {
  const [there, here] = [rootsOf(file), rootsOf(more)]
  const kids = numbers(must(dictionaryOf(more, here.pages), /\/Kids \[([^\]]*)\]/, 'pages'))
  const first = Number(must(there.tagsText, /\/ParentTreeNextKey (\d+)/, 'key of the tags'))
  const next = nextNumber(file)
  // Names of cells are numbered anew in each file.
  const name = `A${next}`
  const known = new Map([
    [here.pages, there.pages],
    [here.tags, there.document],
  ])
  const objects = new Map<number, string>()
  const waiting = [...kids, here.document]
  const numberOf = (id: number): number => {
    const given = known.get(id)
    if (given !== undefined) return given
    const number = next + known.size - 2
    known.set(id, number)
    waiting.push(id)
    return number
  }
  for (const id of waiting.splice(0)) numberOf(id)
  const inNew = (text: string) =>
    text.replaceAll(/(\d+) 0 R/g, (_, id: string) => `${numberOf(Number(id))} 0 R`)
  const keys = must(here.tagsText, /\/Nums \[([^\]]*)\]/, 'tags by page').matchAll(/(\d+) (\d+ 0 R)/g)
  const tags = {
    keys: [...keys].map(([, key, at]) => `${Number(key) + first} ${inNew(at ?? '')}`),
    next: first + Number(must(here.tagsText, /\/ParentTreeNextKey (\d+)/, 'key of the tags')),
    names: namesIn(here.tagsText).map(([id, at]): [string, string] => [`${name}${id}`, inNew(at)]),
    roles: rolesIn(here.tagsText),
  }
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
    objects.set(numberOf(id), moved(insideOf(more, id), numberOf, { first, name }))
  const document = numberOf(here.document)
  objects.set(document, (objects.get(document) ?? '').replace('/S /Document', '/S /Part'))
  const added = kids.map(id => `${numberOf(id)} 0 R`).join(' ')
  const pages = dictionaryOf(file, there.pages)
    .replace(/\/Count \d+/, `/Count ${pagesIn(file) + kids.length}`)
    .replace(/\/Kids \[([^\]]*)\]/, `/Kids [$1 ${added}]`)
  const whole = dictionaryOf(file, there.document).replace(/\/K \[([^\]]*)\]/, `/K [$1 ${document} 0 R]`)
  objects.set(there.pages, `<<${pages}>>`)
  objects.set(there.document, `<<${whole}>>`)
  objects.set(there.tags, `<<${withTags(there.tagsText, tags)}>>`)
  return { objects, page: numberOf(kids[0] ?? Number.NaN) }
}

/** An object of another file as it stands in this one. */
function moved(
  inside: string,
  numberOf: (id: number) => number,
  { first, name }: { first: number; name: string },
): string {
  const stream = inside.indexOf('stream\n')
  const [head, rest] = stream < 0 ? [inside, ''] : [inside.slice(0, stream), inside.slice(stream)]
  const renumbered = outsideStrings(head, text =>
    text
      .replaceAll(/\b(\d+) 0 R\b/g, (_, id: string) => `${numberOf(Number(id))} 0 R`)
      .replaceAll(
        /\/StructParent(s?) (\d+)/g,
        (_, s: string, key: string) => `/StructParent${s} ${Number(key) + first}`,
      ),
  )
  const isTag = /\/Type \/StructElem\b/.test(head)
  return (isTag ? renumbered.replaceAll(/\((U\d+x\d+y\d+)\)/g, `(${name}$1)`) : renumbered) + rest
}

const namesIn = (tags: string): [string, string][] =>
  [...(/\/IDTree <<\s*\/Names \[([^\]]*)\]/.exec(tags)?.[1] ?? '').matchAll(/\(([^)]*)\) (\d+ 0 R)/g)].map(
    ([, name, at]) => [name ?? '', at ?? ''],
  )
const rolesIn = (tags: string): Map<string, string> =>
  new Map(
    [...(/\/RoleMap <<([^>]*)>>/.exec(tags)?.[1] ?? '').matchAll(/\/(\w+) \/(\w+)/g)].map(([, role, as]) => [
      role ?? '',
      as ?? '',
    ]),
  )

/** The root of the tags with more in each of its lists. */
function withTags(
  root: string,
  more: { keys: string[]; next: number; names: [string, string][]; roles: Map<string, string> },
): string {
  const names = [...namesIn(root), ...more.names].sort(([a], [b]) => (a < b ? -1 : 1))
  const roles = [...new Map([...more.roles, ...rolesIn(root)])].map(([role, as]) => `/${role} /${as}`)
  const without = root.replace(/\/RoleMap <<[^>]*>>/, '').replace(/\/IDTree <<[^>]*>>/, '')
  return `${without
    .replace(/\/Nums \[([^\]]*)\]/, `/Nums [$1 ${more.keys.join(' ')}]`)
    .replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${more.next}`)}
/RoleMap << ${roles.join(' ')} >>
/IDTree << /Names [${names.map(([name, at]) => `(${name}) ${at}`).join(' ')}] >>
`
}
