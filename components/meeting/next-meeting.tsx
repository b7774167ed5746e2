'use client'
import { CalendarDays } from 'lucide-react'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { meetingMessages, writtenMeetingTime } from '#lib/i18n/meeting.ts'

/** When and where the network meets again; nothing while that is not agreed, unless `always`. `brief`: not where. */
export function NextMeeting(props: { large?: boolean; always?: boolean; brief?: boolean }) {
  const { large = false, always = false, brief = false } = props
  const t = useMessages(meetingMessages)
  const language = useLanguage()
  const meeting = useSessionView()?.meeting ?? null
  if (!meeting && !always) return null
  return (
    <section
      aria-label={t.title}
      data-meeting
      className={`flex flex-col gap-1 rounded-lg bg-surface ${large ? 'p-8' : 'p-3'}`}
    >
      <p className={`flex items-center gap-2 text-muted ${large ? 'text-2xl' : 'text-sm'}`}>
        <CalendarDays aria-hidden="true" className="size-[1.1em] shrink-0" />
        {t.title}
      </p>
      {meeting ? (
        <>
          <p className={`font-bold text-balance first-letter:uppercase ${large ? 'text-6xl' : 'text-lg'}`}>
            {writtenMeetingTime(meeting, language)}
          </p>
          {meeting.place && !brief && (
            <p className={`wrap-anywhere ${large ? 'text-3xl' : ''}`}>{meeting.place}</p>
          )}
        </>
      ) : (
        <p className={large ? 'text-3xl' : ''}>{t.none}</p>
      )}
    </section>
  )
}
