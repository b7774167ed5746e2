import { type ToldEvent, toldEvents } from '#lib/domain/trail.ts'
import { documentMessages } from '#lib/i18n/document.ts'
import { deeds } from '#lib/i18n/trail.ts'
import { writtenDay, writtenTime } from './dates.ts'
import type { Dossier } from './dossier.ts'

export type PrintedTrail = {
  note: string
  events: { place: string; day: string; time: string; what: string; who: string; hash: string }[]
}

/** The events by which a statement came about, in words, with their moments and hashes. */
export function printedTrail({ statement, people, trail }: Dossier): PrintedTrail {
  const { language } = statement
  const t = documentMessages[language]
  const names = new Map([...people, ...statement.partners].map(({ id, name }) => [id, name]))
  const said: Record<string, string | undefined> = deeds[language]
  const what = ({ type, detail }: ToldEvent): string =>
    said[type === 'sign' ? `sign:${detail.decision}` : type] ?? type
  const told = toldEvents(trail)
  return {
    note: t.trailNote(trail.length - told.length),
    events: told.map(event => ({
      place: String(event.sequence),
      day: writtenDay(event.at, language),
      time: writtenTime(event.at, language),
      what: what(event),
      who: names.get(event.actor) ?? '',
      hash: event.hash,
    })),
  }
}
