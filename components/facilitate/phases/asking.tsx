'use client'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { signingPartners } from '#components/sign/signing-partners.ts'
import { useMessages } from '#components/ui/language.tsx'
import { isOnBoard, type Phase } from '#lib/domain/phase.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import { reopeningMessages } from '#lib/i18n/reopening.ts'
import { FreezeDialog } from './freeze-dialog.tsx'
import { LeftOpen } from './left-open.tsx'

/** What is asked before a phase ends in a freeze or in the end. */
export function Asking(props: { phase: Phase; open: boolean; onClose: () => void }) {
  if (isOnBoard(props.phase)) return <FreezingBoard {...props} />
  if (props.phase === 'statement') return <FreezingStatement {...props} />
  return props.phase === 'sign' ? <Closing {...props} /> : null
}

type Asked = { open: boolean; onClose: () => void }

function FreezingBoard({ open, onClose }: Asked) {
  const t = useMessages(facilitateMessages)
  const { notes, lines } = useBoard()
  const live = (entries: readonly { deletedAt: number | null }[]) =>
    entries.filter(entry => entry.deletedAt === null).length
  return (
    <FreezeDialog
      open={open}
      onClose={onClose}
      command={{ type: 'freezeBoard' }}
      title={t.freezeBoardTitle}
      text={t.freezeBoardText(live(notes), live(lines))}
      action={t.freezeBoard}
    />
  )
}

function FreezingStatement({ open, onClose }: Asked) {
  const t = useMessages(facilitateMessages)
  const view = useSessionView()
  const again = useMessages(reopeningMessages)
  const version = (view?.reopened?.version ?? 0) + 1
  return (
    <FreezeDialog
      open={open}
      onClose={onClose}
      command={{ type: 'freezeStatement' }}
      title={t.freezeStatementTitle}
      text={t.freezeStatementText(version, view?.partners.length ?? 0)}
      undone
      action={t.freezeStatement}
    >
      <p className="mt-2">{again.later}</p>
      <LeftOpen />
    </FreezeDialog>
  )
}

function Closing({ open, onClose }: Asked) {
  const t = useMessages(facilitateMessages)
  const view = useSessionView()
  if (!view) return null
  const all = signingPartners(view)
  const silent = all.filter(({ places }) => places.some(({ state }) => state === 'open'))
  const names = silent.map(({ partner }) => partner.name)
  return (
    <FreezeDialog
      open={open}
      onClose={onClose}
      command={{ type: 'movePhase', to: 'closed' }}
      title={t.closeTitle}
      text={silent.length === 0 ? t.closeAll : t.closeOpen(silent.length, all.length)}
      undone
      action={t.goClosed}
    >
      {names.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {names.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <p className="mt-2">{t.closeUndone}</p>
    </FreezeDialog>
  )
}
