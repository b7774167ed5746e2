/** What a browser does with cookies, by hand: it keeps and shows them, and follows nothing. `address`: where it comes from, as a proxy tells. */
export class Browser {
  private readonly url: string
  private readonly address: string
  private readonly jar = new Map<string, { value: string; flags: string }>()

  constructor(url: string, address: string) {
    this.url = url
    this.address = address
  }

  get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    this.send(path, { headers })

  post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    this.send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })

  cookie = (name: string): string | null => this.jar.get(name)?.value ?? null
  /** All that was said of a cookie. */
  flags = (name: string): string => this.jar.get(name)?.flags ?? ''
  keep = (name: string, value: string): void => void this.jar.set(name, { value, flags: '' })

  private async send(
    path: string,
    init: RequestInit & { headers: Record<string, string> },
  ): Promise<Response> {
    const cookie = [...this.jar].map(([name, { value }]) => `${name}=${value}`).join('; ')
    const headers = { 'x-forwarded-for': this.address, ...(cookie && { cookie }), ...init.headers }
    const answer = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /; Max-Age=0/i.test(line)) this.jar.delete(name)
      else this.jar.set(name, { value, flags: line })
    }
    return answer
  }
}
