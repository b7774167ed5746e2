'use client'
import dynamic from 'next/dynamic'
import { type FocusEvent, type RefObject, useDeferredValue, useMemo, useRef, useState } from 'react'
import { DeskFirst } from '#components/desk/desk-first.tsx'
import { useBoard, useCan } from '#components/live/board.tsx'
import { useConnection, useDoc, useSession, useSessionView } from '#components/live/session.tsx'
import { PreparationFirst } from '#components/preparation/preparation-first.tsx'
import { SessionFrame } from '#components/session/session-frame.tsx'
import { LeadMenu, OnBoard } from '#components/together/brings.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useChoice } from '#components/ui/remembered.ts'
import { type Bouwsteen, bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { Announcer } from './announcer/announcer.tsx'
import { BinButton } from './bin/bin-button.tsx'
import { Cementing } from './cement/cementing.tsx'
import { Clipboard } from './clipboard/clipboard.tsx'
import { List } from './list/list.tsx'
import { useKeyMoving } from './moving/use-key-moving.ts'
import { focusNote } from './note/focus-note.ts'
import { NoteDialog } from './note/note-dialog.tsx'
import { ReactionDialog } from './note/reaction-dialog.tsx'
import { AsksReaction } from './note/reactions.tsx'
import { useOpenNote } from './note/use-open-note.ts'
import { PhoneView } from './phone/phone-view.tsx'
import { LostPlace } from './place/lost-place.tsx'
import { equalViews, type Place, type View } from './place/place.ts'
import { useAddress } from './place/use-address.ts'
import { useArrival } from './place/use-arrival.ts'
import { type Filter, isFiltering, matcher, wordsOf } from './search/filter.ts'
import { SearchedWords } from './search/marked.tsx'
import { Search, SearchState } from './search/search.tsx'
import { ChosenNotes } from './selection/chosen-notes.tsx'
import { chosenNotes } from './selection/use-note-keys.ts'
import { HistoryButtons } from './toolbar/history-buttons.tsx'
import { LookMenu } from './toolbar/look-menu.tsx'
import { ViewSwitch } from './toolbar/view-switch.tsx'
import { useWide } from './use-wide.ts'
import type { ViewProps } from './view-props.ts'
import { WALL_TOOLS } from './wall/controls.tsx'
import { Wall } from './wall/wall.tsx'

const LinesBoard = dynamic(() => import('./lines/lines-board.tsx').then(each => each.LinesBoard), {
  ssr: false,
})

const Overview = dynamic(() => import('./overview/overview.tsx').then(each => each.Overview), {
  ssr: false,
})
const OwnNotesBar = dynamic(() => import('./own-notes/own-notes-bar.tsx').then(file => file.OwnNotesBar), {
  ssr: false,
})
const KeysDialog = dynamic(() => import('./selection/keys-dialog.tsx').then(file => file.KeysDialog), {
  ssr: false,
})
const ProposalsView = dynamic(() => import('./proposals-view.tsx').then(file => file.ProposalsView), {
  ssr: false,
})
const ResultsView = dynamic(() => import('./results/results-view.tsx').then(file => file.ResultsView), {
  ssr: false,
})
const PeopleView = dynamic(() => import('./people/people-view.tsx').then(file => file.PeopleView), {
  ssr: false,
})
const BinDialog = dynamic(() => import('./bin/bin-dialog.tsx').then(file => file.BinDialog), { ssr: false })

/** The views without notes: what one looks for is found in the list. */
const noNotes: readonly View[] = ['overview', 'proposals', 'breakthrough', 'results', 'people']

/** What one looks at beside the board, over it. */
type Aside = 'bin' | 'keys'

export function BoardPage({ session }: { session: string }) {
  return (
    <SessionFrame session={session} document="board" page="board">
      <Announcer>
        <PreparationFirst>
          <DeskFirst>
            <Board />
          </DeskFirst>
        </PreparationFirst>
      </Announcer>
    </SessionFrame>
  )
}

/** The view to begin with: where a link leads; what the step is about; while choosing the opgave, that; else as chosen on this device, or as fits it. */
function useFirstView(linked: Place): { first: View; fitting: View; remember: (view: View) => void } {
  const view = useSessionView()
  const phase = view?.session.phase
  const about = view?.step?.step.view
  const wide = useWide()
  const [remembered, remember] = useChoice('board-view', equalViews)
  const keep = (view: View) => {
    const equal = equalViews.find(each => each === view)
    if (equal) remember(equal)
  }
  const fitting = remembered ?? (wide ? 'wall' : 'phone')
  const chosen = { fitting, remember: keep }
  if (linked.note !== undefined || linked.tile !== undefined) return { first: fitting, ...chosen }
  if (linked.line !== undefined) return { first: 'lines', ...chosen }
  if (about === 'breakthrough' || about === 'results') return { first: about, ...chosen }
  if (about === 'people') return { first: 'people', ...chosen }
  // What was laid side by side before the first step is what there is to look at.
  if (!about && phase === 'collect' && view?.preparation?.laid?.length)
    return { first: 'proposals', ...chosen }
  return { first: phase === 'decide' ? 'proposals' : fitting, ...chosen }
}

/** What one looks at and where in it; `arrive` brings the focus to the place once it is drawn. */
function useLooking(content: RefObject<HTMLElement | null>) {
  const { address, setView, ...set } = useAddress()
  const { place } = address
  const [linked] = useState(place)
  const { first, fitting, remember } = useFirstView(linked)
  const view = address.view ?? first
  const [arrivals, setArrivals] = useState(0)
  const came = useDoc() !== null
  const hasLink = Object.keys(linked).length > 0
  useArrival(content, place, came ? arrivals + (hasLink ? 1 : 0) : 0)
  const arrive = () => setArrivals(arrivals + 1)
  const choose = (next: View) => {
    if (next === view) return
    remember(next)
    setView(next)
    arrive()
  }
  /** Where somebody else leads: `board` is whichever view of the bouwstenen one has, or that suits; null stays in this one. */
  const [brought, setBrought] = useState(0)
  const bring = (next: View | 'board' | null, at: Place) => {
    if (next === 'board') setView(equalViews.some(each => each === view) ? view : fitting)
    else if (next !== null) setView(next)
    set.setPlace(at)
    setBrought(brought + 1)
    arrive()
  }
  /** Shows in the list what the overview counts. */
  const find = (wanted: Filter, at: Place) => {
    set.setFilter(wanted)
    set.setPlace(at)
    choose('list')
  }
  return { ...address, ...set, view, choose, linked, arrive, bring, brought, find }
}

function Board() {
  const content = useRef<HTMLDivElement>(null)
  const { view, choose, place, setPlace, filter, setFilter, ...led } = useLooking(content)
  const [aside, setAside] = useState<Aside | null>(null)
  const [reacting, setReacting] = useState<string | null>(null)
  const mayReact = useCan()({ type: 'react' }) === null
  useKeyMoving(view === 'wall' || view === 'phone' || view === 'list', setPlace)
  const here = useTileHere(place)
  const { words, matches, found } = useFound(filter)
  const note = useOpenNote(id => {
    // The overview shows no notes: one stays with what one looked at there.
    if (view === 'overview') return
    setPlace({ note: id })
    led.arrive()
  })
  return (
    <SearchedWords value={words}>
      <Cementing onJump={note.jump}>
        <FrozenBanner />
        <LostPlace linked={led.linked} onBin={() => setAside('bin')} />
        <OnBoard view={view} place={place} onGo={led.bring} />
        <Tools
          view={view}
          place={place}
          onView={choose}
          filter={filter}
          onFilter={setFilter}
          onAside={setAside}
        />
        <OwnNotesBar />
        <SearchState
          filter={filter}
          onFilter={setFilter}
          {...found}
          onList={noNotes.includes(view) ? () => choose('list') : null}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only looks where the focus went */}
        <div ref={content} className="contents" onFocus={event => setPlace(placeOf(event) ?? place)}>
          <AsksReaction value={mayReact ? setReacting : null}>
            <ChosenNotes
              board={content}
              view={view}
              onOpen={note.show}
              onReact={mayReact ? setReacting : null}
              onHelp={() => setAside('keys')}
              onMoved={(moved, tile) => setPlace({ tile, note: moved })}
            >
              <Shown
                key={led.brought}
                view={view}
                searching={isFiltering(filter)}
                filter={matches}
                place={place}
                onPlace={setPlace}
                onOpen={note.show}
                onShow={led.find}
                onView={choose}
              />
            </ChosenNotes>
          </AsksReaction>
        </div>
        <Clipboard
          tile={here}
          chosen={chosenNotes}
          onLaid={(laid, tile) => {
            setPlace({ tile, note: laid })
            focusNote(laid)
          }}
        />
        <NoteDialog id={note.open} onClose={note.close} />
        <ReactionDialog note={reacting} onClose={() => setReacting(null)} />
        {aside === 'bin' && <BinDialog onClose={() => setAside(null)} />}
        {aside === 'keys' && <KeysDialog view={view} onClose={() => setAside(null)} />}
      </Cementing>
    </SearchedWords>
  )
}

/** The row above the board: views, looking and finding. */
function Tools(props: {
  view: View
  place: Place
  onView: (view: View) => void
  filter: Filter
  onFilter: (filter: Filter) => void
  onAside: (aside: Aside) => void
}) {
  const wide = useWide()
  return (
    // Where room is dear this is one row, however large the letters are: a name gives way to it.
    <div
      className={`steps-aside relative flex items-center gap-x-2 px-2 py-1.5 sm:px-4 ${wide ? 'flex-wrap' : ''}`}
    >
      <ViewSwitch view={props.view} onChoose={props.onView} />
      <div id={WALL_TOOLS} />
      <div className={`ml-auto flex items-center ${wide ? 'gap-1' : 'shrink-0'}`}>
        <HistoryButtons />
        <Search filter={props.filter} onFilter={props.onFilter} />
        <LeadMenu view={props.view} place={props.place} />
        <LookMenu onBin={() => props.onAside('bin')} onKeys={() => props.onAside('keys')} />
        {wide && <BinButton onOpen={() => props.onAside('bin')} />}
      </div>
    </div>
  )
}

/** The bouwsteen that one is at. */
function useTileHere(place: Place): Bouwsteen {
  const { notes } = useBoard()
  return place.tile ?? notes.find(note => note.id === place.note)?.bouwsteen ?? 'opgave'
}

/** What is looked for, on the notes that lie on the board. Typing goes first: a board of many notes follows when it can. */
function useFound(filter: Filter) {
  const { notes, lines, reactions } = useBoard()
  const view = useSessionView()
  const me = view?.me.id ?? ''
  const tables = view?.tables ?? null
  const wanted = useDeferredValue(filter)
  const words = useMemo(() => wordsOf(wanted.text), [wanted.text])
  const matches = useMemo(
    () => matcher(wanted, { lines, reactions, tables }, me),
    [wanted, lines, reactions, tables, me],
  )
  const found = useMemo(() => {
    const lying = notes.filter(note => note.deletedAt === null)
    return { hits: lying.filter(matches).length, total: lying.length }
  }, [notes, matches])
  return { words, matches, found }
}

/** Where on the board something has the focus; null when it is at no place of its own. */
function placeOf({ target }: FocusEvent<HTMLElement>): Place | null {
  const named = (name: string) => target.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]
  const tile = bouwsteenSchema.safeParse(named('tile')).data
  const [line, note] = [named('line'), named('note') ?? named('row')]
  if (!tile && !line && !note) return null
  return { ...(tile && { tile }), ...(line && { line }), ...(note && { note }) }
}

function Shown(
  props: ViewProps & {
    view: View
    searching: boolean
    /** Shows in the list what the overview counts. */
    onShow: (filter: Filter, place: Place) => void
    onView: (view: View) => void
  },
) {
  const { view, searching, onShow, onView, ...rest } = props
  if (view === 'phone') return <PhoneView {...rest} />
  if (view === 'list') return <List {...rest} searching={searching} />
  if (view === 'lines') return <LinesBoard {...rest} />
  if (view === 'proposals') return <ProposalsView />
  if (view === 'breakthrough' || view === 'results') return <ResultsView part={view} onPart={onView} />
  if (view === 'people') return <PeopleView />
  if (view === 'overview') return <Overview onShow={onShow} />
  return (
    <div data-fills-screen className="min-h-0 grow p-1 pt-0 sm:px-2 sm:pb-2">
      <Wall {...rest} />
    </div>
  )
}

function FrozenBanner() {
  const t = useMessages(boardMessages)
  const session = useSession()
  const { frozen } = useConnection()
  if (frozen === null) return null
  return (
    <div className="px-3 pt-3 sm:px-4">
      <Notice kind="info">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            {t.frozen}
            <span className="block text-sm text-muted">
              {t.boardHash}: <code className="break-all">{frozen}</code>
            </span>
          </p>
          <ButtonLink href={`/${session}/statement`} variant="primary">
            {t.toStatement}
          </ButtonLink>
        </div>
      </Notice>
    </div>
  )
}
