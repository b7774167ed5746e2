'use client'
import { useEffect, useState } from 'react'
import { LiveDocument, useDoc } from '#components/live/session.tsx'
import { IntentPicture } from '#components/sign/intent-picture.tsx'
import { signingMark, signingPartners } from '#components/sign/signing-partners.ts'
import { StatementText } from '#components/statement/statement-text.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { readStatementBody } from '#lib/documents/statement.ts'
import type { Block } from '#lib/domain/statement.ts'
import { projectorMessages } from '#lib/i18n/projector.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** How often a text that is being written is read anew, in ms: the hall reads along, it doesn't count letters. */
const READ_EVERY = 500

/** The statement as it is being written; once it is fixed, beside it who has signed. */
export function StatementPicture({ view }: { view: SessionView }) {
  const t = useMessages(projectorMessages)
  if (!view.board) return <p className="text-2xl text-muted">{t.notYet}</p>
  return (
    <div className="grid min-h-0 grow gap-8 overflow-hidden xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-h-0 overflow-hidden">
        <h2 className="pb-3 text-3xl font-bold">{t.statement}</h2>
        <LiveDocument document="statement">
          <Text />
        </LiveDocument>
      </div>
      {view.statement && <Signed view={view} />}
      {!view.statement && view.intents.length > 0 && (
        <div className="min-h-0 overflow-hidden">
          <IntentPicture view={view} large />
        </div>
      )}
    </div>
  )
}

function Text() {
  const doc = useDoc()
  const [blocks, setBlocks] = useState<Block[]>([])
  useEffect(() => {
    if (!doc) return
    setBlocks(readStatementBody(doc))
    let timer: ReturnType<typeof setTimeout> | null = null
    const changed = () => {
      timer ??= setTimeout(() => {
        timer = null
        setBlocks(readStatementBody(doc))
      }, READ_EVERY)
    }
    doc.on('update', changed)
    return () => {
      doc.off('update', changed)
      if (timer) clearTimeout(timer)
    }
  }, [doc])
  return <StatementText blocks={blocks} />
}

function Signed({ view }: { view: SessionView }) {
  const t = useMessages(projectorMessages)
  return (
    <section aria-labelledby="signed">
      <h2 id="signed" className="pb-3 text-2xl font-bold">
        {t.signing}
      </h2>
      <ul className="flex flex-col gap-1 text-xl">
        {signingPartners(view).map(({ partner, state }) => (
          <li key={partner.id} className={state === 'open' ? 'text-muted' : 'font-bold'}>
            <span aria-hidden="true">{signingMark[state]} </span>
            {partner.name}
            <span className="sr-only">: {t[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
