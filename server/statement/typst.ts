import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type CompileOptions = { mainFileContent: string; inputs: Record<string, string> }
type Compiler = {
  pdf(source: CompileOptions, options: { pdfStandard?: string; creationTimestamp: number }): Buffer
  plainSvg(source: CompileOptions): string
  evictCache(age: number): void
}
type Native = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler
  }
}

/** The typesetter has no build for this machine: no PDF can be made here. */
export class NoTypesetter extends Error {
  // The name goes from thread to thread, the class does not.
  override readonly name = 'NoTypesetter'
}

const require = createRequire(import.meta.url)
/** Typst's compiler as a native module; one of the two is installed where there is a build for the machine. */
const builds = ['gnu', 'musl'].map(libc => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`)

function load(): Native {
  const reasons: string[] = []
  for (const build of builds) {
    try {
      return require(build) as Native
    } catch (error) {
      reasons.push(`${build}: ${(error as Error).message.split('\n')[0]}`)
    }
  }
  throw new NoTypesetter(`The typesetter can't be loaded on this machine. ${reasons.join('; ')}`)
}

const faces = {
  'source-serif-4': ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'],
  'atkinson-hyperlegible': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
}
const fileNames = { 'source-serif-4': 'SourceSerif4', 'atkinson-hyperlegible': 'AtkinsonHyperlegible' }

function fonts(): Buffer[] {
  return Object.entries(faces).flatMap(([family, all]) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    const name = fileNames[family as keyof typeof fileNames]
    return all.map(face => readFileSync(join(folder, face, `${name}_${face}.ttf`)))
  })
}

/** What is set: a template of this folder and what it reads, as text. `at` is the PDF's date in ms since 1970. */
export type Manuscript =
  | { template: 'statement'; inputs: Record<'document' | 'dossier' | 'attachment', string>; at: number }
  | { template: 'digest' | 'later' | 'picture'; inputs: Record<'document', string>; at: number }

/** From so many letters on nothing of a manuscript is kept once it is set. */
const LARGE = 300_000

/** Gives a function that sets manuscripts, a picture as SVG and all others as PDF of this standard, on this thread. Throws NoTypesetter where it can't. */
export function createTypst(standard: 'a-3a' | 'ua-1' = 'a-3a'): (manuscript: Manuscript) => Buffer {
  const { NodeCompiler } = load()
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: fonts() }],
  })
  return ({ template, inputs, at }) => {
    const mainFileContent = readFileSync(new URL(`${template}.typ`, import.meta.url), 'utf8')
    const source = { mainFileContent, inputs }
    const dated = { creationTimestamp: Math.floor(at / 1000) }
    try {
      if (template === 'picture') return Buffer.from(compiler.plainSvg(source))
      return compiler.pdf(source, { ...dated, pdfStandard: standard })
    } catch (error) {
      // PDF/A asks a glyph for every character. Somebody's emoji may not stand in the way of the text: it is set as the box
      // that says "a sign we have no letter for", and stands in the attached dossier as it was written.
      if (!/PDF\/A-3a error/.test(String((error as Error).message))) throw error
      return compiler.pdf(source, dated)
    } finally {
      // What is kept makes the next one faster, but a large one is kept as some hundred MB.
      compiler.evictCache(inputs.document.length > LARGE ? 0 : 3)
    }
  }
}
