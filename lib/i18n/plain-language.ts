import { catalogue } from './messages.ts'

/** Help with writing plainly: words that hide meaning, and long sentences. */
export const plainLanguageMessages = catalogue(
  {
    title: 'Gewone taal',
    words: (n: number) =>
      n === 0
        ? 'Geen woorden die verhullen.'
        : `${n} ${n === 1 ? 'woord verhult' : 'woorden verhullen'} wat je bedoelt.`,
    wordsLead: 'Ze zijn onderstreept in de tekst. Jij beslist of je ze verandert.',
    toWord: (word: string) => `Naar “${word}” in de tekst`,
    sentences: (average: string, long: number) =>
      `Zinnen tellen gemiddeld ${average} woorden${long === 0 ? '.' : `; ${long} ${long === 1 ? 'is' : 'zijn'} langer dan 20.`}`,
    measure:
      'Maat: woorden per zin. Een tekst leest makkelijk (B1) met gemiddeld hoogstens 15, en geen zin boven 20.',
    toSentence: (words: number, start: string) => `${words} woorden: “${start}…”`,
    off: 'Zet uit voor mij',
    on: 'Zet aan voor mij',
    isOff: 'Op dit apparaat worden geen woorden onderstreept.',
    card: (word: string) => `Wat bedoel je met “${word}”?`,
    use: (word: string) => `Schrijf: ${word}`,
    close: 'Laat zo',
    keys: 'Met Alt + Enter lees je de vraag bij het woord waar je cursor staat.',
  },
  {
    title: 'Plain language',
    words: (n: number) =>
      n === 0
        ? 'No words that hide meaning.'
        : `${n} ${n === 1 ? 'word hides' : 'words hide'} what you mean.`,
    wordsLead: 'They are underlined in the text. You decide whether to change them.',
    toWord: (word: string) => `To “${word}” in the text`,
    sentences: (average: string, long: number) =>
      `Sentences have ${average} words on average${long === 0 ? '.' : `; ${long} ${long === 1 ? 'is' : 'are'} longer than 20.`}`,
    measure:
      'Measure: words per sentence. A text reads easily (B1) with at most 15 on average, and no sentence above 20.',
    toSentence: (words: number, start: string) => `${words} words: “${start}…”`,
    off: 'Turn off for me',
    on: 'Turn on for me',
    isOff: 'No words are underlined on this device.',
    card: (word: string) => `What do you mean by “${word}”?`,
    use: (word: string) => `Write: ${word}`,
    close: 'Leave it',
    keys: 'Alt + Enter shows the question about the word that your cursor is in.',
  },
)
