'use client'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useChangesByOthers } from '#components/live/board-changes.ts'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage } from '#components/ui/language.tsx'
import { useChoice } from '#components/ui/remembered.ts'
import { Bundle } from './news.ts'
import { tellNews } from './tell-news.ts'

type Say = (text: string, seen?: boolean) => void
const SayContext = createContext<Say>(() => {})

/** Whether what others do is read out; each chooses for their device. */
export function useReadOut(): [boolean, (on: boolean) => void] {
  const [chosen, choose] = useChoice('read-out', ['on', 'off'])
  return [chosen !== 'off', on => choose(on ? 'on' : 'off')]
}

/**
 * Says what was done: read out at once, and shown for a moment at the foot of the screen. `seen` false: only read out, for
 * what is on the screen already.
 */
export const useSay = (): Say => useContext(SayContext)

/** How long a confirmation stays on the screen, in ms. */
const SHOWN = 6000

/** The one place on the board from which things are read out. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const [shown, setShown] = useState<string | null>(null)
  const read = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), [])
  const saidBy = useNews(read)
  const say = useCallback<Say>(
    (text, seen = true) => {
      saidBy()
      read(text)
      readInDialog(text)
      setShown(seen ? text : null)
    },
    [read, saidBy],
  )
  const hide = useCallback(() => setShown(null), [])
  return (
    <SayContext value={say}>
      {children}
      {/* The same words twice are two happenings: a space at their end makes them another text, so that both are read. */}
      <p aria-live="polite" data-announcer className="sr-only">
        {said.text}
        {said.turn % 2 === 1 && '\u00a0'}
      </p>
      {shown && (
        <Shown key={said.turn} onOver={hide}>
          {shown}
        </Shown>
      )}
    </SayContext>
  )
}

/** While a dialog asks something, only what is in it is read out. */
function readInDialog(text: string): void {
  const said = [...document.querySelectorAll('dialog[open] > [data-said]')].at(-1)
  if (said) said.textContent = said.textContent === text ? `${text}\u00a0` : text
}

/** For the eyes, above everything: also above a dialog. Each time something is said it is shown anew, and as long again. */
function Shown({ children, onOver }: { children: string; onOver: () => void }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.showPopover?.(), [])
  useEffect(() => {
    const timer = setTimeout(onOver, SHOWN)
    return () => clearTimeout(timer)
  }, [onOver])
  return (
    <p
      ref={line}
      popover="manual"
      aria-hidden="true"
      className="pointer-events-none fixed inset-auto bottom-24 left-1/2 m-0 max-w-[90vw] -translate-x-1/2 rounded-lg bg-ink px-4 py-2.5 text-paper shadow-note"
    >
      {children}
    </p>
  )
}

/** Reads out what others do, bundled; gives what tells it that something else was said just now. */
function useNews(read: (text: string) => void): () => void {
  const me = useSessionView()?.me.id ?? ''
  const language = useLanguage()
  const [on] = useReadOut()
  const { lines } = useBoard()
  const bundle = useMemo(() => new Bundle(me), [me])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef({ on, lines, language })
  useEffect(() => {
    latest.current = { on, lines, language }
  })
  const speak = useCallback(() => {
    clearTimeout(timer.current)
    const news = bundle.next(performance.now())
    const { on, lines, language } = latest.current
    const titleOf = (line: string) => lines.find(({ id }) => id === line)?.title ?? null
    if (news && on) read(tellNews(news, language, titleOf))
    const wait = bundle.wait(performance.now())
    if (wait !== null) timer.current = setTimeout(speak, wait + 1)
  }, [bundle, read])
  useChangesByOthers(
    useCallback(
      (before, after) => {
        bundle.take(before, after, performance.now())
        speak()
      },
      [bundle, speak],
    ),
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => bundle.said(performance.now()), [bundle])
}
