/**
 * Shows, corrects or removes what is kept of a person, for who asks the operator: `npm run person -- show|correct|remove --session=<id or code>
 * --name=<name>` (or `--id=<id>` where more have that name), with `--to=<new name>` to correct. A server may be running on the same data. Exit
 * code 1, with a sentence, when it could not be done.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { documentKey } from '#lib/documents/names.ts'
import { legibleLine } from '#lib/domain/legible-line.ts'
import { PARTICIPANT_NAME_MAX, type Participant } from '#lib/domain/participant.ts'
import { ownDataMessages } from '#lib/i18n/own-data.ts'
import { type OwnData, ownKinds } from '#lib/protocol/own-data.ts'
import { readConfig } from '#server/config.ts'
import { auditHash } from '#server/session/audit.ts'
import { forget } from '#server/session/forgetting.ts'
import { readCode } from '#server/session/identity.ts'
import { gatherOwn, ownData } from '#server/session/own-data.ts'
import { openStore } from '#server/store/open-store.ts'
import { BackupRefused, DATABASE } from '#server/store/sqlite-backup.ts'
import type { SessionRecord, SessionTransaction, Store } from '#server/store/store.ts'
import { contents } from '#server/sync/contents.ts'
import { asAsked } from './told.ts'

type Found = { tx: SessionTransaction; session: SessionRecord; person: Participant }

/** What is kept in somebody's name, line by line. */
function inLines({ name, partner, entries, secret, deeds, lastDay }: OwnData, language: 'nl' | 'en'): string {
  const t = ownDataMessages[language]
  const of = (kind: (typeof ownKinds)[number]) => entries.filter(each => each.kind === kind)
  return [
    `${t.name}: ${name}`,
    partner === null ? t.forSelf : t.partner(partner),
    ...ownKinds.flatMap(kind => {
      const own = of(kind).map(({ text, more }) => `  - ${text}${more ? ` (${more})` : ''}`)
      return own.length > 0 ? [`${t[kind]}:`, ...own] : []
    }),
    t.secret(secret.votes, secret.answers),
    t.deeds(deeds),
    t.intro(lastDay),
  ].join('\n')
}

/** Runs `work` with the one person who is meant. */
async function withPerson<T>(
  store: Store,
  asked: { session: string; name: string | undefined; id: string | undefined },
  work: (found: Found) => Promise<T>,
): Promise<T> {
  const id = (await store.sessionIdByCode(readCode(asked.session))) ?? asked.session
  return store.transaction(id, async tx => {
    const session = await tx.session()
    if (!session) throw new BackupRefused(`There is no session ${asked.session}.`)
    const people = await tx.participants()
    const meant = people.filter(person => (asked.id ? person.id === asked.id : person.name === asked.name))
    const [person, another] = meant
    if (!person) throw new BackupRefused(`Nobody of that name or id is in session ${asked.session}.`)
    if (another)
      throw new BackupRefused(
        `More than one has that name: ${meant.map(each => each.id).join(', ')}. Say which with --id=….`,
      )
    return work({ tx, session, person })
  })
}

/** Notes in the trail that who runs this did it, for whom. */
const noted = ({ tx, person }: Found, type: 'correctName' | 'forgetMe') =>
  tx.appendAudit({ at: Date.now(), actor: person.id, type, detail: { byOperator: true } }, auditHash)

async function remove(found: Found): Promise<void> {
  const { tx, session, person } = found
  if (person.id === session.lead)
    throw new BackupRefused(
      'That is who leads the session by its link: have another make a link and lead first.',
    )
  const desk = session.desks && documentKey(`desk/${session.desks.round}`, person.id)
  if (desk && (await tx.desks()).includes(desk))
    throw new BackupRefused('They have a desk of their own in use: have the desks revealed first.')
  await forget(tx, session, person)
  await noted(found, 'forgetMe')
}

const usage =
  'npm run person -- show|correct|remove --session=<id or code> --name=<name> [--id=<id>] [--to=<new name>]'
await asAsked(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      session: { type: 'string' },
      name: { type: 'string' },
      id: { type: 'string' },
      to: { type: 'string' },
    },
  })
  const [what] = positionals
  const { session, name, id } = values
  const known = what === 'show' || what === 'remove' || (what === 'correct' && values.to !== undefined)
  if (!known || session === undefined || (name ?? id) === undefined) return null
  const to = legibleLine(PARTICIPANT_NAME_MAX).safeParse(values.to ?? '-')
  if (!to.success) throw new BackupRefused(`--to takes a name of at most ${PARTICIPANT_NAME_MAX} characters.`)
  const config = readConfig()
  const file = join(config.dataDir, DATABASE)
  if (config.databaseUrl === null && !existsSync(file))
    throw new BackupRefused(`There is no installation: ${file} is not there.`)
  const store = await openStore(config)
  try {
    const asked = { session, name, id }
    if (what === 'show') {
      const { gathered, language } = await withPerson(store, asked, async found => ({
        gathered: await gatherOwn(found.tx, found.session, found.person, config.keptDays),
        language: found.session.language,
      }))
      return inLines(ownData(gathered, contents), language)
    }
    await withPerson(store, asked, async found => {
      if (what === 'remove') return remove(found)
      await found.tx.updateParticipant(found.person.id, { name: to.data })
      await noted(found, 'correctName')
    })
    await store.scrub()
    const done = what === 'remove' ? 'Removed: a pseudonym stands at what stays' : 'Corrected'
    return `${done}. Pages that are open show it from the next change on. Backups hold it until they are thrown away.`
  } finally {
    await store.close()
  }
})
