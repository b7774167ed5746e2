import type { Writer } from './writers.ts'

/** The letters that stand for a partner, on its colour; its name stands beside it or is read out. */
export function PartnerMark({ mark }: { mark: Writer['mark'] }) {
  if (mark === null) return null
  return (
    <span
      aria-hidden="true"
      className="inline-flex h-5 min-w-6 shrink-0 items-center justify-center rounded px-1 text-xs font-bold text-paper"
      style={{ background: mark.colour }}
    >
      {mark.letters}
    </span>
  )
}
