import { readFileSync } from 'node:fs'

/** What the product is started with by `npm start`: settings of the environment, flags of Node. */
export function shipped(): { settings: string[]; flags: string[] } {
  const script = readFileSync(new URL('../../scripts/start.sh', import.meta.url), 'utf8')
  const line = /^exec env (.*) node (.*) server\/main\.ts$/m.exec(script)
  if (!line) throw new Error('scripts/start.sh no longer says how Node is started')
  const [, settings = '', flags = ''] = line
  return { settings: settings.split(' '), flags: flags.split(' ') }
}
