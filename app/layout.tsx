import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { LanguageProvider } from '#components/ui/language.tsx'
import { commonMessages } from '#lib/i18n/common.ts'
import { chosenLanguage, LANGUAGE_COOKIE } from '#lib/i18n/language.ts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = commonMessages[await language()]
  return { title: { default: t.product, template: `%s · ${t.product}` }, description: t.about }
}

export const viewport: Viewport = {
  // The page takes the whole screen, and grows lower for an on-screen keyboard where the browser can.
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdfa' },
    { media: '(prefers-color-scheme: dark)', color: '#18130e' },
  ],
}

const language = async () => chosenLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value)

export default async function Layout({ children }: { children: ReactNode }) {
  // Each answer's scripts carry a nonce of their own, so that no page is made ahead of its request.
  await connection()
  const chosen = await language()
  return (
    <html lang={chosen}>
      <body>
        <LanguageProvider language={chosen}>{children}</LanguageProvider>
      </body>
    </html>
  )
}
