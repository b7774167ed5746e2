'use client'
import { useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { ChooseFile } from '#components/templates/choose-file.tsx'
import { KeepTemplate } from '#components/templates/keep-template.tsx'
import { dropTemplate, readTemplates, type Template } from '#components/templates/kept-templates.ts'
import { saveProgrammeFile } from '#components/templates/programme-file.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Step, stepAt, withTemplate } from '#lib/domain/programme.ts'
import { templateMessages } from '#lib/i18n/templates.ts'

/** What was taken, and what stood there before. */
type Taken = { steps: number; after: string | null; former: readonly Step[] }
type Props = {
  steps: readonly Step[]
  at: string | null
  busy: boolean
  onChange: (steps: readonly Step[]) => Promise<boolean>
}

/** Keeps the programme for another kick-off, as a file or on this device, and takes one of those in. */
export function Templates({ steps, at, busy, onChange }: Props) {
  const t = useMessages(templateMessages)
  const network = useSessionView()?.session.network ?? ''
  const [kept, setKept] = useState(readTemplates)
  const [keeping, setKeeping] = useState(false)
  const [taken, setTaken] = useState<Taken | 'too-many' | null>(null)
  const take = async (template: readonly Step[]) => {
    const place = { steps: [...steps], at }
    const all = withTemplate(place, template)
    if (all === null) return setTaken('too-many')
    const present = template.some(({ id }) => id === at) ? null : stepAt(place)
    if (await onChange(all))
      setTaken({ steps: template.length, after: present?.title ?? null, former: steps })
  }
  return (
    <>
      <Button disabled={steps.length === 0} onClick={() => saveProgrammeFile(steps, t.fileName)}>
        {t.toFile}
      </Button>
      <ChooseFile label={t.fromFile} busy={busy} onTake={template => void take(template)} />
      <Button disabled={steps.length === 0} onClick={() => setKeeping(true)}>
        {t.keepHere}
      </Button>
      <div className="w-full empty:hidden">
        {taken === 'too-many' && <Notice kind="error">{t.tooMany}</Notice>}
        {taken && taken !== 'too-many' && (
          <Notice kind="info">
            <p>{taken.after === null ? t.replaced(taken.steps) : t.after(taken.steps, taken.after)}</p>
            <Button
              className="mt-2"
              disabled={busy}
              onClick={() => void onChange(taken.former).then(done => done && setTaken(null))}
            >
              {t.putBack}
            </Button>
          </Notice>
        )}
      </div>
      {kept.length > 0 && (
        <div className="w-full">
          <h3 className="border-b border-line pb-1 font-bold">{t.keptTitle}</h3>
          <Kept
            kept={kept}
            busy={busy}
            onTake={template => void take(template)}
            onDrop={name => {
              dropTemplate(name)
              setKept(readTemplates())
            }}
          />
        </div>
      )}
      {keeping && (
        <KeepTemplate
          steps={steps}
          name={network}
          onKept={() => {
            setKept(readTemplates())
            setKeeping(false)
          }}
          onClose={() => setKeeping(false)}
        />
      )}
    </>
  )
}

/** The templates of this device, each to be used or forgotten. */
function Kept(props: {
  kept: readonly Template[]
  busy: boolean
  onTake: (template: readonly Step[]) => void
  onDrop: (name: string) => void
}) {
  const t = useMessages(templateMessages)
  const { kept, busy, onTake, onDrop } = props
  return (
    <ul className="flex flex-col divide-y divide-line">
      {kept.map(({ name, steps: template }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-3 py-1">
          <p className="min-w-0 flex-1 basis-32 break-words">
            {name}
            <span className="block text-sm text-muted">{t.stepsOf(template.length)}</span>
          </p>
          <Button disabled={busy} aria-label={t.fullUse(name)} onClick={() => onTake(template)}>
            {t.use}
          </Button>
          <Button
            variant="quiet"
            className="px-0! text-sm"
            aria-label={t.dropFull(name)}
            onClick={() => onDrop(name)}
          >
            {t.drop}
          </Button>
        </li>
      ))}
    </ul>
  )
}
