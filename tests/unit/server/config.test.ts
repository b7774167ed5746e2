import { describe, expect, it } from 'vitest'
import { readConfig, WrongSetting } from '#server/config.ts'
import { createLog } from '#server/log.ts'

describe('readConfig', () => {
  it('gives what is needed to start when nothing is set, or set to nothing', () => {
    const config = readConfig({ PORT: '' })
    expect(config).toMatchObject({ port: 3000, dataDir: './data', publicUrl: null })
    expect(readConfig({ PUBLIC_URL: 'https://bord.example/' }).publicUrl).toBe('https://bord.example')
  })

  it('names the setting that is wrong', () => {
    for (const [name, value] of [
      ['PORT', 'eighty'],
      ['PORT', '70000'],
      ['PUBLIC_URL', 'javascript:alert(1)'],
      ['LOG_LEVEL', 'loud'],
      ['SMTP_URL', 'https://mail.example'],
    ] as const) {
      const read = () => readConfig({ [name]: value })
      expect(read).toThrow(WrongSetting)
      expect(read).toThrow(name)
    }
  })
})

describe('mail', () => {
  it('needs whom letters come from and where their links lead', () => {
    const SMTP_URL = 'smtp://mail.example:587'
    const whole = { SMTP_URL, MAIL_FROM: 'bord@example.nl', PUBLIC_URL: 'https://bord.example' }
    expect(readConfig({}).smtp).toBeNull()
    expect(readConfig(whole).smtp).toEqual({ url: SMTP_URL, from: 'bord@example.nl' })
    for (const missing of ['MAIL_FROM', 'PUBLIC_URL'])
      expect(() => readConfig({ ...whole, [missing]: '' })).toThrow(`${missing} is not set`)
  })
})

describe('signing in', () => {
  const whole = {
    OIDC_ISSUER: 'https://inlog.example/oost',
    OIDC_CLIENT_ID: 'bord',
    PUBLIC_URL: 'https://bord.example',
  }
  it('needs how the provider calls us and where it sends people back to', () => {
    expect(readConfig({}).provider).toBeNull()
    expect(readConfig({ ...whole, OIDC_DOMAINS: 'A.example, b.example' }).provider).toMatchObject({
      name: 'inlog.example',
      scopes: 'openid email',
      admitted: { domains: ['a.example', 'b.example'], claim: null },
      back: 'https://bord.example/api/sign-in/back',
    })
    for (const missing of ['OIDC_CLIENT_ID', 'PUBLIC_URL'])
      expect(() => readConfig({ ...whole, [missing]: '' })).toThrow(`${missing} is not set`)
  })

  it('asks over https, or on this machine', () => {
    for (const OIDC_ISSUER of ['http://localhost:8080/realms/oost', 'http://127.0.0.1:9'])
      expect(readConfig({ ...whole, OIDC_ISSUER }).provider).not.toBeNull()
    for (const OIDC_ISSUER of ['http://inlog.example', 'http://localhost.example', 'http://10.0.0.1'])
      expect(() => readConfig({ ...whole, OIDC_ISSUER })).toThrow('OIDC_ISSUER')
    expect(() => readConfig({ ...whole, OIDC_CLAIM: 'groups' })).toThrow('OIDC_CLAIM')
  })
})

it('a secret that is wrong is not told', () => {
  expect(() => readConfig({ METRICS_TOKEN: 'kort' })).toThrow(/^METRICS_TOKEN has a value which can't/)
})

describe('createLog', () => {
  it('tells where an error came from but not its message, which may quote a person', () => {
    const lines: string[] = []
    const log = createLog('info', line => lines.push(line))
    log('error', 'failed', { session: 'session-01', error: new Error('Anna typed this') })
    log('debug', 'too quiet to be heard')
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('Anna')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', session: 'session-01' })
  })
})
