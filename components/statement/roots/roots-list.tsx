'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { useSnapshot } from '#components/live/snapshot.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { parseRoots, type Root, rootKinds } from '#lib/domain/roots.ts'
import type { BoardSnapshot } from '#lib/domain/snapshot.ts'
import { rootsMessages } from '#lib/i18n/roots.ts'
import { type Told, useTold } from './told-root.ts'

/** How many roots are shown at first: a passage may come of a whole bouwsteen. */
const SHOWN_FIRST = 6

/** What a passage comes from, with its words, of whom, and the way to it on the board; says so when it comes from nothing. */
export function RootsList({ roots }: { roots: string }) {
  const t = useMessages(rootsMessages)
  const refusal = useRefusalText()
  const hash = useSessionView()?.board?.hash ?? null
  const parsed = parseRoots(roots)
  const board = useSnapshot<BoardSnapshot>(parsed.length > 0 ? hash : null)
  if (parsed.length === 0)
    return (
      <p>
        <b>{t.none}.</b> {t.noneText}
      </p>
    )
  if (board === null) return <p className="text-muted">{t.loading}</p>
  if (!board.ok) return <p role="alert">{refusal(board.refusal.code)}</p>
  return <Found key={roots} roots={parsed} board={board.value} />
}

function Found({ roots, board }: { roots: readonly Root[]; board: BoardSnapshot }) {
  const t = useMessages(rootsMessages)
  const [all, setAll] = useState(roots.length <= SHOWN_FIRST + 1)
  const told = useTold(board)
  const shown = all ? roots : roots.slice(0, SHOWN_FIRST)
  return (
    <>
      <ul className="flex flex-col gap-3">
        {shown.map(root => (
          <li key={`${root.kind}:${root.id}`}>
            <OneRoot told={told(root)} kind={root.kind} />
          </li>
        ))}
      </ul>
      {!all && <Button onClick={() => setAll(true)}>{t.more(roots.length - shown.length)}</Button>}
    </>
  )
}

function OneRoot({ told, kind }: { told: Told; kind: Root['kind'] }) {
  const t = useMessages(rootsMessages)
  const session = useSession()
  return (
    <div
      className="rounded-lg border-l-4 bg-paper px-3 py-2"
      style={{ borderColor: told.tile ? `var(--accent-${told.tile})` : 'var(--line)' }}
    >
      <a
        href={`/${session}/board?${told.place}`}
        aria-label={t.toBoard(`${t.kind(kind)} ${told.text}`)}
        className="inline-flex min-h-6 items-center text-xs font-semibold"
      >
        {t.kind(kind)}
      </a>
      <p className="break-words whitespace-pre-line">{told.text}</p>
      {told.by !== '' && <p className="text-xs text-muted">{told.by}</p>}
    </div>
  )
}

/** How many of each kind a passage comes from, in a few words; that it has none when it has none. */
export function useRootsCount(): (roots: string) => string {
  const t = useMessages(rootsMessages)
  return roots => {
    const parsed = parseRoots(roots)
    if (parsed.length === 0) return t.none
    return rootKinds
      .map(kind => [kind, parsed.filter(each => each.kind === kind).length] as const)
      .flatMap(([kind, n]) => (n > 0 ? [t.counted(kind, n)] : []))
      .join(', ')
  }
}
