import { type Browser, expect, type Page } from '@playwright/test'
import { readBoard } from '#lib/documents/board.ts'
import { replaceStatementBody } from '#lib/documents/statement.ts'
import type { Note } from '#lib/domain/note.ts'
import type { Block, Paragraph } from '#lib/domain/statement.ts'
import { Person } from '#server/example/person.ts'
import { type Played, playExample } from '#server/example/play.ts'
import { join, laptop, person, turnTo } from './people.ts'

export const passage = (text: string, roots = ''): Paragraph => ({
  ...{ type: 'paragraph', roots },
  content: [{ type: 'text', text, marks: [] }],
})
export const heading = (text: string, section: string): Block => ({
  ...{ type: 'heading', level: 2, section },
  content: [{ type: 'text', text, marks: [] }],
})

/** Who leads, without a page: over the public API with their token. */
export function leadOf({ session, facilitatorToken: token }: Played, url: string): Person {
  const [participant = ''] = token.split('.')
  return new Person({ url, origin: url }, { session, participant, token }, null)
}

/** The text box of the statement on a page. */
export const textOn = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de verklaring' })

/**
 * A session whose statement is being written: who leads and Anna of the municipality are at it, each in a browser of their own. `body` makes
 * its text of two notes on the board.
 */
export async function atStatement(
  browser: Browser,
  url: string,
  body: (notes: readonly Note[]) => Block[],
  viewport = laptop,
) {
  const played = await playExample({ url, until: 'statement' })
  const leads = leadOf(played, url)
  const notes = readBoard(await leads.look('board')).notes.filter(({ author }) => author !== null)
  const blocks = body(notes)
  replaceStatementBody(await leads.look('statement'), blocks)
  const [lead, anna] = [await person(browser, viewport), await person(browser, viewport)]
  await lead.page.goto(played.facilitatorLink)
  await expect(lead.page.getByRole('heading', { name: 'Volgende stap' })).toBeVisible()
  await join(anna.page, played.joinLink, 'Anna Smit', 'Gemeente Eemhoven')
  for (const { page } of [lead, anna]) {
    await turnTo(page, 'Verklaring')
    await expect(textOn(page)).toContainText(firstWords(blocks))
  }
  return { played, leads, notes, lead, anna }
}

const firstWords = ([first]: readonly Block[]): string =>
  first?.type === 'heading' || first?.type === 'paragraph'
    ? first.content.map(each => (each.type === 'text' ? each.text : ' ')).join('')
    : ''
