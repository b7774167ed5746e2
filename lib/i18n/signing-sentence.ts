import type { Language } from '#lib/domain/session.ts'
import type { CurrentDeclaration, Mandate } from '#lib/domain/signature.ts'

/** Days are written here and not by the device: what is signed reads the same wherever it is made again. */
const months = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** A calendar date (YYYY-MM-DD): "3 maart 2026", "3 March 2026". */
export function writtenDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${months[language][Number(month) - 1]} ${year}`
}

const grounds: Record<Language, { own: string; mandate: string; board: string; of: string }> = {
  nl: { own: 'mijn functie', mandate: 'het mandaatbesluit', board: 'het bestuursbesluit', of: 'van' },
  en: { own: 'my position', mandate: 'the mandate', board: 'the board’s decision', of: 'of' },
}

/** "het mandaatbesluit van 3 maart 2026 (kenmerk 2026-14)". */
export function writtenMandate(mandate: Mandate, language: Language): string {
  const t = grounds[language]
  if (mandate.kind === 'own') return t.own
  const reference = mandate.reference === '' ? '' : ` (${mandate.reference})`
  return `${t[mandate.kind]} ${t.of} ${writtenDate(mandate.date, language)}${reference}`
}

/** `partner` and `network` are names; `reservedBy` the names of partners whose reservations the text holds. */
type Names = { partner: string; network: string; reservedBy: readonly string[] }
/** `together`: how many sign for the partner; absent: one does. */
type Told = Pick<CurrentDeclaration, 'name' | 'function' | 'version'> & { together?: number } & Names
type Decided = { decision: 'signs'; mandate: Mandate } | { decision: 'declines' } | { decision: 'withdraws' }

/** How long the names of who made reservations may be together, so that a sentence stays one; of more the number is told. */
const NAMES_MAX = 400

/** "A, B en nog 3 partners". */
function listed(names: readonly string[], and: string, more: (n: number) => string): string {
  const shown = names.filter((_, at) => names.slice(0, at + 1).join(', ').length <= NAMES_MAX)
  const left = names.length - shown.length
  const all = left > 0 ? [...shown, more(left)] : shown
  return [all.slice(0, -1).join(', '), all.at(-1)].filter(part => part !== '').join(` ${and} `)
}

/** What somebody reads over the button and signs, in the language of their page. */
export function signingSentence(language: Language, told: Told & Decided): string {
  return language === 'nl' ? inDutch(told) : inEnglish(told)
}

function inDutch(told: Told & Decided): string {
  const who = `Ik, ${told.name}, ${told.function},`
  const others = (told.together ?? 1) - 1
  const what = `de gezamenlijke verklaring van ${told.network} (versie ${told.version})`
  if (told.decision === 'declines')
    return `${who} laat namens ${told.partner} weten ${what} niet te ondertekenen.`
  if (told.decision === 'withdraws')
    return others === 0
      ? `${who} trek namens ${told.partner} terug wat eerder namens ${told.partner} over ${what} is verklaard.`
      : `${who} trek als een van de ${others + 1} ondertekenaars van ${told.partner} terug wat eerder op deze plaats over ${what} is verklaard.`
  const ground = writtenMandate(told.mandate, 'nl')
  const names = listed(told.reservedBy, 'en', n => `nog ${n} ${n === 1 ? 'partner' : 'partners'}`)
  const reserved = names === '' ? '' : `, met de kanttekeningen van ${names} die erin staan`
  const withOthers = others === 0 ? '' : `samen met ${others} andere ondertekenaar${others === 1 ? '' : 's'} `
  return `${who} onderteken namens ${told.partner} ${what}${reserved}. Ik heb de tekst gelezen en mag ${withOthers}namens ${told.partner} tekenen op grond van ${ground}.`
}

function inEnglish(told: Told & Decided): string {
  const who = `I, ${told.name}, ${told.function},`
  const others = (told.together ?? 1) - 1
  const what = `the joint statement of ${told.network} (version ${told.version})`
  if (told.decision === 'declines') return `${who} declare on behalf of ${told.partner} not to sign ${what}.`
  if (told.decision === 'withdraws')
    return others === 0
      ? `${who} withdraw on behalf of ${told.partner} what was declared on behalf of ${told.partner} before about ${what}.`
      : `${who} withdraw, as one of the ${others + 1} signatories of ${told.partner}, what was declared at this place before about ${what}.`
  const ground = writtenMandate(told.mandate, 'en')
  const names = listed(told.reservedBy, 'and', n => `${n} more ${n === 1 ? 'partner' : 'partners'}`)
  const reserved = names === '' ? '' : `, with the reservations of ${names} that are in it`
  const withOthers =
    others === 0 ? '' : ` together with ${others} other signator${others === 1 ? 'y' : 'ies'}`
  return `${who} sign ${what}${reserved} on behalf of ${told.partner}. I have read the text and may sign for ${told.partner}${withOthers} by ${ground}.`
}

/** Whether a declaration holds the sentence that belongs to it, in one of our languages. */
export function hasItsSentence(declaration: CurrentDeclaration, names: Names): boolean {
  return (['nl', 'en'] as const).some(
    language => signingSentence(language, { ...declaration, ...names }) === declaration.sentence,
  )
}
