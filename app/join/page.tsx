import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { JoinPage } from '#components/join/join-page.tsx'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import { joinMessages } from '#lib/i18n/join.ts'
import { chosenLanguage, LANGUAGE_COOKIE } from '#lib/i18n/language.ts'

export async function generateMetadata(): Promise<Metadata> {
  const language = chosenLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value)
  return { title: joinMessages[language].title }
}

export default async function Join({
  searchParams,
}: {
  searchParams: Promise<{ code?: string | string[]; tile?: string | string[] }>
}) {
  const { code, tile } = await searchParams
  const to = bouwsteenSchema.safeParse(tile).data ?? null
  return <JoinPage given={typeof code === 'string' ? code.trim() : ''} tile={to} />
}
