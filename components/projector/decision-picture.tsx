'use client'
import { useBoard } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { BallotRules } from '#components/vote/ballot-promise.tsx'
import { projectorMessages } from '#lib/i18n/projector.ts'
import type { BallotView, SessionView } from '#lib/protocol/session-view.ts'
import { DefinitionsPicture } from './definitions-picture.tsx'
import { FittedTexts } from './fitted-texts.tsx'
import { ResultPicture } from './result-picture.tsx'

/** From proposals to one definition: what is proposed, how many have voted, the result, and what was chosen. */
export function DecisionPicture({ view }: { view: SessionView }) {
  const t = useMessages(projectorMessages)
  const newest = view.ballots.toSorted((a, b) => a.round - b.round).at(-1)
  if (view.definition)
    return (
      <div className="grid grow place-items-center rounded-2xl bg-(--tile-opgave) p-12 text-center">
        <div className="max-w-4xl">
          <p className="text-2xl font-bold text-(--accent-opgave)">{t.definition}</p>
          <p className="font-serif text-5xl leading-snug text-balance">{view.definition.text}</p>
        </div>
      </div>
    )
  if (newest?.state === 'revealed') return <ResultPicture ballot={newest} ballots={view.ballots} />
  return newest ? <Voting ballot={newest} /> : <Proposals view={view} />
}

/** What is voted on, and how many have; never what. */
function Voting({ ballot }: { ballot: BallotView }) {
  const t = useMessages(projectorMessages)
  const { voters, partners } = ballot.turnout
  return (
    <>
      <h2 className="text-3xl font-bold">{ballot.state === 'closed' ? t.closed : t.voting}</h2>
      <p className="py-3 text-5xl font-bold tabular-nums">
        {ballot.per === 'partner' ? t.partnersVoted(partners) : t.voted(voters, partners)}
      </p>
      <ul className="flex flex-col pb-4 text-xl text-muted">
        <BallotRules ballot={ballot} />
      </ul>
      <FittedTexts
        texts={ballot.options.map(({ proposal, text, meaning }) => ({ id: proposal, text, meaning }))}
        numbered={!ballot.shuffled}
      />
    </>
  )
}

function Proposals({ view }: { view: SessionView }) {
  const t = useMessages(projectorMessages)
  const proposals = useBoard().proposals.filter(each => each.deletedAt === null)
  const laid = view.preparation?.laid ?? []
  if (proposals.length === 0 && laid.length > 0) return <DefinitionsPicture view={view} laid={laid} />
  return (
    <>
      <h2 className="pb-3 text-3xl font-bold">{t.proposals}</h2>
      {proposals.length === 0 && <p className="text-xl text-muted">{t.noProposals}</p>}
      <FittedTexts texts={proposals} numbered />
    </>
  )
}
