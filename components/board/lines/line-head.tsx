'use client'
import { Palette } from 'lucide-react'
import { useBoardActions } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { LINE_ABOUT_MAX, LINE_TITLE_MAX, type Line } from '#lib/domain/line.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { lineMessages } from '#lib/i18n/lines.ts'
import { InPlaceText } from '../in-place-text.tsx'

/** What a line is called and about; written in together by who may order. `onArrange` null: to read only. */
export function LineHead(props: { line: Line; count: number; onArrange: ((line: string) => void) | null }) {
  const { line, onArrange } = props
  const t = useMessages(lineMessages)
  const board = useMessages(boardMessages)
  const title = line.title || t.untitled
  return (
    <header className="flex items-start gap-1 px-2 pt-1 pb-1">
      <div className="min-w-0 grow">
        <h2
          id={`line-${line.id}`}
          className={
            onArrange ? 'sr-only' : 'px-1 pt-2 text-lg leading-snug font-bold break-words hyphens-auto'
          }
        >
          {title}
        </h2>
        {onArrange ? <Written line={line} /> : line.about && <p className="px-1 text-sm">{line.about}</p>}
        <p className="px-1 text-sm text-muted">{board.count(props.count)}</p>
      </div>
      {onArrange && (
        <button
          type="button"
          aria-label={t.arrange(title)}
          title={t.arrange(title)}
          onClick={() => onArrange(line.id)}
          className="flex size-11 shrink-0 items-center justify-center rounded-lg hover:bg-black/10"
        >
          <Palette aria-hidden="true" size={20} />
        </button>
      )}
    </header>
  )
}

function Written({ line }: { line: Line }) {
  const t = useMessages(lineMessages)
  const actions = useBoardActions()
  return (
    <>
      <InPlaceText
        root="lines"
        id={line.id}
        label={t.title}
        text={line.title}
        max={LINE_TITLE_MAX}
        oneLine
        className="min-h-10 pt-1.5 text-lg leading-snug font-bold"
      />
      <InPlaceText
        root="lines"
        id={line.id}
        field="about"
        label={t.about}
        text={line.about}
        max={LINE_ABOUT_MAX}
        oneLine={false}
        placeholder={t.about}
        onFocus={() => actions?.openAbout(line.id)}
        className="min-h-7 text-sm placeholder:text-muted"
      />
    </>
  )
}
