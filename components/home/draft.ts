import type { Template } from '#components/templates/kept-templates.ts'
import type { Mistakes } from '#components/ui/mistakes.ts'
import type { NewSession } from '#lib/domain/session.ts'

export type PartnerRow = { key: string; name: string; kind: string }
/** The form as it is typed. Dates as YYYY-MM-DD or empty. `programme` null: that of the method. */
export type Draft = {
  network: string
  title: string
  dates: string[]
  programme: Template | null
  partners: PartnerRow[]
}
/** What is wrong with a field, by the path that the API names too: `network`, `dates.1`, `partners.0.name`. */
export type Mistake = 'required' | 'dateMissing' | 'dateTwice' | 'nameMissing' | 'nameTwice' | 'wrong'

/** Under which a form that is not sent yet is kept in its tab. */
export const NEW_SESSION_DRAFT = 'mozaiek-new-session'
/** The API takes no more; said here as well, because its schema's library is too heavy for this page. */
export const DATES_MAX = 4
export const PARTNERS_MAX = 60

/** An empty row; its key lasts as long as the row and holds the focus when others go. */
export const newRow = (name = '', kind = ''): PartnerRow => ({
  key: Math.random().toString(36).slice(2),
  name,
  kind,
})

/** The day that many days from now, where the person is. Swedish writes dates as the field wants them. */
export function dayFromNow(days: number): string {
  const date = new Date()
  date.setDate(date.getDate() + days)
  return date.toLocaleDateString('sv')
}

export const freshDraft = (): Draft => ({
  network: '',
  title: '',
  dates: [dayFromNow(0), dayFromNow(1)],
  programme: null,
  partners: [newRow(), newRow(), newRow()],
})

/** Several lines of a list or spreadsheet as rows: name, and kind behind a tab or semicolon. */
export function rowsOf(pasted: string): PartnerRow[] {
  return pasted
    .split(/\r?\n/)
    .map(line => line.replace(/^\s*[-•*]\s+/, '').split(/\t|;/))
    .map(([name = '', kind = '']) => newRow(name.trim(), kind.trim()))
    .filter(row => row.name !== '')
}

const filled = (row: PartnerRow) => row.name.trim() !== '' || row.kind.trim() !== ''

/** What is missing or stands twice. Lengths are judged by the server. */
export function mistakesIn({ network, title, dates, partners }: Draft): Mistakes<Mistake> {
  const found: Record<string, Mistake> = {}
  if (!network.trim()) found.network = 'required'
  if (!title.trim()) found.title = 'required'
  dates.forEach((date, at) => {
    if (!date) found[`dates.${at}`] = 'dateMissing'
    else if (dates.indexOf(date) < at) found[`dates.${at}`] = 'dateTwice'
  })
  const names = partners.map(row => row.name.trim().toLowerCase())
  partners.forEach((row, at) => {
    if (!names[at] && filled(row)) found[`partners.${at}.name`] = 'nameMissing'
    else if (names[at] && names.indexOf(names[at]) < at) found[`partners.${at}.name`] = 'nameTwice'
  })
  return found
}

/** What is sent: days in order, empty rows left out. */
export function requestOf(draft: Draft, language: NewSession['language']): NewSession {
  return {
    network: draft.network.trim(),
    title: draft.title.trim(),
    dates: draft.dates.toSorted(),
    language,
    ...(draft.programme && { steps: draft.programme.steps }),
    partners: draft.partners
      .filter(filled)
      .map(({ name, kind }) => ({ name: name.trim(), kind: kind.trim() })),
  }
}

/** The field that the server found wrong, from its sentence `partners.3.name: …`, by its place on the page; null when it names none. */
export function fieldNamed(detail: string | undefined, draft: Draft): string | null {
  const path = /^([a-z.\d]+):/.exec(detail ?? '')?.[1]
  if (!path) return null
  const [list, place, ...rest] = path.split('.')
  if (list === 'network' || list === 'title') return path
  if (place === undefined) return null
  const at = Number(place)
  if (list === 'dates') return `dates.${draft.dates.indexOf(draft.dates.toSorted()[at] ?? '')}`
  const sent = draft.partners.filter(filled)[at]
  return list === 'partners' && sent ? ['partners', draft.partners.indexOf(sent), ...rest].join('.') : null
}
