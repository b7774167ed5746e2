import { describe, expect, test } from 'vitest'
import { htmlOf, plainOf } from '#components/board/clipboard/copied.ts'
import { pieces, readPasted, type Split, splitsOf, textsOf } from '#components/board/clipboard/pasted.ts'
import { NOTE_TEXT_MAX } from '#lib/domain/note.ts'
import * as samples from './samples.ts'

/** The notes that a paste becomes, parted as is proposed first or as asked. */
function notes(clip: { text?: string; html?: string }, split?: Split): string[] {
  const pasted = readPasted({ text: clip.text ?? '', html: clip.html ?? '' })
  if (!pasted) return []
  return textsOf(pasted, split ?? (splitsOf(pasted)[0] as Split))
}

describe('[Z3] what is pasted from other programs becomes notes as people see it there', () => {
  const fromWord = [
    'Wat willen we?',
    'Iedereen kent de voordeur',
    'Geen wachtlijst café & buurt\nook ’s avonds',
    'Eerst praten, dán doen',
    'Slot: € 5 < € 10',
  ]

  test('Word: a paragraph a note, without bullets and numbers, a line within a paragraph kept', () => {
    expect(notes({ html: samples.word, text: samples.wordPlain })).toEqual(fromWord)
    expect(notes({ html: samples.word }, 'paragraph')).toEqual([fromWord.slice(0, 4).join('\n'), fromWord[4]])
    expect(notes({ html: samples.word }, 'one')).toEqual([
      `${fromWord.slice(0, 4).join('\n')}\n\n${fromWord[4]}`,
    ])
  })

  test('Word as plain text: the same but for lines within a paragraph, which it does not tell apart', () => {
    expect(notes({ text: samples.wordPlain })).toEqual([
      'Wat\u00a0willen we?',
      'Iedereen kent de voordeur',
      'Geen wachtlijst café & buurt',
      'ook ’s avonds',
      'Eerst praten, dán doen',
      'Slot: €\u00a05 < €\u00a010',
    ])
  })

  test.each([
    ['html', { html: samples.excel, text: samples.excelPlain }],
    ['plain text', { text: samples.excelPlain }],
  ])('Excel by %s: a row a note with its cells together, or a cell a note', (_, read) => {
    const clip = { html: '', ...read }
    expect(notes(clip)).toEqual(['Partner – Wens', 'Gemeente – Rust in\nde wijk', 'GGZ – 12,5'])
    expect(notes(clip, 'cell')).toEqual(['Partner', 'Wens', 'Gemeente', 'Rust in\nde wijk', 'GGZ', '12,5'])
    const pasted = readPasted(clip)
    expect(pasted && splitsOf(pasted)).toEqual(['row', 'cell'])
  })

  test('one column of a sheet is a list', () => {
    expect(notes({ html: samples.excelColumn })).toEqual(['Eerst', 'Dan de\nbuurt', 'Tot slot'])
    expect(notes({ text: 'Eerst\r\n"Dan de\nbuurt"\r\nTot slot' })).toHaveLength(4)
  })

  test('Google Docs, Google Sheets, LibreOffice, mail', () => {
    expect(notes({ html: samples.googleDocs })).toEqual([
      'Wie doet mee?',
      'De huisarts',
      'De kerk',
      'en de moskee',
    ])
    expect(notes({ html: samples.googleSheets })).toEqual(['Wonen – Zorg > straf', 'Werk'])
    expect(notes({ html: samples.writer })).toEqual(['Eén loket', 'Eén dossier', 'Klaar'])
    expect(notes({ html: samples.mail })).toEqual(['Dag allemaal,', 'Wonen eerst', 'Dan zorg', 'en werk'])
    expect(notes({ html: samples.mail }, 'paragraph')).toEqual([
      'Dag allemaal,',
      'Wonen eerst\nDan zorg\nen werk',
    ])
  })

  test('a piece of a page: its lines, for it has no paragraphs', () => {
    expect(notes({ html: samples.page })).toEqual(['Samen sterker', 'en anders'])
  })

  test('plain lines of any system, and only what stands before a line as a list is taken off', () => {
    expect(notes({ text: 'een\rtwee\n\n  drie \r\n' })).toEqual(['een', 'twee', 'drie'])
    const kept = ['-5 graden', 'A. Bos belt', '2030 is ver', 'o ja', '12.30 uur', 'e-mail', '*belangrijk*']
    for (const line of kept) expect(notes({ text: line })).toEqual([line])
    const bare = [
      '- iets',
      '– iets',
      '• iets',
      '* iets',
      '3. iets',
      'b) iets',
      'o\tiets',
      '§\tiets',
      '\uf0a7\tiets',
    ]
    for (const line of bare) expect(notes({ text: `${line}\nnog iets` })).toEqual(['iets', 'nog iets'])
  })

  test('nothing but space is nothing', () => {
    for (const clip of [
      { text: '' },
      { text: ' \n\t\n' },
      { html: '<p>&nbsp;</p><div><br></div>' },
      { text: '•\n-' },
    ])
      expect(readPasted({ text: '', html: '', ...clip })).toBeNull()
    expect(notes({ text: 'tekst', html: '<img src="x">' })).toEqual(['tekst'])
  })

  test('what is hidden, scripts and broken markup leave no trace, and cost no time', () => {
    const html =
      '<p>een<script>twee</script><span style="display:none">drie<span>vier</span></span> vijf</p><p>1 < 2'
    expect(notes({ html })).toEqual(['een vijf', '1 < 2'])
    const began = performance.now()
    for (const piece of ['<', '<a "', '<td>', '<!--', '<style>', '&', '"'])
      readPasted({ text: piece.repeat(300_000), html: piece.repeat(300_000) })
    // By the square of its length each of the fourteen takes seconds at least.
    expect(performance.now() - began).toBeLessThan(30_000)
  })

  test('a table in a table, and a table among text, are lines', () => {
    const nested = '<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>'
    expect(notes({ html: nested })).toEqual(['a', 'b'])
    expect(notes({ html: nested }, 'one')).toEqual(['a\nb'])
    expect(notes({ html: '<p>Kop</p><table><tr><td>a</td><td>b</td></tr></table>' })).toEqual([
      'Kop',
      'a – b',
    ])
  })
})

describe('[Z4] a text that is too long for a note is parted behind a sentence, and nothing of it is lost', () => {
  test('behind a sentence, else a word, else anywhere but within a character', () => {
    expect(pieces('Een zin. Nog een zin die langer is', 20)).toEqual([
      'Een zin. Nog een zin',
      'die langer is',
    ])
    expect(pieces('Dit is een zin. Daarna meer', 20)).toEqual(['Dit is een zin.', 'Daarna meer'])
    expect(pieces('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(pieces('abc😀def', 4)).toEqual(['abc', '😀de', 'f'])
  })

  test('from a paste', () => {
    const long = 'Dit is een zin. '.repeat(400).trim()
    const made = notes({ text: `kort\n${long}` })
    expect(made.length).toBe(5)
    expect(Math.max(...made.map(text => text.length))).toBeLessThanOrEqual(NOTE_TEXT_MAX)
    expect(made.slice(1).join(' ')).toBe(long)
  })
})

describe('[Z5] notes that are copied can be pasted anywhere, and come back as they were', () => {
  const texts = ['een', 'twee & "drie" <b>', 'met\neen tweede regel']

  test('into another board', () => {
    expect(notes({ text: plainOf(texts), html: htmlOf(texts) })).toEqual(texts)
    expect(notes({ html: htmlOf(['alleen\ndeze']) })).toEqual(['alleen\ndeze'])
  })

  test('as plain lines, one a note', () => {
    expect(plainOf(texts)).toBe('een\ntwee & "drie" <b>\nmet een tweede regel')
  })
})
