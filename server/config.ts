import { BlockList } from 'node:net'
import { z } from 'zod'
import { KEPT_DAYS } from '#lib/domain/retention.ts'
import { PARTICIPANTS_MAX } from '#lib/domain/session.ts'
import { readProxies } from './http/address.ts'
import { SIGN_IN_BACK } from './http/sign-in.ts'
import { DOCUMENT_MAX } from './limits.ts'
import { listed, readClaim } from './oidc/admitted.ts'
import { onThisMachine, type ProviderSettings } from './oidc/provider.ts'

const MB = 1024 * 1024
const port = z.coerce.number().int().min(0).max(65_535)
const seconds = z.coerce.number().min(0).max(600)

/** Every setting, with what it means to who sets it; docs/settings.md is written from this. */
export const settingsShape = {
  PORT: port.default(3000).describe('Port of pages, API and sockets.'),
  HOST: z.string().min(1).default('0.0.0.0').describe('Address that it listens on.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe('Folder with the database and the keys, for the user that it runs as alone.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'PostgreSQL 15 or newer (`postgres://user:password@host:5432/database`), for more than one node: everything is kept there, and nothing in `DATA_DIR`. Without it SQLite in `DATA_DIR` keeps it, for one node. A secret.',
    ),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe(
      'Redis 7 or newer (`redis://:password@host:6379`), by which nodes over one `DATABASE_URL` tell each other at once what is new; nothing is kept there. Without it they look in the database, each second. A secret.',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'How people reach it: links and QR codes lead there. Without it they follow the address that a page was opened by.',
    ),
  LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('How much it tells in its log, one JSON object a line on stderr.'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Who shows it as a bearer token gets `/metrics` (Prometheus); without it nobody does. A secret.',
    ),
  SESSIONS_PER_HOUR: z.coerce
    .number()
    .int()
    .min(1)
    .default(120)
    .describe(
      'How many kick-offs may be begun here in an hour, by all together; from one address half of that.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Collector that spans of requests, commands and ticks are sent to (OTLP over HTTP, in JSON, at `/v1/traces` below it); without it none are. They hold ids and codes, no names and no words.',
    ),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .refine(text => readHeaders(text) !== null, 'it takes names and values: authorization=Bearer%20x')
    .optional()
    .describe('What is shown to it: `name=value` between commas, values as in an address. A secret.'),
  OTEL_SERVICE_NAME: z.string().min(1).default('mozaiekbord').describe('What this node calls itself there.'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('Which part of all traces is told there.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Mail server (`smtp://user:password@host:587` or `smtps://…`) by which signing links and reminders are mailed; without it the facilitator hands them out. Needs `PUBLIC_URL` and `MAIL_FROM`. A secret.',
    ),
  MAIL_FROM: z
    .string()
    .min(3)
    .optional()
    .describe(
      'Whom those letters come from: `Bord <bord@example.nl>`. At most 300 leave at once, and 300 an hour.',
    ),
  CREATE_KEY: z
    .string()
    .min(12)
    .optional()
    .describe(
      'Who begins a kick-off must know it, once a device; without it everybody who reaches the site may. Joining and signing need none. A secret.',
    ),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(
      issuer => issuer.startsWith('https:') || onThisMachine(new URL(issuer)),
      'it takes https, or an address of this machine',
    )
    .optional()
    .describe(
      'OpenID provider that people sign in with who begin a kick-off, by the address that it calls itself; without it they need not. `CREATE_KEY` beside it is then for programs. Needs `PUBLIC_URL` and `OIDC_CLIENT_ID`; have the provider send people back to `<PUBLIC_URL>/api/sign-in/back`, and after signing out to `<PUBLIC_URL>/`.',
    ),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('How that provider calls this installation.'),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('What proves this installation to it; without it this is a public client. A secret.'),
  OIDC_NAME: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe('How people call it: “Log in at …”. Without it the host of `OIDC_ISSUER`.'),
  OIDC_SCOPES: z
    .string()
    .default('')
    .describe('What else is asked of it than `openid`, between spaces: where `OIDC_CLAIM` needs that.'),
  OIDC_DOMAINS: z
    .string()
    .default('')
    .describe(
      'Domains between commas: then only who has a verified mail address in one of them may begin a kick-off.',
    ),
  OIDC_CLAIM: z
    .string()
    .refine(claim => readClaim(claim) !== null, 'it takes a claim and its values: groups=office,board')
    .optional()
    .describe(
      'A claim and its values (`groups=office,board`): then only of whom the provider says one of these may begin a kick-off.',
    ),
  RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(KEPT_DAYS)
    .describe(
      'How many days a kick-off is kept after its last day, unless who leads chose another; then all of it is deleted.',
    ),
  SEAL_P12: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A file (PKCS #12) with a key and certificate of your own to seal files with: P-256, or RSA from 2048 bits. Without it the installation seals with one that it makes itself.',
    ),
  SEAL_P12_PASSWORD: z.string().optional().describe('The password of that file. A secret.'),
  SESSIONS_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe(
      'How many kick-offs are kept; beyond that none is begun. Without it as many as there is room for.',
    ),
  PEOPLE_PER_SESSION: z.coerce
    .number()
    .int()
    .min(2)
    .max(PARTICIPANTS_MAX)
    .default(PARTICIPANTS_MAX)
    .describe('How many people may be in one kick-off.'),
  DOCUMENT_MB: z.coerce
    .number()
    .min(0.1)
    .max(DOCUMENT_MAX / MB)
    .default(DOCUMENT_MAX / MB)
    .describe('Largest board or statement; 5,000 notes are about 1 MB. Beyond that nothing is added to it.'),
  STORAGE_MAX_MB: z.coerce
    .number()
    .min(5)
    .optional()
    .describe(
      'Most that the database may hold: from nine tenths of it no kick-off is begun, and at all of it nothing more is kept, as on a full disk (on PostgreSQL that is up to the server). Without it the disk is the limit.',
    ),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .refine(list => readProxies(list) !== null, 'it takes addresses and ranges between commas')
    .describe(
      'Addresses and ranges (`10.0.0.0/8`) between commas of proxies that are believed by whom they were asked (`X-Forwarded-For`). Those on this machine are in any case.',
    ),
  STOP_NOTICE_SECONDS: seconds
    .default(0)
    .describe(
      'Told to stop (SIGTERM), it says so at `/readyz` for so long before it sends people on: what a load balancer needs to notice.',
    ),
  STOP_SECONDS: seconds
    .min(1)
    .default(10)
    .describe(
      'Within which it is gone after that; pages of people go along to the next process by themselves.',
    ),
}

/** `name=value` between commas, as OpenTelemetry writes headers; null when it doesn't read so. */
function readHeaders(text: string): Record<string, string> | null {
  const pairs = listed(text).map(pair => /^([\w-]+)\s*=(.*)$/.exec(pair))
  try {
    return Object.fromEntries(
      pairs.map(pair => {
        if (!pair) throw new URIError(text)
        return [pair[1]?.toLowerCase(), decodeURIComponent(pair[2]?.trim() ?? '')]
      }),
    )
  } catch {
    return null
  }
}

type Given = z.infer<z.ZodObject<typeof settingsShape>>

function providerOf(given: Given): ProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, PUBLIC_URL, OIDC_DOMAINS } = given
  if (issuer === undefined || clientId === undefined || PUBLIC_URL === undefined) return null
  const domains = listed(OIDC_DOMAINS.toLowerCase())
  const { origin } = new URL(PUBLIC_URL)
  return {
    issuer,
    clientId,
    clientSecret: given.OIDC_CLIENT_SECRET ?? null,
    name: given.OIDC_NAME ?? new URL(issuer).hostname,
    scopes: ['openid', domains.length > 0 ? 'email' : '', given.OIDC_SCOPES].join(' ').trim(),
    admitted: { domains, claim: readClaim(given.OIDC_CLAIM ?? '') },
    back: `${origin}${SIGN_IN_BACK}`,
    home: `${origin}/`,
  }
}

const settings = z
  .object(settingsShape)
  .superRefine((given, { addIssue }) => {
    const needs = (names: readonly (keyof typeof given)[], message: string) => {
      for (const name of names)
        if (given[name] === undefined) addIssue({ code: 'custom', path: [name], message })
    }
    if (given.SMTP_URL !== undefined)
      needs(['MAIL_FROM', 'PUBLIC_URL'], 'letters that SMTP_URL sends need it')
    if (given.REDIS_URL !== undefined) needs(['DATABASE_URL'], 'nodes that REDIS_URL joins need it')
    if (given.OIDC_ISSUER !== undefined)
      needs(['OIDC_CLIENT_ID', 'PUBLIC_URL'], 'signing in with OIDC_ISSUER needs it')
  })
  .transform(given => ({
    port: given.PORT,
    host: given.HOST,
    dataDir: given.DATA_DIR,
    /** The PostgreSQL that keeps everything; null: a file in the folder does. */
    databaseUrl: given.DATABASE_URL ?? null,
    /** The Redis that carries news between nodes; null: none does. */
    redisUrl: given.REDIS_URL ?? null,
    /** Where people reach us: scheme, host and port, without a slash at the end. Null: whatever address they come by. */
    publicUrl: given.PUBLIC_URL === undefined ? null : new URL(given.PUBLIC_URL).origin,
    logLevel: given.LOG_LEVEL,
    /** Shown by who asks for /metrics; null: nobody gets them. */
    metricsToken: given.METRICS_TOKEN ?? null,
    /** How many sessions may be begun here in an hour, by all together; from one address half of that. */
    sessionsPerHour: given.SESSIONS_PER_HOUR,
    /** The mail server that letters to signatories go by, and whom they come from; null: links are handed out. */
    smtp: given.SMTP_URL && given.MAIL_FROM ? { url: given.SMTP_URL, from: given.MAIL_FROM } : null,
    keptDays: given.RETENTION_DAYS,
    /** What one must know to begin a session; null: everybody may. */
    createKey: given.CREATE_KEY ?? null,
    tracing: given.OTEL_EXPORTER_OTLP_ENDPOINT
      ? {
          endpoint: given.OTEL_EXPORTER_OTLP_ENDPOINT,
          headers: readHeaders(given.OTEL_EXPORTER_OTLP_HEADERS ?? '') ?? {},
          service: given.OTEL_SERVICE_NAME,
          part: given.OTEL_TRACES_SAMPLER_ARG,
        }
      : null,
    /** What people sign in with who begin a session; null: they need not. */
    provider: providerOf(given),
    /** A key and certificate of the operator's own to seal files with (PKCS #12); null: those that the installation makes itself. */
    sealFile:
      given.SEAL_P12 === undefined ? null : { path: given.SEAL_P12, password: given.SEAL_P12_PASSWORD ?? '' },
    limits: {
      sessions: given.SESSIONS_MAX ?? null,
      people: given.PEOPLE_PER_SESSION,
      document: Math.floor(given.DOCUMENT_MB * MB),
    },
    /** Most bytes of the database; null: as many as the disk takes. */
    storageMax: given.STORAGE_MAX_MB === undefined ? null : Math.floor(given.STORAGE_MAX_MB * MB),
    proxies: readProxies(given.TRUSTED_PROXIES) ?? new BlockList(),
    /** When the process is told to stop: how long it only says so, and how long the rest may take. */
    noticeSeconds: given.STOP_NOTICE_SECONDS,
    stopSeconds: given.STOP_SECONDS,
  }))

export type Config = z.infer<typeof settings>

/** A setting that can't be used. The message is one sentence that names it. */
export class WrongSetting extends Error {}

/** Reads the settings from the environment, the one place that does. Empty counts as absent. Throws WrongSetting. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const name = String(issue?.path[0] ?? 'a setting')
  if (!environment[name]) throw new WrongSetting(`${name} is not set: ${issue?.message}.`)
  // What is secret stays out of the log that this sentence ends in.
  const secret = settingsShape[name as keyof typeof settingsShape]?.description?.includes('A secret.')
  const value = secret ? 'a value' : `the value "${environment[name]}"`
  throw new WrongSetting(`${name} has ${value} which can't be used: ${issue?.message}.`)
}
