'use client'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { LetterKind } from '#lib/domain/signatory.ts'
import { signatoryDeskMessages } from '#lib/i18n/signatory-desk.ts'
import type { Command } from '#lib/protocol/commands.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** What goes for all partners: the day to sign by, how far the asking is, and the letters to all who have an address. */
export function AskingAll(props: {
  view: SessionView
  busy: boolean
  send: (command: Command) => Promise<boolean>
}) {
  const t = useMessages(signatoryDeskMessages)
  const { signatories, signing } = props.view
  const open = signatories.filter(({ state }) => state === 'open')
  const mailable = signing.mail ? open.filter(({ named }) => named?.email) : []
  const fresh = mailable.filter(({ letters }) => letters.length === 0)
  const asked = mailable.filter(({ letters }) => letters.length > 0)
  const write = async (kind: LetterKind, to: typeof open) => {
    for (const { partner, id } of to)
      await props.send({ type: 'writeSignatory', partner, signatory: id, kind, by: 'mail' })
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        {t.board({
          asked: signatories.filter(({ letters, state }) => letters.length > 0 || state !== 'open').length,
          opened: signatories.filter(({ openedAt, state }) => openedAt !== null || state !== 'open').length,
          all: signatories.length,
        })}
      </p>
      <div className="max-w-xs">
        <Field label={t.signBy} hint={t.signByHint}>
          {field => (
            <TextInput
              {...field}
              type="date"
              key={signing.signBy}
              defaultValue={signing.signBy ?? ''}
              onBlur={event => {
                const date = event.target.value || null
                if (date !== signing.signBy) void props.send({ type: 'setSignBy', date })
              }}
            />
          )}
        </Field>
      </div>
      {mailable.length > 0 && (
        <div className="flex flex-wrap gap-3">
          {fresh.length > 0 && (
            <Button variant="primary" disabled={props.busy} onClick={() => void write('invitation', fresh)}>
              {t.inviteAll(fresh.length)}
            </Button>
          )}
          {asked.length > 0 && (
            <Button disabled={props.busy} onClick={() => void write('reminder', asked)}>
              {t.remindAll(asked.length)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
