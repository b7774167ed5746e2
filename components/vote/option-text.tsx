import { useMessages } from '#components/ui/language.tsx'
import type { BallotOption } from '#lib/domain/ballot.ts'
import { voteMessages } from '#lib/i18n/vote.ts'

/** The words of one option as they were fixed, and what it means to choose them. */
export function OptionText({ option }: { option: Pick<BallotOption, 'text' | 'meaning'> }) {
  const t = useMessages(voteMessages)
  return (
    <>
      <p className="whitespace-pre-wrap break-words">{option.text}</p>
      {option.meaning && (
        <p className="border-l-4 border-line pl-3 text-[0.875em]">
          <span className="text-muted">{t.means}</span> {option.meaning}
        </p>
      )}
    </>
  )
}
