import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './test.ts'

const guide = readFileSync(new URL('../../docs/handleiding-begeleider.md', import.meta.url), 'utf8')
const CHAPTER = 'In tien minuten naar een proefronde'
/** What it promises, less the first start, which fetches packages and builds pages: that takes as long as the network does. */
const WITHOUT_FIRST_START_MS = 3 * 60_000

/** The numbered steps of the chapter, each with what stands in it in bold: what one reads on the screen. */
function stepsOf(chapter: string): string[][] {
  const from = guide.indexOf(`## ${chapter}`)
  const text = guide.slice(from, guide.indexOf('\n## ', from + 1))
  return text
    .split(/\n(?=\d+\. )/)
    .slice(1)
    .map(step =>
      [...(step.split('\n\n')[0] ?? '').matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label ?? ''),
    )
}

const press = (page: Page, label: string, role: 'button' | 'link' = 'button') =>
  page.getByRole(role, { name: new RegExp(`^${label}`) }).click()

test('[U104] who follows the guide from its second step has a rehearsal under way, by the very words that it names', async ({
  page,
  context,
}) => {
  const began = performance.now()
  const labels = stepsOf(CHAPTER)
  expect(labels).toHaveLength(10)
  /** The labels of a step, of which there must be so many: a guide that says another thing is another walk. */
  const said = (step: number, count: number): string[] => {
    const found = labels[step - 1] ?? []
    expect(found, `step ${step} of the guide`).toHaveLength(count)
    return found
  }
  await page.goto('/')
  const [begin, make] = said(3, 2) as [string, string]
  await press(page, begin, 'link')
  await page.getByLabel('Naam van het netwerk').fill('Netwerk Thuis in Oost')
  await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off wonen en zorg')
  await page.getByLabel('Naam van partner 1', { exact: true }).fill('Gemeente Oost')
  await page.getByLabel('Naam van partner 2', { exact: true }).fill('Stichting Welzijn')
  await press(page, make)

  const [ready, own] = said(4, 2) as [string, string]
  await expect(page.getByRole('heading', { name: ready })).toBeVisible()
  await expect(page.getByLabel(own, { exact: true })).toHaveValue(/\/facilitate#.{32}$/)

  const [there, lead] = said(5, 2) as [string, string]
  await press(page, there, 'link')
  await expect(page.getByRole('link', { name: lead, exact: true })).toHaveAttribute('aria-current', 'page')

  const [first, rehearse] = said(6, 2) as [string, string]
  const desk = page.getByRole('region', { name: first })
  await desk.getByRole('button', { name: rehearse }).click()
  await expect(page.getByText(/\(proef\)/).first()).toBeVisible()

  const [projector] = said(7, 1) as [string]
  const opening = context.waitForEvent('page')
  await press(page, projector, 'link')
  const hall = await opening
  await expect(hall.getByText(/^Doe mee: /)).toBeVisible()

  const [start] = said(8, 1) as [string]
  await press(page, start)
  await expect(hall.getByText('Stap 1 van 23')).toBeVisible()

  const [clock, run] = said(9, 2) as [string, string]
  await page.getByRole('region', { name: clock }).getByRole('button', { name: run }).click()
  await expect(hall.getByRole('timer', { name: 'Klok' })).toBeVisible()

  const [next, practising] = said(10, 2) as [string, string]
  const made = page.getByRole('region', { name: practising }).getByRole('button')
  await press(page, next)
  await expect(hall.getByText('Stap 2 van 23')).toBeVisible()
  await made.first().click()
  await press(page, next)
  await made.first().click()
  await expect(hall.locator('[data-note]').first()).toBeVisible()

  const took = performance.now() - began
  test.info().annotations.push({ type: 'took', description: `${Math.round(took / 1000)} s` })
  expect(took).toBeLessThan(WITHOUT_FIRST_START_MS)
})
