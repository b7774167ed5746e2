'use client'
import { CheckCheck, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useOpenTiles } from '#components/live/board.tsx'
import { useDraft } from '#components/live/drafts.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { viewMessages } from '#lib/i18n/views.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { StarterChips } from '../bouwsteen/starter-chips.tsx'
import { LineDot } from '../line-dot.tsx'
import { Composer } from '../note/composer.tsx'
import { focusAdding, focusComposer } from '../note/focus-note.ts'
import { useCardLooks } from '../note/use-card-looks.ts'
import { CopyLink } from '../place/copy-link.tsx'
import type { Ticks } from '../selection/ticks.ts'
import type { Group, Section, Subject } from './groups.ts'
import { ListRow } from './list-row.tsx'

type Grouped = {
  /** Null for who can do nothing with several notes. */
  ticks: Ticks | null
  onOpen: (note: string) => void
}

/** A heading of the list with all that lies under it. */
export function ListGroup(
  props: Grouped & {
    group: Group
    /** Whether the notes under it are told apart by headings of their own. */
    divided: boolean
    /** Whether a note is being written here; null where none can be. */
    writing: boolean | null
    onWrite: (tile: Bouwsteen | null) => void
  },
) {
  const { group, onWrite } = props
  const t = useMessages(listMessages)
  const id = `list-${group.key}`
  const tile = 'tile' in group.subject ? group.subject.tile : null
  return (
    <section aria-labelledby={id} {...placeOf(group.subject)} className="scroll-mt-2">
      <Head {...props} id={id} tile={tile} />
      {tile && props.writing && (
        <Writing
          tile={tile}
          onCancel={() => {
            onWrite(null)
            focusAdding(tile)
          }}
        />
      )}
      {group.count === 0 && group.hidden === 0 && <p className="px-1 py-2 text-muted">{t.empty}</p>}
      {group.sections.map(section =>
        props.divided ? (
          <ListSection key={section.key} {...props} section={section} />
        ) : (
          <Rows key={section.key} {...props} section={section} />
        ),
      )}
    </section>
  )
}

/** A note being written, with half sentences to begin with while nothing stands there. */
function Writing({ tile, onCancel }: { tile: Bouwsteen; onCancel: () => void }) {
  const [draft, setDraft] = useDraft(tile)
  return (
    <div className="flex max-w-3xl flex-col gap-1 px-1 py-2">
      <Composer bouwsteen={tile} focus onCancel={onCancel} />
      {draft === '' && (
        <StarterChips
          bouwsteen={tile}
          inRow
          onStart={text => {
            setDraft(text)
            focusComposer()
          }}
        />
      )}
    </div>
  )
}

const placeOf = (subject: Subject) =>
  'tile' in subject ? { 'data-tile': subject.tile } : { 'data-line': subject.line?.id }

function useTitle(): (subject: Subject) => string {
  const t = useMessages(listMessages)
  const language = useLanguage()
  return subject =>
    'tile' in subject ? bouwsteenContent[subject.tile].name[language] : (subject.line?.title ?? t.loose)
}

function Head(
  props: Grouped & {
    group: Group
    id: string
    tile: Bouwsteen | null
    writing: boolean | null
    onWrite: (tile: Bouwsteen | null) => void
  },
) {
  const { group, tile } = props
  const t = useMessages(listMessages)
  const views = useMessages(viewMessages)
  const board = useMessages(boardMessages)
  const title = useTitle()(group.subject)
  const open = useOpenTiles()
  const line = 'line' in group.subject ? group.subject.line : null
  return (
    <header className="sticky top-0 z-10 flex items-center gap-1 sm:gap-2 border-b border-line bg-paper py-1">
      {tile && <BouwsteenIcon bouwsteen={tile} size={24} />}
      {line && <LineDot colour={line.colour} />}
      <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-2">
        <h2 id={props.id} className="text-xl font-bold hyphens-auto">
          {title}
        </h2>
        <p className="text-sm whitespace-nowrap text-muted">
          {board.count(group.count)}
          {tile && open && ` · ${open.includes(tile) ? board.openNow : board.notNow}`}
        </p>
      </div>
      <TickAll title={title} notes={group.sections.flatMap(section => section.notes)} ticks={props.ticks} />
      {tile && <CopyLink place={{ tile }} label={views.copyTileLink(title)} />}
      {line && <CopyLink place={{ line: line.id }} label={views.copyLineLink(title)} />}
      {tile && props.writing !== null && (
        <HeadButton
          label={t.add(title)}
          adds={tile}
          onClick={() => props.onWrite(props.writing ? null : tile)}
        >
          <Plus aria-hidden="true" size={22} />
        </HeadButton>
      )}
    </header>
  )
}

function ListSection(props: Grouped & { section: Section; group: Group }) {
  const { section } = props
  const t = useMessages(listMessages)
  const titleOf = useTitle()
  const title = titleOf(section.subject)
  const id = `list-${section.key.replace(' ', '-')}`
  return (
    <section aria-labelledby={id} {...placeOf(section.subject)} className="mt-1">
      <div className="flex items-center gap-2">
        {'tile' in section.subject && <BouwsteenIcon bouwsteen={section.subject.tile} />}
        <h3 id={id} className="font-semibold break-words">
          {title}
        </h3>
        <p className="grow text-sm text-muted">{section.notes.length}</p>
        <TickAll
          title={t.of(titleOf(props.group.subject), title)}
          notes={section.notes}
          ticks={props.ticks}
        />
      </div>
      <Rows {...props} />
    </section>
  )
}

function TickAll(props: { title: string; notes: Section['notes']; ticks: Ticks | null }) {
  const t = useMessages(listMessages)
  const { notes, ticks } = props
  if (ticks === null || notes.length < 2) return null
  const all = notes.every(note => ticks.ids.has(note.id))
  return (
    <HeadButton
      label={t.of(all ? t.untickAll : t.tickAll, props.title)}
      onClick={() => ticks.tickAll(notes.map(note => note.id))}
    >
      <CheckCheck aria-hidden="true" size={20} />
    </HeadButton>
  )
}

function HeadButton(props: {
  label: string
  /** The bouwsteen that it begins a note on. */
  adds?: Bouwsteen
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      data-adds={props.adds}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      className="flex size-[44px] shrink-0 items-center justify-center rounded-lg hover:bg-surface"
    >
      {props.children}
    </button>
  )
}

function Rows({ section, ticks, onOpen }: Grouped & { section: Section }) {
  const looks = useCardLooks()
  return (
    <ul>
      {section.notes.map(note => (
        <ListRow
          key={note.id}
          note={note}
          {...looks(note)}
          ticked={ticks?.ids.has(note.id) ?? false}
          onTick={ticks?.tick ?? null}
          onOpen={onOpen}
        />
      ))}
    </ul>
  )
}
