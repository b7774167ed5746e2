'use client'
import type { ReactNode } from 'react'
import { commonMessages } from '#lib/i18n/common.ts'
import { useMessages } from './language.tsx'
import { LanguageSwitch } from './language-switch.tsx'

/**
 * The frame of a page: a way to the content, the product's name, the language, the source of the method. Without a title the
 * children bring the page's heading.
 */
export function Page(props: { title: string | null; children: ReactNode; wide?: boolean }) {
  const t = useMessages(commonMessages)
  return (
    <div className="flex min-h-dvh flex-col bg-paper text-ink">
      <a href="#content" className="sr-only focus:not-sr-only focus:p-3">
        {t.toContent}
      </a>
      <header className="flex items-center justify-between gap-4 border-b border-line px-4 py-3">
        <a href="/" className="text-lg font-bold text-ink no-underline">
          {t.product}
        </a>
        <LanguageSwitch />
      </header>
      <main id="content" className={`mx-auto w-full grow px-4 py-8 ${props.wide ? '' : 'max-w-3xl'}`}>
        {props.title !== null && <h1 className="mb-6 text-3xl font-bold">{props.title}</h1>}
        {props.children}
      </main>
      <footer className="border-t border-line px-4 py-3 text-muted">{t.credit}</footer>
    </div>
  )
}
