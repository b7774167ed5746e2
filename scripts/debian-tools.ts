import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What the tests need beside npm's packages: by the command that tells whether it is there, the package of Debian's. */
const tools = {
  'chromium-headless-shell': 'chromium-headless-shell',
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  initdb: 'postgresql',
  'redis-server': 'redis-server',
  haproxy: 'haproxy',
  ip: 'iproute2',
}

export type Tool = keyof typeof tools

const POSTGRES = '/usr/lib/postgresql'

/** Where commands are: also those that only an administrator has in their path, and those of PostgreSQL's newest version. */
function folders(): string[] {
  const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES).sort((a, b) => Number(b) - Number(a)) : []
  return [
    ...versions.map(version => join(POSTGRES, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
    ...['/usr/sbin', '/sbin'],
  ]
}

/** The full path of a command; null where it isn't installed. */
export function whereIs(command: string): string | null {
  const found = folders().find(folder => existsSync(join(folder, command)))
  return found === undefined ? null : join(found, command)
}

/**
 * The browser for tests: Debian's Chromium without its window, which a third of the tests' time went to; or the whole one, or what CHROMIUM names.
 */
export const browserPath = (): string =>
  process.env.CHROMIUM ?? whereIs('chromium-headless-shell') ?? '/usr/bin/chromium'

export const packageOf = (tool: Tool): string => tools[tool]

/**
 * Debian's own packages: nothing is downloaded from anywhere else. Their services are not started (policy-rc.d), for tests run instances of
 * their own. Without the rights to install, the tests say what is missing.
 */
export function installTools(): void {
  const missing = Object.entries(tools).flatMap(([command, name]) => (whereIs(command) ? [] : [name]))
  if (missing.length === 0) return
  console.log(`Installing ${missing.join(', ')} from Debian's packages, without starting their services …`)
  const install = `
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
      printf '#!/bin/sh\\nexit 101\\n' > $policy && chmod 755 $policy
      trap "rm -f $policy" EXIT
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends ${missing.join(' ')}`
  const asRoot = process.getuid?.() === 0 ? ['sh', '-c', install] : ['sudo', '-n', 'sh', '-c', install]
  const { status } = spawnSync(asRoot[0] as string, asRoot.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) console.log(`That did not work. Please install them yourself: ${missing.join(', ')}`)
}
