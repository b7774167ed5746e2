/** A link of the server's for others to open: as the server gives it, or from the address that this page was opened by. */
export const wholeLink = (link: string): string => new URL(link, location.origin).href

/** Whether a link leads to the device itself, so that no other can open it. */
export function staysHere(link: string): boolean {
  const { hostname } = new URL(wholeLink(link))
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^(127\.|\[::1\]$)/.test(hostname)
}
