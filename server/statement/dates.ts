import type { Language } from '#lib/domain/session.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>
/** Networks meet in the Netherlands, whatever clock the server keeps. */
const ZONE = 'Europe/Amsterdam'

const formatted = (at: Date, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], options).format(at)

const long = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** The days of a kick-off (YYYY-MM-DD): "24 november 2026", "10 en 24 maart 2026", "30 maart 2026 en 2 april 2026". */
export function writtenDates(dates: readonly string[], language: Language): string {
  const days = dates.map(date => new Date(`${date}T00:00:00Z`))
  const list = new Intl.ListFormat(locales[language], { type: 'conjunction' })
  const months = new Set(dates.map(date => date.slice(0, 7)))
  const last = days.at(-1)
  if (!last) return ''
  if (months.size > 1)
    return list.format(days.map(day => formatted(day, language, { ...long, timeZone: 'UTC' })))
  const month = formatted(last, language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return `${list.format(days.map(day => String(day.getUTCDate())))} ${month}`
}

/** The day of an instant (ms since 1970): "24 november 2026". */
export const writtenDay = (at: number, language: Language): string =>
  formatted(new Date(at), language, { ...long, timeZone: ZONE })

/** The time of an instant (ms since 1970): "14.30 uur", in English "14:30". */
export function writtenTime(at: number, language: Language): string {
  const clock = formatted(new Date(at), 'en', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: ZONE,
  })
  return language === 'nl' ? `${clock.replace(':', '.')} uur` : clock
}
