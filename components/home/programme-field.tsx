'use client'
import { useState } from 'react'
import { ChooseFile } from '#components/templates/choose-file.tsx'
import { readTemplates, type Template } from '#components/templates/kept-templates.ts'
import { useMessages } from '#components/ui/language.tsx'
import { templateMessages } from '#lib/i18n/templates.ts'

/** Which programme the kick-off begins with: the method's, one that was kept on this device, or one from a file. */
export function ProgrammeField(props: {
  chosen: Template | null
  onChange: (chosen: Template | null) => void
}) {
  const t = useMessages(templateMessages)
  const { chosen, onChange } = props
  const [kept] = useState(readTemplates)
  const isKept = kept.some(({ name }) => name === chosen?.name)
  const [file, setFile] = useState(isKept ? null : chosen)
  const choice = (template: Template | null, hint: string) => (
    <label key={template?.name ?? ''} className="flex min-h-11 items-start gap-3 py-1">
      <input
        type="radio"
        name="programme"
        checked={chosen?.name === template?.name}
        onChange={() => onChange(template)}
        className="mt-0.5 size-6 shrink-0 accent-(--primary)"
      />
      <span className="min-w-0 break-words">
        <span className="font-semibold">{template?.name ?? t.ofMethod}</span>
        <span className="block text-sm text-muted">{hint}</span>
      </span>
    </label>
  )
  return (
    <fieldset>
      <legend className="mb-2 text-xl font-bold">{t.which}</legend>
      {choice(null, t.ofMethodHint)}
      {kept.map(each => choice(each, t.onDevice(each.steps.length)))}
      {file && choice(file, t.ofFile(file.steps.length))}
      <div className="mt-2">
        <ChooseFile
          label={t.chooseFile}
          onTake={(steps, name) => {
            // Beside one of the same name on the device it would be the same choice.
            const template = { name: kept.some(each => each.name === name) ? `${name} (2)` : name, steps }
            setFile(template)
            onChange(template)
          }}
        />
      </div>
    </fieldset>
  )
}
