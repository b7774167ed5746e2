'use client'
import { Check } from 'lucide-react'
import { useMessages } from '#components/ui/language.tsx'
import type { Hold } from '#lib/domain/cement.ts'
import { overviewMessages } from '#lib/i18n/overview.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import type { SeenJoint } from './coherence.tsx'

const signs: Record<Hold, string> = { strong: '●', weak: '◐', empty: '○' }

/** All 21 joints in words, those of the method first; what the picture shows, for who reads or hears it. */
export function JointTable(props: {
  joints: readonly SeenJoint[]
  chosen: string | null
  onChoose: (key: string) => void
}) {
  const t = useMessages(overviewMessages)
  const sorted = [...props.joints].sort((a, b) => Number(b.tuned) - Number(a.tuned))
  // What a column tells, and whether a small screen leaves it out.
  const heads = [
    [t.joint, false],
    [t.hold, false],
    [t.madeBy, true],
    [t.method, true],
  ] as const
  return (
    <section aria-labelledby="joint-table">
      <h2 id="joint-table" className="mb-1 text-xl font-bold">
        {t.table}
      </h2>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b-2 border-line">
            {heads.map(([head, detail]) => (
              <th
                key={head}
                scope="col"
                className={`py-1.5 pr-3 last:pr-0 ${detail ? 'hidden sm:table-cell' : ''}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(joint => (
            <tr key={joint.key} data-joint={joint.key} className="border-b border-line align-middle">
              <th scope="row" className="pr-3 font-normal">
                <button
                  type="button"
                  aria-pressed={joint.key === props.chosen}
                  onClick={() => props.onChoose(joint.key)}
                  className="flex min-h-11 items-center gap-1.5 text-left font-semibold underline underline-offset-4 aria-pressed:decoration-4"
                >
                  <span className="hidden shrink-0 gap-0.5 sm:flex">
                    {joint.between.map(each => (
                      <BouwsteenIcon key={each} bouwsteen={each} size={18} />
                    ))}
                  </span>
                  {joint.name}
                </button>
              </th>
              <td className="pr-3">
                <span aria-hidden="true">{signs[joint.hold]} </span>
                <span className={joint.hold === 'strong' ? 'font-bold' : ''}>{t[joint.hold]}</span>
                {joint.strength > 0 && <span className="block text-sm">{t.cement(joint.strength)}</span>}
              </td>
              <td className="hidden pr-3 text-sm sm:table-cell">
                {joint.strength > 0 ? t.makers(joint.partners.length, joint.people.length) : t.nobody}
              </td>
              <td className="hidden text-sm sm:table-cell">
                {joint.tuned && (
                  <span className="flex items-center gap-1">
                    <Check aria-hidden="true" size={16} />
                    {t.inMethod}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
