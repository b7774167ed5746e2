'use client'
import { useState } from 'react'
import { type Failure, post, useRefusalText } from '#components/live/api.ts'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { verifyMessages } from '#lib/i18n/verify.ts'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'
import { DropZone } from './drop-zone.tsx'
import { type Certificate, OtherInstallation } from './other-installation.tsx'
import { Verdict } from './verdict.tsx'

type Check =
  | { state: 'none' }
  | { state: 'busy'; name: string }
  | { state: 'failed'; code: Failure['code'] }
  | { state: 'done'; name: string; answer: VerifyAnswer }

const formOf = (file: File, { content }: Certificate): FormData => {
  const form = new FormData()
  form.set('file', file)
  form.set('certificate', content)
  return form
}

/** Takes a statement's file and says whether it is what was agreed. */
export function VerifyPage() {
  const t = useMessages(verifyMessages)
  const refusalText = useRefusalText()
  const [check, setCheck] = useState<Check>({ state: 'none' })
  const [certificate, setCertificate] = useState<Certificate | null>(null)
  const take = async (file: File) => {
    setCheck({ state: 'busy', name: file.name })
    const answer = await post<VerifyAnswer>('/api/verify', certificate ? formOf(file, certificate) : file)
    setCheck(
      answer.ok
        ? { state: 'done', name: file.name, answer: answer.value }
        : { state: 'failed', code: answer.refusal.code },
    )
  }
  const done = check.state === 'done'
  return (
    <Page title={t.title}>
      <div className="flex flex-col gap-6">
        {!done && (
          <div className="max-w-[65ch]">
            <p className="text-lg">{t.lead}</p>
            <p className="mt-1 text-muted">{t.kept}</p>
          </div>
        )}
        {done && <Verdict key={check.name} name={check.name} answer={check.answer} />}
        {check.state === 'failed' && (
          <Notice kind="error" title={t.failed}>
            {check.code === 'offline' ? t.offline : refusalText(check.code)}
          </Notice>
        )}
        <DropZone
          label={done ? t.another : t.choose}
          hint={t.drop}
          small={done}
          onFile={file => void take(file)}
        />
        <OtherInstallation certificate={certificate} onCertificate={setCertificate} />
        <p role="status" className="empty:hidden">
          {check.state === 'busy' ? t.checking(check.name) : ''}
        </p>
      </div>
    </Page>
  )
}
