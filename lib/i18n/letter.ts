import type { Language } from '#lib/domain/session.ts'
import type { LetterKind } from '#lib/domain/signatory.ts'
import { writtenDate } from './signing-sentence.ts'

/** What a letter tells: `name` of who signs is empty where it isn't known, `signBy` (YYYY-MM-DD) null where no day was set. */
export type LetterFacts = {
  kind: LetterKind
  network: string
  partner: string
  name: string
  link: string
  signBy: string | null
}

/** The letter with a personal link: mailed as it is, or copied into a mail of the facilitator's own. */
export function letter(language: Language, facts: LetterFacts): { subject: string; text: string } {
  return language === 'nl' ? inDutch(facts) : inEnglish(facts)
}

function inDutch({ kind, network, partner, name, link, signBy }: LetterFacts): {
  subject: string
  text: string
} {
  const asked = kind === 'invitation' ? 'Onderteken' : 'Herinnering: onderteken'
  return {
    subject: `${asked} de gezamenlijke verklaring van ${network}`,
    text: [
      name === '' ? 'Dag,' : `Dag ${name},`,
      kind === 'invitation'
        ? `De gezamenlijke verklaring van ${network} ligt vast. Wil je haar lezen en ondertekenen namens ${partner}?`
        : `De gezamenlijke verklaring van ${network} wacht nog op ${partner}. Wil je haar lezen en ondertekenen?`,
      `Dit is je persoonlijke link. Geef hem niet door: wie hem heeft, kan namens ${partner} tekenen.\n${link}`,
      ...(signBy === null ? [] : [`Doe het graag uiterlijk ${writtenDate(signBy, 'nl')}.`]),
      'Teken je niet? Laat het dan via dezelfde link weten, met de reden.',
    ].join('\n\n'),
  }
}

function inEnglish({ kind, network, partner, name, link, signBy }: LetterFacts): {
  subject: string
  text: string
} {
  const asked = kind === 'invitation' ? 'Please sign' : 'Reminder: please sign'
  return {
    subject: `${asked} the joint statement of ${network}`,
    text: [
      name === '' ? 'Hello,' : `Hello ${name},`,
      kind === 'invitation'
        ? `The joint statement of ${network} is fixed. Will you read it and sign it on behalf of ${partner}?`
        : `The joint statement of ${network} still waits for ${partner}. Will you read it and sign it?`,
      `This is your personal link. Do not pass it on: whoever has it can sign on behalf of ${partner}.\n${link}`,
      ...(signBy === null ? [] : [`Please do so by ${writtenDate(signBy, 'en')}.`]),
      'If you do not sign, please say so by the same link, with the reason.',
    ].join('\n\n'),
  }
}
