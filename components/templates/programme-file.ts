import { programmeFileSchema, type Step } from '#lib/domain/programme.ts'

/** Has the browser keep these steps as a file, for another kick-off or another installation. */
export function saveProgrammeFile(steps: readonly Step[], name: string): void {
  const kept = steps.map(({ skipped, ...step }) => step)
  const file = programmeFileSchema.parse({ kind: 'mozaiekbord-programme', version: 1, steps: kept })
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.json` })
  link.click()
  URL.revokeObjectURL(url)
}

/** The steps in the text of such a file; null when it is none. */
export function stepsIn(text: string): Step[] | null {
  try {
    const file = programmeFileSchema.safeParse(JSON.parse(text))
    return file.success ? file.data.steps.map(step => ({ ...step, skipped: false })) : null
  } catch {
    return null
  }
}
