import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

const settings = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().min(1).default('0.0.0.0'),
    DATA_DIR: z.string().min(1).default('./data'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
    METRICS_TOKEN: z.string().min(16).optional(),
    SESSIONS_PER_HOUR: z.coerce.number().int().min(1).default(120),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().min(3).optional(),
  })
  .superRefine(({ SMTP_URL, MAIL_FROM, PUBLIC_URL }, { addIssue }) => {
    if (SMTP_URL === undefined) return
    const needs = (name: string) =>
      addIssue({ code: 'custom', path: [name], message: 'letters that SMTP_URL sends need it' })
    if (MAIL_FROM === undefined) needs('MAIL_FROM')
    if (PUBLIC_URL === undefined) needs('PUBLIC_URL')
  })
  .transform(
    ({
      PORT,
      HOST,
      DATA_DIR,
      PUBLIC_URL,
      LOG_LEVEL,
      METRICS_TOKEN,
      SESSIONS_PER_HOUR,
      SMTP_URL,
      MAIL_FROM,
    }) => ({
      port: PORT,
      host: HOST,
      dataDir: DATA_DIR,
      /** Where people reach us: scheme, host and port, without a slash at the end. Null: whatever address they come by. */
      publicUrl: PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL).origin,
      logLevel: LOG_LEVEL,
      /** Shown by who asks for /metrics; null: nobody gets them. */
      metricsToken: METRICS_TOKEN ?? null,
      /** How many sessions may be begun here in an hour, by all together; from one address half of that. */
      sessionsPerHour: SESSIONS_PER_HOUR,
      /** The mail server that letters to signatories go by, and whom they come from; null: links are handed out. */
      smtp: SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM } : null,
    }),
  )

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
  throw new WrongSetting(
    `${name} has the value "${environment[name]}", which can't be used: ${issue?.message}.`,
  )
}
