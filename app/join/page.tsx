import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { JoinPage } from '#components/join/join-page.tsx'
import { joinMessages } from '#lib/i18n/join.ts'
import { chosenLanguage, LANGUAGE_COOKIE } from '#lib/i18n/language.ts'

export async function generateMetadata(): Promise<Metadata> {
  const language = chosenLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value)
  return { title: joinMessages[language].title }
}

export default async function Join({
  searchParams,
}: {
  searchParams: Promise<{ code?: string | string[] }>
}) {
  const { code } = await searchParams
  return <JoinPage given={typeof code === 'string' ? code.trim() : ''} />
}
