import { createTransport } from 'nodemailer'
import { Bucket } from '../bucket.ts'

export type Mail = { to: { name: string; address: string }; subject: string; text: string }
/** Hands a mail to the operator's mail server. Rejects when that doesn't take it. */
export type Mailer = (mail: Mail) => Promise<void>

/** Longest that the mail server may take to answer, in ms. */
const PATIENCE = 20_000

/** Letters at once, and an hour: anybody may begin a session here, and nobody may make a mail cannon of it. */
const BURST = 300
const AN_HOUR = 300

/** Mails by SMTP: `url` as smtp://user:password@host:587 or smtps://…, `from` as people see it. */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const patience = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE }
  // A letter's words are text and nothing else: they fetch no file and no address.
  const closed = { disableFileAccess: true, disableUrlAccess: true }
  const transport = createTransport({ ...serverOf(new URL(url)), ...patience, ...closed })
  const bucket = new Bucket(BURST, AN_HOUR / 3600, performance.now())
  return async ({ to, subject, text }) => {
    if (!bucket.take(1, performance.now())) throw new Error('more letters than this installation sends')
    await transport.sendMail({ from, to, subject, text })
  }
}

/** The server that a URL names. A password goes over an encrypted line alone. */
function serverOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:'
  const server = { host: hostname, port: Number(port) || (secure ? 465 : 587), secure }
  if (username === '') return server
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return { ...server, auth, requireTLS: !secure }
}
