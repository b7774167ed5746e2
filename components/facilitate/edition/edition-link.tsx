'use client'
import { ButtonLink } from '#components/ui/button.tsx'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { editionMessages } from '#lib/i18n/edition.ts'
import type { Opened } from './begin-edition.ts'

/** The link of the new edition, to keep: it is nowhere else. */
export function EditionLink({ opened }: { opened: Opened }) {
  const t = useMessages(editionMessages)
  return (
    <div className="flex w-full flex-col items-start gap-4">
      <div className="w-full">
        <CopyField label={t.yourLink} hint={t.keep} value={opened.link} copy={t.copy} copied={t.copied} />
      </div>
      <ButtonLink variant="primary" href={`/${opened.session}/facilitate`}>
        {t.toEdition}
      </ButtonLink>
    </div>
  )
}
