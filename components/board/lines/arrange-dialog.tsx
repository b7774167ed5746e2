'use client'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useBoardActions } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { type Line, lineColours } from '#lib/domain/line.ts'
import { lineMessages } from '#lib/i18n/lines.ts'
import { viewMessages } from '#lib/i18n/views.ts'
import { useSay } from '../announcer/announcer.tsx'
import { LineDot } from '../line-dot.tsx'
import { CopyLink } from '../place/copy-link.tsx'
import { orderAtIndex } from './line-order.ts'

/** The colour of a line, its place among the others, and its end. `lines` are those that are there, in their order. */
export function ArrangeDialog(props: {
  line: Line | undefined
  lines: readonly Line[]
  /** How many notes lie in it. */
  count: number
  onClose: () => void
}) {
  const { line, onClose } = props
  const t = useMessages(lineMessages)
  return (
    <Dialog
      open={line !== undefined}
      onClose={onClose}
      title={t.arrangeTitle(line?.title || t.untitled)}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      {line && <Arranging {...props} line={line} />}
    </Dialog>
  )
}

type ArrangingProps = { line: Line; lines: readonly Line[]; count: number; onClose: () => void }

function Arranging({ line, lines, count, onClose }: ArrangingProps) {
  const t = useMessages(lineMessages)
  const views = useMessages(viewMessages)
  const say = useSay()
  const actions = useBoardActions()
  const title = line.title || t.untitled
  const dissolve = () => {
    actions?.bin('lines', line.id)
    say(t.dissolved(title, count))
    onClose()
  }
  return (
    <div className="flex flex-col gap-5">
      <fieldset>
        <legend className="mb-1 font-semibold">{t.colour}</legend>
        <div className="grid grid-cols-2 gap-1 sm:grid-cols-4">
          {lineColours.map(colour => (
            <label
              key={colour}
              className="flex min-h-11 cursor-pointer items-center gap-2 rounded-lg border border-transparent px-2 hover:bg-surface has-checked:border-ink has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-(--focus)"
            >
              <input
                type="radio"
                name="line-colour"
                checked={line.colour === colour}
                onChange={() => actions?.changeLine(line.id, { colour })}
                className="size-5 accent-(--primary)"
              />
              <LineDot colour={colour} />
              {t[colour]}
            </label>
          ))}
        </div>
      </fieldset>
      <Place line={line} lines={lines} />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="danger" onClick={dissolve}>
          {t.dissolve}
        </Button>
        <CopyLink place={{ line: line.id }} label={views.copyLineLink(title)} />
        <p className="w-full text-sm text-muted">{t.dissolveHint}</p>
      </div>
    </div>
  )
}

function Place({ line, lines }: { line: Line; lines: readonly Line[] }) {
  const t = useMessages(lineMessages)
  const say = useSay()
  const actions = useBoardActions()
  const at = lines.findIndex(each => each.id === line.id)
  const move = (to: number) => {
    actions?.changeLine(line.id, { order: orderAtIndex(lines, line.id, to) })
    say(t.moved(line.title || t.untitled, to + 1, lines.length), false)
  }
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t.order}</legend>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={at <= 0} onClick={() => move(at - 1)}>
          <ArrowLeft aria-hidden="true" size={18} />
          {t.forward}
        </Button>
        <Button disabled={at === lines.length - 1} onClick={() => move(at + 1)}>
          {t.back}
          <ArrowRight aria-hidden="true" size={18} />
        </Button>
        <p className="text-muted">{t.position(at + 1, lines.length)}</p>
      </div>
    </fieldset>
  )
}
