'use client'
import {
  Hammer,
  type LucideIcon,
  MessageSquareText,
  PackageCheck,
  RotateCcw,
  Rows3,
  Spline,
  StickyNote,
  Target,
} from 'lucide-react'
import { memo, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { fieldOf } from '#lib/documents/layout.ts'
import { binMessages } from '#lib/i18n/bin.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { useSay } from '../announcer/announcer.tsx'
import { useWriters, type Writer } from '../note/writers.ts'
import { wordsOf } from '../search/filter.ts'
import { type BinRoot, type Thrown, thrownAway } from './thrown-away.ts'

/** From how many things on searching is worth a field. */
const SEARCHED_FROM = 6
/** Most characters of a text that only says where something was. */
const NEAR_MAX = 40

const icons: Record<BinRoot, LucideIcon> = {
  notes: StickyNote,
  lines: Rows3,
  proposals: Target,
  cement: Spline,
  replies: MessageSquareText,
  breakthroughs: Hammer,
  results: PackageCheck,
}

/** All that was thrown away, to look through and to put back. */
export function BinDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(binMessages)
  const board = useBoard()
  const [text, setText] = useState('')
  const words = wordsOf(useDeferredValue(text))
  const writers = useWriters()
  const list = useRef<HTMLUListElement>(null)
  const all = useMemo(() => thrownAway(board), [board])
  const writerOf = ({ author, partner }: Thrown) => writers(author, partner ?? null)
  const found = all.filter(thrown => {
    if (words.length === 0) return true
    const own = wordsOf([thrown.text, ...thrown.near, writerOf(thrown).name].join(' ')).join(' ')
    return words.every(word => own.includes(word))
  })
  const restore = useRestore(list)
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={t.title}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      {all.length === 0 && <p>{t.empty}</p>}
      {(all.length >= SEARCHED_FROM || text !== '') && (
        <div className="mb-3">
          <Field label={t.search} hint={words.length > 0 ? t.found(found.length, all.length) : undefined}>
            {field => (
              <TextInput
                {...field}
                type="search"
                autoComplete="off"
                value={text}
                onChange={event => setText(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
      {all.length > 0 && found.length === 0 && <p>{t.nothing}</p>}
      <ul ref={list} className="flex flex-col divide-y divide-line">
        {found.map(thrown => (
          <Row key={thrown.id} thrown={thrown} writer={writerOf(thrown)} onRestore={restore} />
        ))}
      </ul>
    </Dialog>
  )
}

/** Puts back; the focus goes on to what comes next in the list, for its own button is gone. */
function useRestore(list: { readonly current: HTMLUListElement | null }): (thrown: Thrown) => void {
  const t = useMessages(binMessages)
  const say = useSay()
  const actions = useBoardActions()
  return useCallback(
    ({ root, id }) => {
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
      const next = buttons[at + 1] ?? buttons[at - 1]
      actions?.restore(root, id)
      say(t.restored(t[root]))
      next?.focus()
    },
    [actions, say, t, list],
  )
}

const Row = memo(function Row(props: {
  thrown: Thrown
  writer: Writer
  onRestore: (thrown: Thrown) => void
}) {
  const { thrown, writer } = props
  const t = useMessages(binMessages)
  const board = useMessages(boardMessages)
  const can = useCan()
  const where = useWhere(thrown)
  const when = useWhen(thrown.at)
  const Icon = icons[thrown.root]
  const needs = fieldOf(thrown.root, 'deletedAt')?.needs
  const mayRestore = needs != null && can(needs(thrown.author)) === null
  const by = thrown.partner === undefined ? writer.name : board.by(writer.name, writer.partner)
  return (
    <li className="later-drawn flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
      <Icon aria-hidden="true" size={20} className="shrink-0 self-start text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="break-words whitespace-pre-wrap">{thrown.text.trim() || t.wordless}</p>
        <p className="text-sm text-muted">
          {[t[thrown.root], where].filter(Boolean).join(' ')} · {by} · {t.thrown(when)}
        </p>
      </div>
      {mayRestore && (
        <Button
          aria-label={t.restoreThis(t[thrown.root], short(thrown.text) || t.wordless)}
          onClick={() => props.onRestore(thrown)}
        >
          <RotateCcw aria-hidden="true" size={17} />
          {t.restore}
        </Button>
      )}
    </li>
  )
})

function useWhere({ root, tile, near }: Thrown): string {
  const t = useMessages(binMessages)
  const language = useLanguage()
  const [one = '', other = ''] = near.map(text => short(text) || t.wordless)
  if (tile) return t.at(bouwsteenContent[tile].name[language])
  if (root === 'replies') return t.of(one)
  return root === 'cement' ? t.between(one, other) : ''
}

function useWhen(at: number): string {
  const t = useMessages(binMessages)
  const language = useLanguage()
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
    .format(at)
    .replace(':', '.')
  if (new Date(at).toDateString() === new Date().toDateString()) return t.today(clock)
  return t.onDay(new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(at), clock)
}

const short = (text: string): string => {
  const letters = [...text.trim().replace(/\s+/g, ' ')]
  return letters.length > NEAR_MAX ? `${letters.slice(0, NEAR_MAX - 1).join('')}…` : letters.join('')
}
