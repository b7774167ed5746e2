'use client'
import { useId } from 'react'
import { penKey, usePen, usePens } from '#components/live/pen.ts'
import { useSessionView } from '#components/live/session.tsx'
import { Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { sharedDeviceMessages } from '#lib/i18n/shared-device.ts'

/** Whose the note is that is written now, where one writes for others as well; it stays as chosen until one chooses again. */
export function AsWhom() {
  const t = useMessages(sharedDeviceMessages)
  const id = useId()
  const view = useSessionView()
  const pens = usePens()
  const [pen, choose] = usePen()
  if (!view || pens.length === 0) return null
  const partnerOf = (partner: string | null) =>
    view.partners.find(each => each.id === partner)?.name ?? t.forSelf
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <label htmlFor={id} className="text-sm font-semibold">
        {t.asWhom}
      </label>
      <Select
        id={id}
        value={pen ? penKey(pen) : ''}
        onChange={event => choose(event.target.value)}
        className="min-w-0 grow basis-40 py-1"
      >
        <option value="">{t.me(view.me.name)}</option>
        {pens.map(each => (
          <option key={penKey(each)} value={penKey(each)}>
            {each.author === view.me.id
              ? t.paper(partnerOf(each.partner))
              : `${view.roster.find(({ id: of }) => of === each.author)?.name}, ${partnerOf(each.partner)}`}
          </option>
        ))}
      </Select>
    </div>
  )
}
