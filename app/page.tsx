import { cookies } from 'next/headers'
import { HomePage } from '#components/home/home-page.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { chosenLanguage, LANGUAGE_COOKIE } from '#lib/i18n/language.ts'

export default async function Home() {
  const language = chosenLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value)
  const names = Object.fromEntries(bouwstenen.map(id => [id, bouwsteenContent[id].name[language]]))
  return <HomePage names={names as Record<Bouwsteen, string>} />
}
