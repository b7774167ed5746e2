'use client'
import { useState } from 'react'
import { type Failure, post, useRefusalText } from '#components/live/api.ts'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { DropZone } from '#components/verify/drop-zone.tsx'
import { archiveMessages } from '#lib/i18n/archive.ts'
import type { BringBackAnswer } from '#lib/protocol/requests.ts'

type Bringing =
  | { state: 'none' }
  | { state: 'busy'; name: string }
  | { state: 'failed'; code: Failure['code'] }

/** Takes the JSON of a statement and goes to its session, as it was. */
export function BringBackPage() {
  const t = useMessages(archiveMessages)
  const refusalText = useRefusalText()
  const [bringing, setBringing] = useState<Bringing>({ state: 'none' })
  const take = async (file: File) => {
    setBringing({ state: 'busy', name: file.name })
    const answer = await post<BringBackAnswer>('/api/bring-back', file)
    if (answer.ok) location.assign(`/${answer.value.session}/statement`)
    else setBringing({ state: 'failed', code: answer.refusal.code })
  }
  return (
    <Page title={t.title}>
      <div className="flex flex-col gap-6">
        <div className="max-w-[65ch]">
          <p className="text-lg">{t.lead}</p>
          <p className="mt-1 text-muted">{t.leadMore}</p>
        </div>
        {bringing.state === 'failed' && (
          <Notice kind="error" title={t.failed}>
            {bringing.code === 'offline' ? t.offline : refusalText(bringing.code)}
          </Notice>
        )}
        <DropZone label={t.choose} hint={t.drop} small={false} onFile={file => void take(file)} />
        <p role="status" className="empty:hidden">
          {bringing.state === 'busy' ? t.bringing(bringing.name) : ''}
        </p>
      </div>
    </Page>
  )
}
