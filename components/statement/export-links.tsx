'use client'
import { type MouseEvent, useId } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { type Download, useDownload } from '#components/live/use-download.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { fileMessages } from '#lib/i18n/files.ts'

/** The files beside the PDF, in their order, with where they are. */
const files = {
  zip: 'export.zip',
  anew: 'export.pdf?anew',
  docx: 'export.docx',
  odt: 'export.odt',
  md: 'export.md',
  json: 'export.json',
  csv: 'notes.csv',
  png: 'mosaic.png',
  svg: 'mosaic.svg',
} as const
const boardOnly = ['csv', 'png', 'svg'] as const
type File = keyof typeof files
/** Of what was sealed elsewhere: the file itself first, and nothing that we would seal. */
const elsewhere = ['json', 'docx', 'odt', 'md', ...boardOnly] as const satisfies readonly File[]

/** The fixed statement to take along in every form, with what each is for, and where such a file can be checked. */
export function ExportLinks() {
  const t = useMessages(fileMessages)
  const path = `/api/sessions/${useSession()}/export.pdf`
  const { download, start } = useDownload(path)
  if (useSessionView()?.archive?.ours === false)
    return (
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t.elsewhere}</p>
        <Others files={elsewhere} />
      </div>
    )
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t.pdfFor}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href={path} download onClick={instead(start)}>
          {t.pdf}
        </ButtonLink>
        <ButtonLink variant="quiet" href="/verify">
          {t.check}
        </ButtonLink>
      </div>
      <Making download={download} file={t.pdf} />
      <Others files={Object.keys(files) as File[]} />
    </div>
  )
}

/** What lies on the board, to take along before it is fixed. */
export const BoardFiles = () => <Others files={boardOnly} />

function Others(props: { files: readonly File[] }) {
  const t = useMessages(fileMessages)
  return (
    <details className="rounded-lg border border-line px-4">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{t.more}</summary>
      <ul className="flex flex-col divide-y divide-line">
        {props.files.map(file => (
          <Row key={file} file={file} />
        ))}
      </ul>
    </details>
  )
}

function Row({ file }: { file: File }) {
  const t = useMessages(fileMessages)
  const path = `/api/sessions/${useSession()}/${files[file]}`
  const { download, start } = useDownload(path)
  const id = useId()
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1">
          <p className="font-semibold">{t[file]}</p>
          <p id={id} className="text-sm text-muted">
            {t[`${file}For`]}
          </p>
        </div>
        <ButtonLink
          href={path}
          download
          onClick={instead(start)}
          aria-label={t.fetch(t[file])}
          aria-describedby={id}
        >
          {t.take}
        </ButtonLink>
      </div>
      <Making download={download} file={t[file]} />
    </li>
  )
}

/** In place of what the link does by itself: that shows nothing while the file is being made. */
const instead = (start: () => void) => (event: MouseEvent) => {
  event.preventDefault()
  start()
}

function Making({ download, file }: { download: Download; file: string }) {
  const t = useMessages(fileMessages)
  const refusal = useRefusalText()
  if (download.state === 'failed') return <Notice kind="error">{refusal(download.code)}</Notice>
  const said = download.state === 'making' ? t.making(file) : download.state === 'made' ? t.made(file) : ''
  return (
    <div className="empty:hidden">
      <p role="status" className="text-sm empty:hidden">
        {said}
      </p>
      {download.state === 'making' && (
        <div aria-hidden="true" className="mt-2 flex items-center gap-3">
          <progress className="h-2 w-full max-w-80 accent-(--primary)" />
          <span className="text-sm tabular-nums text-muted">{t.seconds(download.seconds)}</span>
        </div>
      )}
    </div>
  )
}
