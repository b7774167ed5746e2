'use client'
import { useState } from 'react'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { useSharedText } from '#components/live/shared-text.tsx'
import { SideBySide } from '#components/preparation/side-by-side.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { BallotPanel } from '#components/vote/ballot-panel.tsx'
import { PROPOSAL_TEXT_MAX, type Proposal } from '#lib/domain/proposal.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { useWriters } from './note/writers.ts'

/** From proposals to one definition of the opgave: writing them together, voting, and what was chosen. */
export function ProposalsView() {
  const t = useMessages(boardMessages)
  const view = useSessionView()
  const proposals = useBoard().proposals.filter(proposal => proposal.deletedAt === null)
  const refusal = useCan()({ type: 'writeProposal' })
  const voting = refusal === 'vote-under-way'
  const early = view?.session.phase === 'collect'
  return (
    <div className="mx-auto flex w-full max-w-3xl grow flex-col gap-6 p-3 sm:p-4">
      {view?.definition && (
        <section
          aria-labelledby="chosen"
          className="rounded-xl p-5"
          style={{ background: 'var(--tile-opgave)' }}
        >
          <h2 id="chosen" className="font-bold" style={{ color: 'var(--accent-opgave)' }}>
            {t.chosen}
          </h2>
          <p className="font-serif text-2xl">{view.definition.text}</p>
        </section>
      )}
      <BallotPanel />
      <SideBySide />
      <section aria-labelledby="proposals" className="flex flex-col gap-3">
        <h2 id="proposals" className="text-xl font-bold">
          {t.proposals}
        </h2>
        {voting ? (
          <Notice kind="info">{t.proposalsVoting}</Notice>
        ) : (
          <p className="text-muted">{early ? t.proposalsLater : t.proposalsIntro}</p>
        )}
        {proposals.length === 0 && !early && <p>{t.proposalsEmpty}</p>}
        <ol className="flex flex-col gap-4">
          {proposals.map((proposal, index) => (
            <li key={proposal.id}>
              <ProposalCard proposal={proposal} title={t.proposal(index + 1)} />
            </li>
          ))}
        </ol>
        {(refusal === null || voting) && (
          <NewProposal order={(proposals.at(-1)?.order ?? 0) + 1} waits={voting} />
        )}
      </section>
    </div>
  )
}

function ProposalCard({ proposal, title }: { proposal: Proposal; title: string }) {
  const t = useMessages(boardMessages)
  const writer = useWriters()(proposal.author, proposal.partner)
  const actions = useBoardActions()
  const can = useCan()
  const text = useSharedText<HTMLTextAreaElement>('proposals', proposal.id)
  const mayWrite = can({ type: 'writeProposal' }) === null
  return (
    <article
      aria-label={title}
      className="rounded-lg p-4 shadow-note"
      style={{ background: 'var(--note-opgave)' }}
    >
      <h3 className="text-sm font-bold">{title}</h3>
      {mayWrite ? (
        <textarea
          ref={text}
          aria-label={title}
          defaultValue={proposal.text}
          maxLength={PROPOSAL_TEXT_MAX}
          className="field-sizing-content min-h-24 w-full resize-none bg-transparent font-serif text-xl text-ink"
        />
      ) : (
        <p className="font-serif text-xl whitespace-pre-wrap text-ink">{proposal.text}</p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <p>{t.by(writer.name, writer.partner)}</p>
        {can({ type: 'binProposal', author: proposal.author }) === null && (
          <Button variant="quiet" onClick={() => actions?.bin('proposals', proposal.id)}>
            {t.bin}
          </Button>
        )}
      </div>
    </article>
  )
}

/** `waits`: nothing is put forward now; what was typed stays for later. */
function NewProposal({ order, waits }: { order: number; waits: boolean }) {
  const t = useMessages(boardMessages)
  const actions = useBoardActions()
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    actions?.addProposal({ text: text.trim(), order })
    setText('')
  }
  return (
    <form
      className="flex flex-col items-start gap-3"
      onSubmit={event => {
        event.preventDefault()
        add()
      }}
    >
      <div className="w-full">
        <Field label={t.newProposal}>
          {field => (
            <TextArea
              {...field}
              value={text}
              disabled={waits}
              maxLength={PROPOSAL_TEXT_MAX}
              onChange={event => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" variant="primary" disabled={waits}>
        {t.addProposal}
      </Button>
    </form>
  )
}
