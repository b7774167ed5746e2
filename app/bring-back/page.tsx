import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { BringBackPage } from '#components/archive/bring-back-page.tsx'
import { archiveMessages } from '#lib/i18n/archive.ts'
import { chosenLanguage, LANGUAGE_COOKIE } from '#lib/i18n/language.ts'

export async function generateMetadata(): Promise<Metadata> {
  const language = chosenLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value)
  return { title: archiveMessages[language].title }
}

export default function BringBack() {
  return <BringBackPage />
}
