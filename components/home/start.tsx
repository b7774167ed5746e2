'use client'
import { type FormEvent, useRef, useState } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { homeMessages } from '#lib/i18n/home.ts'
import { ExampleOffer } from './example-offer.tsx'
import { MosaicDrawing } from './mosaic-drawing.tsx'

/** What it does, in words and a drawing, and the ways in. `begin` is where the form for a kick-off is. */
export function Start({ names, begin }: { names: Record<Bouwsteen, string>; begin: string }) {
  const t = useMessages(homeMessages)
  return (
    <div className="mx-auto grid max-w-6xl items-center gap-x-14 gap-y-8 lg:min-h-[70dvh] lg:grid-cols-[1fr_1.05fr]">
      <div className="flex flex-col gap-8">
        <div>
          <h1 tabIndex={-1} className="text-4xl font-bold tracking-tight outline-none lg:text-5xl">
            {t.title}
          </h1>
          <p className="mt-4 max-w-[58ch] text-lg text-muted">{t.lead}</p>
        </div>
        <CodeForm />
        <section aria-labelledby="organise" className="flex flex-col gap-3">
          <h2 id="organise" className="text-lg font-bold">
            {t.organise}
          </h2>
          <ExampleOffer>
            <ButtonLink href={begin}>{t.begin}</ButtonLink>
          </ExampleOffer>
        </section>
      </div>
      <div className="flex flex-col gap-4">
        <MosaicDrawing names={names} />
        <p className="flex flex-wrap justify-end gap-x-6">
          <a href="/bring-back" className="inline-flex min-h-11 items-center">
            {t.bringBack}
          </a>
          <a href="/verify" className="inline-flex min-h-11 items-center">
            {t.verify}
          </a>
        </p>
      </div>
    </div>
  )
}

/** The one field: it works before any script has come, as a plain form. */
function CodeForm() {
  const t = useMessages(homeMessages)
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    if (input.current?.value.trim()) return
    event.preventDefault()
    setMissing(true)
    input.current?.focus()
  }
  return (
    <form
      action="/join"
      noValidate
      onSubmit={submit}
      className="rounded-2xl border border-line bg-surface p-5 sm:p-6"
    >
      <Field
        label={t.haveCode}
        hint={t.haveCodeHint}
        error={missing ? t.codeMissing : undefined}
        labelClass="text-xl"
      >
        {field => (
          <div className="mt-2 flex flex-wrap gap-3">
            <TextInput
              {...field}
              ref={input}
              name="code"
              onChange={() => setMissing(false)}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              className="min-h-14 min-w-0 flex-1 basis-52 bg-paper! text-xl tracking-widest uppercase"
            />
            <Button type="submit" variant="primary" className="min-h-14 grow px-7 text-lg sm:grow-0">
              {t.join}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
