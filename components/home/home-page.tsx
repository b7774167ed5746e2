'use client'
import { useMessages } from '#components/ui/language.tsx'
import { Page } from '#components/ui/page.tsx'
import { commonMessages } from '#lib/i18n/common.ts'

export function HomePage() {
  const t = useMessages(commonMessages)
  return <Page title={t.product}>{t.about}</Page>
}
