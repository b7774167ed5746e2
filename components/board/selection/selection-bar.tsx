'use client'
import { BrickWall, Copy, MoveRight, Rows3, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { listMessages } from '#lib/i18n/list.ts'
import { useMayBin } from './use-acts.ts'
import { useChosen } from './use-chosen.ts'

/** What can be done with the notes that are ticked or chosen, at the foot of the screen while there are any. */
export function SelectionBar(props: {
  /** How many there are. */
  said: ReactNode
  /** What letting go of them is called here. */
  untick: string
  /** What can be done beside that. */
  children?: ReactNode
}) {
  const t = useMessages(listMessages)
  const { chosen, acts, does } = useChosen()
  const mayBin = useMayBin()(chosen)
  return (
    <section
      aria-label={t.tickedTitle}
      className="sticky bottom-0 z-10 flex shrink-0 flex-wrap items-center gap-x-1 border-t border-line bg-paper px-1 py-1.5 pb-[max(0.375rem,env(safe-area-inset-bottom))] sm:px-4"
    >
      <p className="mr-3 grow px-2 font-semibold sm:grow-0 sm:px-0">{props.said}</p>
      <div className="order-2 flex w-full sm:order-none sm:w-auto">
        {props.children}
        <Act allowed={acts.putInLine} onClick={does.line} icon={<Rows3 aria-hidden="true" size={18} />}>
          {t.toLine}
        </Act>
        <Act allowed={acts.move} onClick={does.move} icon={<MoveRight aria-hidden="true" size={18} />}>
          {t.toTile}
        </Act>
        <Act allowed={acts.duplicate} onClick={does.duplicate} icon={<Copy aria-hidden="true" size={18} />}>
          {t.duplicate}
        </Act>
        <Act allowed={acts.bin && mayBin} onClick={does.bin} icon={<Trash2 aria-hidden="true" size={18} />}>
          {t.bin}
        </Act>
        {chosen.size <= 2 && (
          <Act allowed={acts.cement} onClick={does.cement} icon={<BrickWall aria-hidden="true" size={18} />}>
            {t.cement}
          </Act>
        )}
      </div>
      <button
        type="button"
        onClick={does['let go']}
        className="flex min-h-11 items-center gap-2 rounded-lg px-3 font-semibold hover:bg-surface"
      >
        <X aria-hidden="true" size={18} />
        {props.untick}
      </button>
    </section>
  )
}

type ActProps = { onClick: () => void; icon: ReactNode; children: string }

function Act({ allowed, ...props }: ActProps & { allowed: unknown }) {
  return allowed ? <BarButton {...props} /> : null
}

export function BarButton(props: ActProps) {
  return (
    <button
      type="button"
      onClick={props.onClick}
      className="flex min-h-11 min-w-0 flex-1 flex-col items-center gap-x-2 rounded-lg px-1 text-sm font-semibold hover:bg-surface sm:flex-none sm:flex-row sm:px-3 sm:text-base"
    >
      {props.icon}
      {props.children}
    </button>
  )
}
