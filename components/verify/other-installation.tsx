'use client'
import { useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { verifyMessages } from '#lib/i18n/verify.ts'

/** A certificate by which files are judged, and what to call it. */
export type Certificate = { name: string; content: File | string }

/** For files that another site made: its certificate, chosen or pasted; and this site's own to take along there. */
export function OtherInstallation(props: {
  certificate: Certificate | null
  onCertificate: (certificate: Certificate | null) => void
}) {
  const t = useMessages(verifyMessages)
  const id = useId()
  const { certificate, onCertificate } = props
  return (
    <details className="rounded-lg border border-line px-4">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{t.other}</summary>
      <div className="flex flex-col gap-4 pb-4">
        <p className="max-w-[65ch]">{t.otherText}</p>
        <div>
          <input
            id={id}
            type="file"
            accept=".pem,.cer,.crt,.der"
            className="peer sr-only"
            onChange={event => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file) onCertificate({ name: file.name, content: file })
            }}
          />
          <label
            htmlFor={id}
            className="inline-flex min-h-11 cursor-pointer items-center rounded-lg border border-line bg-surface px-4 font-semibold peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus"
          >
            {t.chooseCertificate}
          </label>
        </div>
        <Field label={t.pasteCertificate}>
          {field => (
            <textarea
              {...field}
              rows={3}
              spellCheck={false}
              className="w-full rounded-lg border border-line bg-surface p-3 font-mono text-sm"
              onChange={event => {
                const content = event.target.value.trim()
                onCertificate(content === '' ? null : { name: t.pasted, content })
              }}
            />
          )}
        </Field>
        <p role="status" className="empty:hidden">
          {certificate ? t.usesCertificate(certificate.name) : ''}
        </p>
        {certificate && (
          <Button className="self-start" onClick={() => onCertificate(null)}>
            {t.forget}
          </Button>
        )}
        <a href="/api/certificate.pem" download className="inline-flex min-h-11 items-center">
          {t.own}
        </a>
      </div>
    </details>
  )
}
