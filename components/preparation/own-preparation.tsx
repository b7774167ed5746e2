'use client'
import { LiveDocument, useConnection } from '#components/live/session.tsx'
import { useIsThere, useSharedText } from '#components/live/shared-text.tsx'
import { RefusalNotice } from '#components/session/refusal-notice.tsx'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { DEFINITION } from '#lib/documents/preparation.ts'
import { PROPOSAL_TEXT_MAX } from '#lib/domain/proposal.ts'
import { preparationMessages } from '#lib/i18n/preparation.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { Missing } from './missing.tsx'

/** One's own partner's definition of the opgave, written with colleagues; and who else should be at the table. */
export function OwnPreparation({ view }: { view: SessionView }) {
  const t = useMessages(preparationMessages)
  const partner = view.partners.find(({ id }) => id === view.me.partner)
  return (
    <div className="mx-auto flex w-full max-w-3xl grow flex-col gap-8 p-3 sm:p-4">
      {partner ? (
        <LiveDocument document="preparation">
          <OwnDefinition partner={partner.name} />
        </LiveDocument>
      ) : (
        <p>{t.forSelf}</p>
      )}
      <section aria-labelledby="missing" className="flex flex-col gap-3">
        <h2 id="missing" className="text-xl font-bold">
          {t.missingTitle}
        </h2>
        <p className="text-muted">{t.missingIntro}</p>
        <Missing view={view} missing={view.missing.filter(({ by }) => by === view.me.id)} />
      </section>
    </div>
  )
}

function OwnDefinition({ partner }: { partner: string }) {
  const t = useMessages(preparationMessages)
  const text = useSharedText<HTMLTextAreaElement>('proposals', DEFINITION)
  const there = useIsThere('proposals', DEFINITION)
  const { state } = useConnection()
  return (
    <section aria-labelledby="own-definition" className="flex flex-col gap-3">
      <RefusalNotice />
      <h2 id="own-definition" className="text-xl font-bold">
        {t.ownTitle}
      </h2>
      <p>{t.ownIntro(partner)}</p>
      <Field label={t.own} hint={t.ownPromise(partner)}>
        {field => (
          <TextArea
            {...field}
            ref={text}
            rows={5}
            disabled={!there}
            maxLength={PROPOSAL_TEXT_MAX}
            className="field-sizing-content min-h-36 font-serif text-xl"
          />
        )}
      </Field>
      <p role="status" className="font-semibold text-danger">
        {state === 'offline' && (there ? t.waiting : t.notHereYet)}
      </p>
    </section>
  )
}
