'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { reservationsOf, type Statement } from '#lib/domain/statement.ts'
import { consentMessages } from '#lib/i18n/consent.ts'

/** What partners added to their agreement, as it is fixed with the text; nothing where there is none. */
export function Reservations({ statement }: { statement: Statement }) {
  const t = useMessages(consentMessages)
  const language = useLanguage()
  const reservations = reservationsOf(statement)
  if (reservations.length === 0) return null
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  return (
    <section aria-labelledby="reservations" className="mt-8 flex max-w-[68ch] flex-col gap-4">
      <h2 id="reservations" lang={language} className="font-serif text-2xl font-bold">
        {t.reservations}
      </h2>
      <p lang={language} className="text-muted">
        {t.reservationsLead}
      </p>
      <ul className="flex flex-col gap-4">
        {reservations.map(each => (
          <li key={`${each.section} ${each.partner}`} className="border-l-4 border-line pl-4">
            <p>
              <b>{each.partner}</b> <span className="text-muted">· {each.title || t.beforeSections}</span>
            </p>
            <p className="font-serif text-lg whitespace-pre-line break-words">{each.text}</p>
            <p lang={language} className="text-sm text-muted">
              {(each.entered ? t.entered : t.given)(each.by, date.format(each.at))}
              {each.changed && ` · ${t.reservedBefore}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
