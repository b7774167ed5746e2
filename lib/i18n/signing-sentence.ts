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

type Told = Pick<CurrentDeclaration, 'name' | 'function' | 'version'> & { partner: string; network: string }
type Decided = { decision: 'signs'; mandate: Mandate } | { decision: 'declines' } | { decision: 'withdraws' }

/** What somebody reads over the button and signs, in the language of their page. `partner` and `network` are names. */
export function signingSentence(language: Language, told: Told & Decided): string {
  return language === 'nl' ? inDutch(told) : inEnglish(told)
}

function inDutch(told: Told & Decided): string {
  const who = `Ik, ${told.name}, ${told.function},`
  const what = `de gezamenlijke verklaring van ${told.network} (versie ${told.version})`
  if (told.decision === 'declines')
    return `${who} laat namens ${told.partner} weten ${what} niet te ondertekenen.`
  if (told.decision === 'withdraws')
    return `${who} trek namens ${told.partner} terug wat eerder namens ${told.partner} over ${what} is verklaard.`
  const ground = writtenMandate(told.mandate, 'nl')
  return `${who} onderteken namens ${told.partner} ${what}. Ik heb de tekst gelezen en mag namens ${told.partner} tekenen op grond van ${ground}.`
}

function inEnglish(told: Told & Decided): string {
  const who = `I, ${told.name}, ${told.function},`
  const what = `the joint statement of ${told.network} (version ${told.version})`
  if (told.decision === 'declines') return `${who} declare on behalf of ${told.partner} not to sign ${what}.`
  if (told.decision === 'withdraws')
    return `${who} withdraw on behalf of ${told.partner} what was declared on behalf of ${told.partner} before about ${what}.`
  const ground = writtenMandate(told.mandate, 'en')
  return `${who} sign ${what} on behalf of ${told.partner}. I have read the text and may sign for ${told.partner} by ${ground}.`
}

/** Whether a declaration holds the sentence that belongs to it, in one of our languages. */
export function hasItsSentence(
  declaration: CurrentDeclaration,
  names: { partner: string; network: string },
): boolean {
  return (['nl', 'en'] as const).some(
    language => signingSentence(language, { ...declaration, ...names }) === declaration.sentence,
  )
}
