import { expect } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { test } from './test.ts'

test('[H16] every page, also one that is not there or goes wrong, runs scripts of its own nonce alone and has nothing of another host', async ({
  baseURL,
}) => {
  const { session } = await playExample({ url: baseURL as string, until: 'collect' })
  const inSession = ['board', 'statement', 'facilitate', 'projector', 'cards']
  const pages: Record<string, number> = {
    ...Object.fromEntries(
      ['/', '/join', '/join?code=%3Cscript%3E', '/verify', '/bring-back'].map(path => [path, 200]),
    ),
    ...Object.fromEntries(inSession.map(page => [`/${session}/${page}`, 200])),
    '/sign/een-link-die-niets-opent': 200,
    '/niet/hier/te/vinden': 404,
    '/_next/static/chunks/niet-hier.js': 404,
    '/%E0%A4%A': 404,
    '/<script>alert(1)</script>': 404,
  }
  const nonces = new Set<string>()
  for (const [path, status] of Object.entries(pages)) {
    const answer = await fetch(new URL(path, baseURL), { headers: { accept: 'text/html' } })
    const html = await answer.text()
    expect([path, answer.status]).toEqual([path, status])
    const policy = answer.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1] ?? ''
    expect(nonce, path).not.toBe('')
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('x-powered-by')).toBeNull()
    nonces.add(nonce)
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes ?? '')
    if (status === 200) expect(scripts.length, path).toBeGreaterThan(0)
    for (const attributes of scripts) expect(attributes, path).toContain(`nonce="${nonce}"`)
    expect(html, path).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/i)
    expect(html, path).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\/(?!localhost)|javascript:/i)
    expect(html, path).not.toContain('<script>alert')
  }
  expect(nonces.size).toBe(Object.keys(pages).length)
  // Nothing that is sent to a page reaches what draws it.
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    expect((await fetch(baseURL as string, { method, headers: { 'next-action': '00' } })).status).toBe(404)
})
