import type { Meeting } from '#lib/domain/meeting.ts'
import type { Language } from '#lib/domain/session.ts'
import { catalogue } from './messages.ts'

/** When and where the network meets again. */
export const meetingMessages = catalogue(
  {
    title: 'De volgende bijeenkomst',
    none: 'Er is nog geen datum afgesproken.',
    hint: 'Spreek hier af wanneer jullie elkaar weer zien. Iedereen leest het op het eigen scherm, in de zaal, in de oogst en in het dossier.',
    date: 'Datum',
    dateMissing: 'Kies een datum.',
    dateOver: 'Deze dag is al voorbij. Kies een dag vanaf vandaag.',
    time: 'Tijd',
    place: 'Plaats',
    placeHint: 'Een adres, of een link naar een gesprek op afstand. Mag nog leeg blijven.',
    set: 'Spreek deze datum af',
    change: 'Pas de afspraak aan',
    drop: 'Haal de afspraak weg',
  },
  {
    title: 'The next meeting',
    none: 'No date has been agreed yet.',
    hint: 'Agree here when you meet again. Everybody reads it on their own screen, in the hall, in the harvest and in the dossier.',
    date: 'Date',
    dateMissing: 'Choose a date.',
    dateOver: 'This day is over. Choose a day from today on.',
    time: 'Time',
    place: 'Place',
    placeHint: 'An address, or a link to a call. May stay empty for now.',
    set: 'Agree on this date',
    change: 'Change what is agreed',
    drop: 'Take it away',
  },
)

const locales = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>

/** "donderdag 14 januari 2027, 14.00 uur"; in English "Thursday 14 January 2027, 14:00". */
export function writtenMeetingTime({ date, time }: Meeting, language: Language): string {
  const day = new Intl.DateTimeFormat(locales[language], {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'UTC',
  }).format(Date.parse(date))
  if (time === null) return day
  return `${day}, ${language === 'nl' ? `${time.replace(':', '.')} uur` : time}`
}

/** The same in one line, with the place where that is known. */
export const writtenMeeting = (meeting: Meeting, language: Language): string =>
  [writtenMeetingTime(meeting, language), meeting.place].filter(each => each !== '').join(', ')
