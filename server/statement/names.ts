import type { Session } from '#lib/domain/session.ts'
import type { BoardFile, StatementFile } from '#lib/protocol/files.ts'
import type { Dossier } from './dossier.ts'

/** A name for a file that every system can keep: "verklaring-netwerk-eigen-voordeur". */
export function fileStem(word: string, network: string): string {
  const name = network
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return [word, name].filter(part => part !== '').join('-')
}

const words = {
  statement: { nl: 'verklaring', en: 'statement' },
  whole: { nl: 'dossier', en: 'dossier' },
  'notes.csv': { nl: 'briefjes', en: 'notes' },
  'mosaic.svg': { nl: 'mozaiek', en: 'mosaic' },
  'mosaic.png': { nl: 'mozaiek', en: 'mosaic' },
} as const satisfies Record<BoardFile | 'statement' | 'whole', object>

/** "verklaring-netwerk-eigen-voordeur-v1.pdf". */
export function fileName(
  { statement }: { statement: Pick<Dossier['statement'], 'network' | 'language' | 'version'> },
  ending: StatementFile,
): string {
  const word = words[ending === 'zip' ? 'whole' : 'statement'][statement.language]
  return `${fileStem(word, statement.network)}-v${statement.version}.${ending}`
}

/** "briefjes-netwerk-eigen-voordeur.csv". */
export function nameOfBoardFile(
  file: BoardFile,
  { language, network }: Pick<Session, 'language' | 'network'>,
): string {
  return `${fileStem(words[file][language], network)}.${file.split('.')[1]}`
}
