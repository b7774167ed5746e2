import { z } from 'zod'
import { settingsShape } from '#server/config.ts'

type Told = {
  type?: string
  format?: string
  enum?: string[]
  default?: unknown
  description?: string
  minimum?: number
  maximum?: number
  minLength?: number
  pattern?: string
}

/** What a value may be, in a few words. */
function kind(told: Told): string {
  if (told.enum) return told.enum.map(each => `\`${each}\``).join(', ')
  if (told.format === 'uri') return 'address'
  if (told.type === 'string')
    return (told.minLength ?? 0) > 1 ? `at least ${told.minLength} characters` : 'text'
  const from = told.minimum ?? 0
  const whole = told.type === 'integer' ? 'whole number' : 'number'
  const { maximum = Number.MAX_SAFE_INTEGER } = told
  return maximum < Number.MAX_SAFE_INTEGER ? `${whole}, ${from} to ${maximum}` : `${whole}, from ${from}`
}

function row(name: string, told: Told): string {
  const value = told.default === undefined || told.default === '' ? 'none' : `\`${String(told.default)}\``
  const cells = [`\`${name}\``, value, kind(told), told.description ?? '']
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

/** The page docs/settings.md, from the one schema by which settings are read. */
export function settingsPage(): string {
  const { properties = {} } = z.toJSONSchema(z.object(settingsShape), {
    io: 'output',
    unrepresentable: 'any',
  })
  return `# Settings

Read once, at the start, from the environment; an empty value counts as none. A wrong value stops the start with a sentence that names it.
This page is written from \`server/config.ts\` by \`npm run settings\`.

| name | when not set | may be | meaning |
| --- | --- | --- | --- |
${Object.entries(properties)
  .map(([name, told]) => row(name, told as Told))
  .join('\n')}

Secrets are better kept in a file that the user it runs as can read alone than on a command line: \`EnvironmentFile=\` of systemd,
\`env_file:\` of Compose.
`
}
