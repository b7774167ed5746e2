import { hostname, networkInterfaces } from 'node:os'

type Address = { address: string; family: string; internal: boolean }

const addresses = (): Address[] => Object.values(networkInterfaces()).flatMap(each => each ?? [])

/** Where others in the same network find this machine, as hosts of a URL. IPv4 alone: those can be read out and typed. */
export function networkHosts(all: readonly Address[] = addresses()): string[] {
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
}

/**
 * The address that was asked, when it is one of this machine's own; else that of this machine to itself. What a request says of
 * where it was sent may be made up, so that nothing that others are to trust is built on it as it stands.
 */
export function ownAddress(host: string | undefined, all: readonly Address[] = addresses()): string {
  const asked = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null
  const name = hostname().toLowerCase()
  const own = new Set(['localhost', '127.0.0.1', '[::1]', name, `${name}.local`])
  for (const { address, family } of all) own.add(family === 'IPv6' ? `[${address}]` : address)
  if (asked && own.has(asked.hostname)) return asked.origin
  return asked?.port ? `http://localhost:${asked.port}` : 'http://localhost'
}
