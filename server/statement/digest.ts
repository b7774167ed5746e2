import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Meeting } from '#lib/domain/meeting.ts'
import type { Note } from '#lib/domain/note.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Session } from '#lib/domain/session.ts'
import type { BoardContent } from '#lib/domain/snapshot.ts'
import { digestMessages } from '#lib/i18n/digest.ts'
import { writtenMeeting } from '#lib/i18n/meeting.ts'
import { writtenDates, writtenDay, writtenTime } from './dates.ts'
import { hues } from './hues.ts'
import { plainWords } from './plain-words.ts'

/** What a digest is made of: who is in the session, and its board as it stands at `at` (ms). */
export type Harvest = {
  session: Pick<Session, 'network' | 'title' | 'dates' | 'language'>
  partners: readonly Partner[]
  people: readonly Pick<Participant, 'id' | 'name'>[]
  board: Pick<BoardContent, 'notes' | 'lines'>
  /** When the network meets again, null where that is not agreed. */
  meeting: Meeting | null
  at: number
}

type Said = { text: string; by: string }
/** Notes under a heading of their own; none for those that need none. */
type Group = { title: string; about: string; notes: Said[] }
type Part = { name: string; aside: string; groups: Group[] }
/** What lies on the board in the words of the session's language, as it is set and mailed. */
export type Digest = {
  language: Session['language']
  title: string
  network: string
  subtitle: string
  dates: string
  standing: string
  counts: string[]
  /** Empty where nothing is agreed. */
  meeting: string
  bouwstenen: (Part & { bouwsteen: Bouwsteen })[]
  partners: Part[]
}

/**
 * The harvest by bouwsteen (by line within it, then what lies in none) and by partner (by bouwsteen within it). Partners stand in the
 * session's own order, never by how much they brought; what has no name is told of by bouwsteen alone.
 */
export function digestOf({ session, partners, people, board, meeting, at }: Harvest): Digest {
  const { language, network, title, dates } = session
  const t = digestMessages[language]
  const notes = board.notes
    .filter(({ text }) => text.trim() !== '')
    .sort((one, other) => one.order - other.order)
  const names = new Map([...partners, ...people].map(({ id, name }) => [id, name]))
  const said = ({ text, partner, author }: Note): Said => ({
    text: text.trim(),
    by: names.get(partner ?? author ?? '') ?? '',
  })
  const brought = new Set(notes.flatMap(({ partner }) => partner ?? []))
  const known = new Set(notes.flatMap(({ author }) => author ?? []))
  const told = new Set<string>()
  const nameless = notes.filter(({ author }) => author === null).length
  const self = notes.filter(({ author, partner }) => author !== null && partner === null)
  return {
    language,
    title: t.documentTitle(network),
    network,
    subtitle: title === network ? '' : title,
    dates: writtenDates(dates, language),
    standing: t.standing(writtenDay(at, language), writtenTime(at, language)),
    counts: [
      t.counts(notes.length, known.size, brought.size, partners.length),
      ...(nameless > 0 ? [t.nameless(nameless)] : []),
    ],
    meeting: meeting ? t.meeting(writtenMeeting(meeting, language)) : '',
    bouwstenen: bouwstenen.map(bouwsteen => {
      const here = notes.filter(note => note.bouwsteen === bouwsteen)
      const groups = byLine(here, board.lines, told, t.otherwise).map(each => ({
        ...each,
        notes: each.notes.map(said),
      }))
      return {
        bouwsteen,
        name: bouwsteenContent[bouwsteen].name[language],
        aside: t.notes(here.length),
        groups,
      }
    }),
    partners: [
      ...partners.map(({ id, name, kind }) => ({
        name,
        aside: kind,
        groups: byBouwsteen(
          notes.filter(({ partner }) => partner === id),
          language,
        ),
      })),
      ...(self.length > 0 ? [{ name: t.self, aside: '', groups: byBouwsteen(self, language) }] : []),
    ],
  }
}

type Lain = Omit<Group, 'notes'> & { notes: Note[] }

/** `told`: the lines of which it was said before what they are about; those of `notes` are added. */
function byLine(
  notes: readonly Note[],
  lines: readonly Line[],
  told: Set<string>,
  otherwise: string,
): Lain[] {
  const ordered = [...lines].sort((one, other) => one.order - other.order)
  const titled = ordered.flatMap(({ id, title, about }): Lain[] => {
    const within = notes.filter(({ line }) => line === id)
    if (within.length === 0) return []
    const first = !told.has(id)
    told.add(id)
    return [{ title, about: first ? about : '', notes: within }]
  })
  const loose = notes.filter(({ line }) => line === null)
  if (loose.length === 0) return titled
  return [...titled, { title: titled.length > 0 ? otherwise : '', about: '', notes: loose }]
}

function byBouwsteen(notes: readonly Note[], language: Session['language']): Group[] {
  return bouwstenen.flatMap((bouwsteen): Group[] => {
    const within = notes.filter(note => note.bouwsteen === bouwsteen)
    const title = bouwsteenContent[bouwsteen].name[language]
    // Whose it is stands above it already.
    return within.length > 0
      ? [{ title, about: '', notes: within.map(({ text }) => ({ text: text.trim(), by: '' })) }]
      : []
  })
}

/** The digest as the text of a mail: its first line is the subject. Plain, so that every mail program keeps it. */
export function digestText(digest: Digest): string {
  const t = digestMessages[digest.language]
  const part = (each: Part, none: string) => [
    '',
    each.aside === '' ? each.name : `${each.name} (${each.aside})`,
    ...(each.groups.length > 0 ? each.groups.flatMap(groupText) : [`  ${none}`]),
  ]
  return [
    t.subject(digest.network),
    '',
    digest.standing,
    ...digest.counts,
    ...(digest.meeting === '' ? [] : ['', digest.meeting]),
    '',
    t.perBouwsteen.toLocaleUpperCase(),
    ...digest.bouwstenen.flatMap(each => part(each, t.nothing)),
    '',
    t.perPartner.toLocaleUpperCase(),
    ...digest.partners.flatMap(each => part(each, t.nobody)),
    '',
  ].join('\n')
}

function groupText({ title, about, notes }: Group): string[] {
  const head = title === '' ? [] : [`  ${about.trim() === '' ? title : `${title}: ${about.trim()}`}`]
  return [
    ...head,
    ...notes.map(({ text, by }) => `  - ${text.replaceAll(/\s+/g, ' ')}${by === '' ? '' : ` (${by})`}`),
  ]
}

/** What `digest.typ` reads: the digest with its words and the accents of the bouwstenen. */
export const printedDigest = (digest: Digest) => ({
  ...digest,
  words: plainWords(digestMessages[digest.language]),
  bouwstenen: digest.bouwstenen.map(each => ({ ...each, colour: hues[each.bouwsteen].accent })),
})
