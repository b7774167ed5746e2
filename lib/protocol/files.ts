/** The files of a fixed statement, at GET /api/sessions/:session/export.<ending>. */
export const statementFiles = ['pdf', 'docx', 'odt', 'md', 'json', 'zip'] as const
export type StatementFile = (typeof statementFiles)[number]

/** Those that are sealed when they are made; of what was sealed elsewhere they are not made here. */
export const sealedByUs = ['pdf', 'zip'] as const satisfies readonly StatementFile[]

/** The files of what lies on the board, also before it is fixed, at GET /api/sessions/:session/<name>. */
export const boardFiles = ['notes.csv', 'mosaic.svg', 'mosaic.png'] as const
export type BoardFile = (typeof boardFiles)[number]

/** What each file is, for who receives it. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const
