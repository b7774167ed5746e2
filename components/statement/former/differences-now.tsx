'use client'
import { useFormer } from '#components/live/former.ts'
import { useMessages } from '#components/ui/language.tsx'
import { editionMessages } from '#lib/i18n/edition.ts'
import Differences from '../differences.tsx'
import { useSettledBody } from '../settled-body.ts'
import { FormerFailed } from './former-failed.tsx'

/** What became of the former edition's statement in this one, as it reads now. */
export default function DifferencesNow() {
  const t = useMessages(editionMessages)
  const { answer, again } = useFormer()
  const body = useSettledBody()
  if (answer === null || body === null) return <p className="text-muted">{t.loading}</p>
  if (!answer.ok) return <FormerFailed failure={answer.refusal} again={again} />
  const { statement } = answer.value
  return <Differences former={statement.body} body={body} language={statement.language} />
}
