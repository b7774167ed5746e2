'use client'
import { useMessages } from '#components/ui/language.tsx'
import {
  compareRounds,
  type ProposalRounds,
  type Support,
  type TextInRound,
} from '#lib/domain/ballot-rounds.ts'
import { differenceOf, type Piece } from '#lib/domain/difference.ts'
import { roundMessages } from '#lib/i18n/rounds.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'

/** What moved between the rounds: of each text that was voted on more than once, its words and how many were for it. */
export function Rounds({ ballots }: { ballots: readonly BallotView[] }) {
  const t = useMessages(roundMessages)
  const compared = compareRounds(ballots).filter(({ rounds }) => rounds.length > 1)
  if (compared.length === 0) return null
  return (
    <section aria-labelledby="rounds" className="flex flex-col gap-3 border-t border-line pt-3">
      <h3 id="rounds" className="text-lg font-bold">
        {t.title}
      </h3>
      <ul className="flex flex-col gap-4">
        {compared.map(each => (
          <li key={each.proposal} className="rounded-lg border border-line p-3">
            <OverRounds compared={each} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OverRounds({ compared: { rounds, moved } }: { compared: ProposalRounds }) {
  const t = useMessages(roundMessages)
  const [before, now] = [rounds.at(-2), rounds.at(-1)]
  if (!before || !now) return null
  const people = rounds.some(each => each.people)
  const partners = rounds.some(each => each.partners)
  return (
    <>
      {now.changed ? (
        <Changed from={before} to={now} />
      ) : (
        <p className="whitespace-pre-wrap break-words">{now.text}</p>
      )}
      <table className="mt-2 w-full table-fixed border-collapse text-[0.875em]">
        <caption className="sr-only">{t.caption}</caption>
        <thead className="text-left text-muted">
          <tr>
            <th scope="col" className="font-normal">
              {t.round}
            </th>
            {people && <Head>{t.people}</Head>}
            {partners && <Head>{t.partners}</Head>}
          </tr>
        </thead>
        <tbody>
          {rounds.map(each => (
            <tr key={each.ballot} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                {t.nth(each.round)} <span className="text-muted">{t[each.method]}</span>
              </th>
              {people && <Cell support={each.people} />}
              {partners && <Cell support={each.partners} />}
            </tr>
          ))}
        </tbody>
      </table>
      {moved && (
        <p className="mt-1 font-semibold">
          {[
            moved.people === null ? null : t.movedPeople(moved.people),
            moved.partners === null ? null : t.movedPartners(moved.partners),
          ]
            .filter(each => each !== null)
            .join(' · ')}
        </p>
      )}
      {!moved && <p className="mt-1 text-[0.875em] text-muted">{t.otherwise}</p>}
    </>
  )
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="px-1 font-normal">
      {children}
    </th>
  )
}

/** How many are for it, in numbers and as a bar. */
function Cell({ support }: { support: Support | null }) {
  const t = useMessages(roundMessages)
  if (!support) return <td className="px-1 py-1 text-muted">{t.unknown}</td>
  const { inFavour, of } = support
  return (
    <td className="px-1 py-1 tabular-nums">
      {t.outOf(inFavour, of)}
      <span aria-hidden="true" className="mt-1 block h-2 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full bg-(--accent-samen-doen)"
          style={{ width: `${of > 0 ? (inFavour / of) * 100 : 0}%` }}
        />
      </span>
    </td>
  )
}

/** The words as they are now, with what was taken out of them and what came. */
function Changed({ from, to }: { from: TextInRound; to: TextInRound }) {
  const t = useMessages(roundMessages)
  return (
    <>
      <p className="text-[0.875em] text-muted">{t.changed(from.round)}</p>
      <p className="whitespace-pre-wrap break-words">
        {differenceOf(from.text, to.text).map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing else, and never move
          <Words key={index} piece={piece} />
        ))}
      </p>
    </>
  )
}

function Words({ piece: { kind, text } }: { piece: Piece }) {
  const t = useMessages(roundMessages)
  if (kind === 'kept') return text
  if (kind === 'added')
    return (
      <ins className="font-semibold decoration-2 underline-offset-4">
        <span className="sr-only"> {t.added} </span>
        {text}
      </ins>
    )
  return (
    <del className="text-muted decoration-danger decoration-2">
      <span className="sr-only"> {t.gone} </span>
      {text}
    </del>
  )
}
