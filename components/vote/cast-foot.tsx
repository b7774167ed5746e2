import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { voteMessages } from '#lib/i18n/vote.ts'

/** The end of a form to vote with: what came of it, and the button that casts or changes. */
export function CastFoot({ voted, error, busy }: { voted: boolean; error: string | null; busy: boolean }) {
  const t = useMessages(voteMessages)
  return (
    <>
      {error && <Notice kind="error">{error}</Notice>}
      {voted && !error && <Notice kind="success">{t.saved}</Notice>}
      <Button type="submit" variant="primary" disabled={busy}>
        {voted ? t.change : t.cast}
      </Button>
    </>
  )
}
