import { readFileSync } from 'node:fs'
import type { Language } from '#lib/domain/session.ts'
import { offlineMessages } from '#lib/i18n/offline.ts'
import { plainWords } from '../plain-words.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** A page of one file that checks the JSON of a statement without a network. */
export function offlinePage(language: Language): string {
  const texts = { [language]: plainWords(offlineMessages[language]) }
  // Within a script no tag may open, whatever a text says.
  const data = JSON.stringify(texts).replaceAll('<', '\\u003c')
  return read('check.html')
    .replace('<html lang="nl">', `<html lang="${language}">`)
    .replace('id="texts"></script>', () => `id="texts">${data}</script>`)
    .replace('<script id="check"></script>', () => `<script>\n${read('check.js')}</script>`)
}
