import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { VerifyPage } from '#components/verify/verify-page.tsx'
import { chosenLanguage, LANGUAGE_COOKIE } from '#lib/i18n/language.ts'
import { verifyMessages } from '#lib/i18n/verify.ts'

export async function generateMetadata(): Promise<Metadata> {
  const language = chosenLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value)
  return { title: verifyMessages[language].title }
}

export default function Verify() {
  return <VerifyPage />
}
