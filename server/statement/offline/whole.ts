import { createHash } from 'node:crypto'
import { documentMessages } from '#lib/i18n/document.ts'
import { offlineMessages } from '#lib/i18n/offline.ts'
import type { StatementFile } from '#lib/protocol/files.ts'
import { writtenDay } from '../dates.ts'
import { type Dossier, dossierJsonSchema } from '../dossier.ts'
import { fileName, nameOfBoardFile } from '../names.ts'
import { pemOf } from '../pem.ts'
import { type ZipEntry, zipOf } from '../text/zip.ts'
import { offlinePage } from './page.ts'

/** What the dossier holds of what can also be had apart. */
export const wholeFiles = [
  'pdf',
  'json',
  'docx',
  'odt',
  'md',
  'notes.csv',
  'mosaic.svg',
  'mosaic.png',
] as const
export type WholeFile = (typeof wholeFiles)[number]
/** Packed already. */
const packed: readonly string[] = ['pdf', 'docx', 'odt', 'mosaic.png'] satisfies (WholeFile &
  (StatementFile | string))[]

/**
 * All files of a statement in one archive, with a page that checks them without a network and what to read first. `certificate` (DER) is
 * what they are sealed with.
 */
export function wholeOf(
  dossier: Dossier,
  made: Record<WholeFile, Uint8Array>,
  { address, certificate, at }: { address: string; certificate: Uint8Array; at: Date },
): Buffer {
  const { statement } = dossier
  const t = offlineMessages[statement.language]
  const nameOf = (file: WholeFile): string =>
    file === 'notes.csv' || file === 'mosaic.svg' || file === 'mosaic.png'
      ? nameOfBoardFile(file, statement)
      : fileName(dossier, file)
  const entries: (ZipEntry & { is: string })[] = [
    ...wholeFiles.map(file => ({
      name: nameOf(file),
      data: made[file],
      is: t[`${file.split('.').at(-1) as 'pdf' | 'json' | 'docx' | 'odt' | 'md' | 'csv' | 'svg' | 'png'}Is`],
      ...(packed.includes(file) ? { stored: true as const } : {}),
    })),
    { name: t.page, data: offlinePage(statement.language), is: t.pageIs },
    { name: 'dossier.schema.json', data: JSON.stringify(dossierJsonSchema(), null, 2), is: t.schemaIs },
    { name: t.certificate, data: pemOf(certificate), is: t.certificateIs },
  ]
  const files = entries.map(({ name, is }) => `- ${name}\n  ${is}`).join('\n')
  const version = documentMessages[statement.language].version(
    statement.version,
    writtenDay(statement.frozenAt, statement.language),
  )
  const fingerprint = createHash('sha256').update(certificate).digest('hex')
  const readme = t.readmeText(
    statement.network,
    version,
    `${address}/verify`,
    files,
    (fingerprint.match(/.{4}/g) ?? []).join(' '),
  )
  // With its mark, or Windows' notepad of old shows other signs.
  return zipOf([{ name: t.readme, data: `\ufeff${readme.replaceAll('\n', '\r\n')}` }, ...entries], at)
}
