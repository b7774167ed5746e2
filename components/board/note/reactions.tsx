'use client'
import {
  BrickWall,
  Hand,
  type LucideIcon,
  MessageCircleQuestionMark,
  MessageSquareText,
  Puzzle,
  SmilePlus,
} from 'lucide-react'
import { createContext, useCallback, useContext } from 'react'
import { useBoardActions, useCan } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { noReactions, type ReactionKind, reactionKinds } from '#lib/domain/reaction.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { useSay } from '../announcer/announcer.tsx'
import { type Signs, useSigns } from './use-signs.ts'
import { useWriters } from './writers.ts'

const icons: Record<ReactionKind, LucideIcon> = {
  'herken-ik': Hand,
  vraag: MessageCircleQuestionMark,
  'mist-iets': Puzzle,
}

const AskContext = createContext<((note: string) => void) | null>(null)
/** Where the choice of reactions opens, for what is below; null for who may not react now. */
export const AsksReaction = AskContext.Provider
/** Whether there is a button for that on each card. */
export const useAsksReaction = (): boolean => useContext(AskContext) !== null

/** On a note, for who may react: the way to the three reactions. Not on the way of Tab: its key and the open note lead there too. */
export function ReactButton(props: { note: Note; paper: string; className?: string }) {
  const t = useMessages(noteMessages)
  const { note, paper, className = '' } = props
  const ask = useContext(AskContext)
  if (ask === null) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t.reactTo(note.text)}
      title={t.react}
      onClick={() => ask(note.id)}
      className={`flex size-11 items-center justify-center rounded-full text-ink hover:brightness-90 pointer-fine:size-8 ${className}`}
      style={{ background: paper }}
    >
      <SmilePlus aria-hidden="true" size={18} />
    </button>
  )
}

/** Gives a reaction, or takes it back while it is one's own. Null for who may not react now. */
function useReact(): ((note: string, kind: ReactionKind, mine: boolean) => void) | null {
  const t = useMessages(noteMessages)
  const say = useSay()
  const actions = useBoardActions()
  const may = useCan()({ type: 'react' }) === null
  const react = useCallback(
    (note: string, kind: ReactionKind, mine: boolean) => {
      actions?.toggleReaction(note, kind)
      say(mine ? t.takenBack(t[kind]) : t.given(t[kind]), false)
    },
    [actions, say, t],
  )
  return may && actions ? react : null
}

/** The three reactions to a note, to give and take back, and who gave them. */
export function Reactions({ note, onChosen }: { note: string; onChosen?: () => void }) {
  const t = useMessages(noteMessages)
  const react = useReact()
  const counts = useSigns()(note)?.reactions ?? noReactions()
  const given = reactionKinds.filter(kind => counts[kind].count > 0)
  return (
    <section aria-label={t.reactions} className="flex flex-col gap-2">
      <div className="grid grid-cols-3 gap-2 sm:flex sm:flex-wrap">
        {reactionKinds.map(kind => (
          <Choice
            key={kind}
            kind={kind}
            {...counts[kind]}
            onChoose={
              react &&
              (() => {
                react(note, kind, counts[kind].mine)
                onChosen?.()
              })
            }
          />
        ))}
      </div>
      {given.length > 0 && (
        <details>
          <summary className="min-h-8 w-fit content-center text-sm text-muted pointer-coarse:min-h-11">
            {t.whoReacted}
          </summary>
          <ul className="text-sm">
            {given.map(kind => (
              <li key={kind}>
                <b>{t[kind]}:</b> <Names people={counts[kind].people} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Choice(props: { kind: ReactionKind; count: number; mine: boolean; onChoose: (() => void) | null }) {
  const { kind, count, mine, onChoose } = props
  const t = useMessages(noteMessages)
  const Icon = icons[kind]
  const face = (
    <>
      <Icon aria-hidden="true" size={18} />
      <span>
        {t[kind]}
        {count > 0 && ` ${count}`}
      </span>
    </>
  )
  const shape =
    'flex min-h-11 flex-col items-center justify-center gap-x-2 rounded-xl border px-3 py-1 sm:flex-row sm:rounded-full'
  if (onChoose === null) return count > 0 && <p className={`${shape} border-line`}>{face}</p>
  return (
    <button
      type="button"
      aria-pressed={mine}
      onClick={onChoose}
      className={`${shape} border-muted hover:bg-surface aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:font-bold aria-pressed:text-paper`}
    >
      {face}
    </button>
  )
}

/** People by name, oneself last and as "you". */
function Names({ people }: { people: readonly string[] }) {
  const t = useMessages(noteMessages)
  const board = useMessages(boardMessages)
  const writers = useWriters()
  const me = useSessionView()?.me.id
  const names = people.filter(id => id !== me).map(id => writers(id, null).name || board.someone)
  if (names.length < people.length) names.push(t.you)
  return names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} ${t.and} ${names.at(-1)}`
}

/** How often each reaction was given and how many replies there are, quietly; nothing for a note without any. */
export function NoteSigns({ signs, size = 15 }: { signs: Signs | null; size?: number }) {
  const t = useMessages(noteMessages)
  if (signs === null) return null
  const given = reactionKinds.filter(kind => signs.reactions[kind].count > 0)
  if (given.length === 0 && signs.replies === 0 && signs.cement === 0) return null
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-sm">
      {given.map(kind => {
        const { count, mine } = signs.reactions[kind]
        return (
          <Sign key={kind} icon={icons[kind]} count={count} mine={mine} size={size}>
            {t.reactedTimes(t[kind], count)}
          </Sign>
        )
      })}
      {signs.replies > 0 && (
        <Sign icon={MessageSquareText} count={signs.replies} mine={false} size={size}>
          {t.repliesCount(signs.replies)}
        </Sign>
      )}
      {signs.cement > 0 && (
        <Sign icon={BrickWall} count={signs.cement} mine={false} size={size}>
          {t.cementCount(signs.cement)}
        </Sign>
      )}
    </span>
  )
}

/** The same in words, for what is read out as one. */
export function useSignWords(signs: Signs | null): string[] {
  const t = useMessages(noteMessages)
  if (signs === null) return []
  const given = reactionKinds.filter(kind => signs.reactions[kind].count > 0)
  const words = given.map(kind => t.reactedTimes(t[kind], signs.reactions[kind].count))
  return signs.replies > 0 ? [...words, t.repliesCount(signs.replies)] : words
}

/** A count behind its icon; read out in words. */
function Sign(props: { icon: LucideIcon; count: number; mine: boolean; size: number; children: string }) {
  const { icon: Icon, count, mine, size } = props
  return (
    <span
      title={props.children}
      className={`inline-flex items-center gap-0.5 ${mine ? 'font-bold underline underline-offset-2' : ''}`}
    >
      <span className="sr-only">{props.children}. </span>
      <Icon aria-hidden="true" size={size} strokeWidth={mine ? 2.75 : 2} />
      <span aria-hidden="true">{count}</span>
    </span>
  )
}
