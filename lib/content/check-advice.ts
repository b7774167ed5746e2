import type { CheckKind } from '#lib/domain/check.ts'
import { type CheckPicture, middleOf } from '#lib/domain/check-tally.ts'
import { questionsOf } from './check-forms.ts'
import { checks } from './checks.ts'
import type { Bilingual } from './schema.ts'

const spread: Bilingual = {
  nl: 'De cijfers liggen ver uit elkaar. Vraag naar het verhaal achter het laagste en het hoogste.',
  en: 'The grades lie far apart. Ask for the story behind the lowest and the highest.',
}

/** What the method advises who leads to do with a picture; nothing where it leaves that to the talk. */
export function adviceFor(kind: CheckKind, picture: CheckPicture | null): Bilingual[] {
  if (kind === 'relationshipCheckIn') return checks.relationshipCheckIn.followUp
  if (kind !== 'legitimacy' || picture === null) return []
  return checks.legitimacy.pillars.flatMap(({ id, name, firstStep }) => {
    const question = questionsOf(kind).find(each => each.id === id)
    const middle = question && middleOf(question, picture[id]?.people ?? {})
    if (!middle) return []
    const { readings, spreadAlert } = checks.legitimacy
    const reading = readings.findLast(({ from }) => middle.mean >= from) ?? readings[0]
    const said = reading ? [reading.text] : []
    if (middle.highest - middle.lowest >= spreadAlert) said.push(spread)
    if (reading === readings[0]) said.push(firstStep)
    return said.map(({ nl, en }) => ({ nl: `${name.nl}: ${nl}`, en: `${name.en}: ${en}` }))
  })
}
