import type { ReactNode } from 'react'

const shape =
  'flex min-h-11 items-center gap-2 rounded-lg px-3 lg:px-2 2xl:px-3 font-semibold text-muted hover:bg-surface'
const looks = {
  raised: 'aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-note',
  underlined:
    'aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4',
}

/** One of a few ways to look at the same, all in sight: a page is raised, a part of it underlined. */
export function ChoiceButton(props: {
  chosen: boolean
  look: keyof typeof looks
  onChoose: () => void
  /** What it is called, for where only its sign is shown. */
  title?: string | undefined
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={props.chosen}
      title={props.title}
      onClick={props.onChoose}
      className={`${shape} ${looks[props.look]}`}
    >
      {props.children}
    </button>
  )
}
