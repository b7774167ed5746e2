import { unmarked } from './rehearsal.ts'

/**
 * What a text is about, as words that can be laid beside those of another text: without the small ones, and without endings,
 * so that "woningen", "woning" and "wonen" meet. Dutch and English, since a network may write in both.
 */

/** Words that say nothing of what a note is about. */
const small = new Set(
  `
  aan acht achter af al alle alleen allemaal alles als altijd ander andere anders beetje begin beginnen begint ben bent beter bij binnen blijf blijft
  blijven boven buiten daar daarbij daardoor daarin daarmee daarna daarom daarop daarvan dag dagen dan dat de deden deed denk
  denken deze dezelfde die dingen dit doe doen doet door doordat drie dus echt een eens eerst eerste eigen elk elkaar elke en enkele er
  eraan erbij ergens erin erop eruit ervan ervoor even ga gaan gaat gebeuren gebeurt geeft geen gegeven gelijk genoeg geven
  geweest gewoon ging goed goede graag groot grote had hadden half halve heb hebben hebt heeft heel hele hem hen het hetzelfde hier
  hierbij hiervan hij hoe hoeveel hoort horen hun iedere iedereen iemand iets ik in is ja jaar jaren je jij jou jouw juist
  jullie kan keer kiezen klein kleine komen komt kon konden krijg krijgen krijgt kun kunnen kunt laat lang langer langs laten
  later leg leggen ligt lijken lijkt maak maakt maand maanden maar mag maken me mee meer meest men met mij mijn minder
  misschien moest moet moeten mogen na naar naast nee negen nergens net niemand niet niets nieuw nieuwe niks nodig nog nogal nooit
  nou nu nul of om omdat ons onze ook op open over per plek recht samen sinds snel soms staan staat steeds te tegen terug tien
  tijdens toch toe toen tot tussen twee tweede uit uren uur vaak van vanaf vanuit veel ver verder via vier vijf vinden vindt
  vol volgens voor vooral voordat vraag vragen waar waarbij waardoor waarin waarmee waarom waarop waarvan wanneer want waren
  was wat we week weer weet weg weinig weken wel welk welke werd weten wie wij wil willen word worden wordt zal ze zeg zeggen
  zegt zei zelf zelfde zelfs zes zeven zich zie zien ziet zij zijn zit zitten zo zoals zoek zoeken zoekt zonder zou zouden zulke
  about above after again all also always am an and any are around as at back be because been before being below better between
  both but by can come comes could day days did do does doing done down during each eight else enough even ever every everybody
  everyone few find finds first five for four from get gets give given gives go goes going good got had half has have having he
  her here hers him his hour hours how if in into is it its just keep know knows less let like look lot made make makes many
  may me might month months more most much must my need needs never new nine no nobody nor not nothing now of off often on once
  one only open or other others our ours out over own people per put really right said same say says second see seven she
  should six so some somebody someone something soon still such take takes ten than that the their theirs them then there these
  they thing things think this those three through to together too two under until up us use very want wants was we week weeks
  well were what when where which while who whom whose why will with without would year years yet you your yours
`
    .trim()
    .split(/\s+/),
)

/** Shortest word that tells anything, in letters. */
const LETTERS_MIN = 3
/** Shortest that may be left of a word whose ending is taken off, in letters. */
const STEM_MIN = 3

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase()

/** Plural, diminutive, and what makes a thing of a verb; the first that fits comes off. */
const endings = ['ingen', 'heden', 'ing', 'en', 'je', 'e']
const without = (word: string, ending: string): string =>
  word.endsWith(ending) && word.length - ending.length >= STEM_MIN
    ? word.slice(0, word.length - ending.length)
    : word

/**
 * What is left of a word when its endings are off and it is spelled as a shorter one would be: "woningen", "woont" and "wonen"
 * all give "won". No word that one could show: it only tells which words are of one kind.
 */
export function stemOf(word: string): string {
  const one = without(plain(word), "'s").replace(/(?<=.{2}(?:[^aeiouys]|ie|je|se|xe|he))s$/, '')
  const bare = without(one, endings.find(ending => without(one, ending) !== one) ?? '')
  return bare
    .replace(/z$/, 's')
    .replace(/v$/, 'f')
    .replace(/(?<=.{2}[^aeiouys])[st]$/, '')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/(aa|ee|oo|uu)(?=[^aeiou]+$)/, double => double.slice(1))
}

/** The words of a text that say what it is about, by their stem; of words with one stem the first as it is written, in small letters. */
export function tellingWords(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const word of unmarked(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []) {
    if (word.length < LETTERS_MIN || small.has(plain(word))) continue
    const stem = stemOf(word)
    if (stem.length >= LETTERS_MIN - 1 && !found.has(stem)) found.set(stem, word)
  }
  return found
}
