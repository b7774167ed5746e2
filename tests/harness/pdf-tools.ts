import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const packages = {
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
}

/** What a PDF program of Debian's says about a file, and how it ended. Throws when the program isn't installed. */
export function ask(
  program: keyof typeof packages,
  pdf: Uint8Array,
  ...options: string[]
): { said: string; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, pdf)
    const output = program === 'pdftotext' ? ['-'] : []
    const ran = spawnSync(program, [...options, file, ...output], { encoding: 'utf8' })
    if (ran.error)
      throw new Error(
        `${program} is missing: install ${packages[program]} (scripts/test.sh does so with apt).`,
      )
    return { said: ran.stdout + ran.stderr, status: ran.status }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
