'use client'
import { Search as SearchIcon, SlidersHorizontal, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { reactionKinds } from '#lib/domain/reaction.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { searchMessages } from '#lib/i18n/search.ts'
import { tableMessages } from '#lib/i18n/tables.ts'
import { useSay } from '../announcer/announcer.tsx'
import { useWide } from '../use-wide.ts'
import { type Filter, facetsChosen, isFiltering, noFilter } from './filter.ts'

type Searching = { filter: Filter; onFilter: (filter: Filter) => void }

/** One way to search for all views: words, and of whom or in which line. Where there is little room it unfolds. */
export function Search(props: Searching) {
  const t = useMessages(searchMessages)
  const wide = useWide()
  const chosen = facetsChosen(props.filter)
  const mark = chosen > 0 && <span className="text-sm">{chosen}</span>
  if (wide)
    return (
      <search className="flex items-center gap-1">
        <Words {...props} />
        <Disclosure
          label={chosen === 0 ? t.narrow : t.chosen(t.narrow, chosen)}
          face={
            <>
              <SlidersHorizontal aria-hidden="true" size={18} />
              {mark}
            </>
          }
        >
          {() => <Facets {...props} />}
        </Disclosure>
      </search>
    )
  return (
    <search>
      <Disclosure
        label={chosen === 0 ? t.search : t.chosen(t.search, chosen)}
        search
        face={
          <>
            <SearchIcon aria-hidden="true" size={20} />
            {mark}
          </>
        }
      >
        {() => (
          <div className="flex flex-col gap-3">
            <Words {...props} focus />
            <Facets {...props} />
          </div>
        )}
      </Disclosure>
    </search>
  )
}

function Words({ filter, onFilter, focus }: Searching & { focus?: boolean }) {
  const t = useMessages(searchMessages)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  return (
    <label className="relative block">
      <span className="sr-only">{t.search}</span>
      <SearchIcon aria-hidden="true" size={18} className="absolute top-3 left-3 text-muted" />
      <input
        ref={field}
        type="search"
        data-search
        value={filter.text}
        placeholder={t.searchShort}
        maxLength={100}
        onChange={event => onFilter({ ...filter, text: event.target.value })}
        className="min-h-11 w-full rounded-lg border border-muted bg-paper pr-2 pl-9 text-ink placeholder:text-muted lg:w-36 2xl:w-52"
      />
    </label>
  )
}

function Facets({ filter, onFilter }: Searching) {
  const t = useMessages(searchMessages)
  const kinds = useMessages(noteMessages)
  const at = useMessages(tableMessages)
  const view = useSessionView()
  const lines = useBoard().lines.filter(line => line.deletedAt === null)
  const facet = (name: 'partner' | 'person' | 'table' | 'line' | 'reaction', options: [string, string][]) => (
    <Field label={t[name]}>
      {field => (
        <Select
          {...field}
          value={filter[name] ?? ''}
          onChange={event => onFilter({ ...filter, [name]: event.target.value || null })}
        >
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
  const named = (list: readonly { id: string; name: string }[] = []) =>
    list.map(({ id, name }): [string, string] => [id, name])
  const people = view?.roster.filter(person => person.id !== view.me.id)
  return (
    <div className="flex flex-col gap-3">
      {view &&
        view.partners.length > 0 &&
        facet('partner', [['', t.anyPartner], ...named(view.partners), ['none', t.noPartner]])}
      {facet('person', [['', t.anyone], ['me', t.mine], ...named(people)])}
      {view?.tables &&
        facet('table', [
          ['', t.anyTable],
          ...view.tables.tables.map(({ title }, index): [string, string] => [
            String(index + 1),
            `${at.table(index + 1)}: ${title}`,
          ]),
        ])}
      {facet('line', [
        ['', t.anyLine],
        ['none', t.noLine],
        ...lines.map(({ id, title }): [string, string] => [id, title]),
      ])}
      {facet('reaction', [
        ['', t.anyReaction],
        ...reactionKinds.map((kind): [string, string] => [kind, kinds[kind]]),
        ['none', t.noReaction],
      ])}
    </div>
  )
}

/** How long typing rests before the count of hits is read out, in ms. */
const REST = 800

/** What is looked for and how much was found, for as long as it holds; and the way out. */
export function SearchState(
  props: Searching & {
    hits: number
    total: number
    /** Shows what was found, from a view that shows no notes. */
    onList: (() => void) | null
  },
) {
  const t = useMessages(searchMessages)
  const say = useSay()
  const { filter, onFilter, hits, total, onList } = props
  const wanted = useWanted(filter)
  const active = isFiltering(filter)
  const key = active ? JSON.stringify(filter) : ''
  const found = t.hits(hits, total)
  const read = useRef(key)
  // The count follows the words when it can: what is said is what is found by then.
  const latest = useRef('')
  useEffect(() => {
    latest.current = active ? found : t.cleared
  })
  useEffect(() => {
    if (read.current === key) return
    const timer = setTimeout(() => {
      read.current = key
      say(latest.current, false)
    }, REST)
    return () => clearTimeout(timer)
  }, [key, say])
  if (!active) return null
  return (
    <div className="flex items-center gap-2 px-3 text-sm sm:px-4">
      <p className="min-w-0 grow truncate">
        <strong>{found}</strong>: {wanted.join(', ')}
      </p>
      {onList && hits > 0 && (
        <button
          type="button"
          onClick={onList}
          className="flex min-h-11 shrink-0 items-center gap-1 rounded-lg px-2 font-semibold underline underline-offset-4 hover:bg-surface"
        >
          {t.showInList}
        </button>
      )}
      <button
        type="button"
        onClick={() => onFilter(noFilter)}
        className="flex min-h-11 shrink-0 items-center gap-1 rounded-lg px-2 font-semibold hover:bg-surface"
      >
        <X aria-hidden="true" size={18} />
        {t.clear}
      </button>
    </div>
  )
}

/** What is looked for, in words. */
function useWanted({ text, partner, person, table, line, reaction }: Filter): string[] {
  const t = useMessages(searchMessages)
  const at = useMessages(tableMessages)
  const kinds = useMessages(noteMessages)
  const view = useSessionView()
  const { lines } = useBoard()
  const wanted: string[] = []
  if (text.trim() !== '') wanted.push(t.quoted(text.trim()))
  if (partner !== null)
    wanted.push(
      partner === 'none'
        ? t.noPartner
        : (view?.partners.find(each => each.id === partner)?.name ?? t.somewhere),
    )
  if (person !== null)
    wanted.push(
      person === 'me' ? t.mine : (view?.roster.find(each => each.id === person)?.name ?? t.somewhere),
    )
  if (table !== null) wanted.push(at.table(Number(table)))
  if (line !== null)
    wanted.push(line === 'none' ? t.noLine : (lines.find(each => each.id === line)?.title ?? t.somewhere))
  if (reaction !== null) wanted.push(reaction === 'none' ? t.noReaction : kinds[reaction])
  return wanted
}

/** Puts the focus where one searches; where that is folded up, it unfolds first. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLElement>('[data-search]')
  if (field instanceof HTMLInputElement) field.focus()
  else field?.click()
}
