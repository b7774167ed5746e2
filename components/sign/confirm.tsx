'use client'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { CurrentDeclaration } from '#lib/domain/signature.ts'
import { signMessages } from '#lib/i18n/sign.ts'

/** Shows the sentence that is signed, word for word, and asks once. Null: nothing is asked. */
export function Confirm(props: {
  declaration: CurrentDeclaration | null
  partner: string
  busy: boolean
  onClose: () => void
  onConfirm: (declaration: CurrentDeclaration) => void
}) {
  const t = useMessages(signMessages)
  const { declaration, partner } = props
  if (!declaration) return null
  const { decision, sentence } = declaration
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t[`${decision}Confirm`]}
      actions={
        <>
          <Button variant="quiet" onClick={props.onClose}>
            {t.cancel}
          </Button>
          <Button
            variant={decision === 'signs' ? 'primary' : 'danger'}
            disabled={props.busy}
            onClick={() => props.onConfirm(declaration)}
          >
            {t[decision](partner)}
          </Button>
        </>
      }
    >
      <p>{t.thisSentence}</p>
      <blockquote className="my-3 border-l-4 border-line pl-4 font-serif text-lg">{sentence}</blockquote>
      <p className="text-muted">{t[`${decision}Once`]}</p>
    </Dialog>
  )
}
