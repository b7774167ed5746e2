'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { amendmentMessages } from '#lib/i18n/amendments.ts'
import { amendmentsIn, type PlacedAmendment, settle } from './amending.ts'

/** What people propose to change in the text, to take over or turn down; nothing while there is nothing. */
export function Amendments({ editor, mayWrite }: { editor: Editor; mayWrite: boolean }) {
  const t = useMessages(amendmentMessages)
  const amendments = useEditorState({ editor, selector: ({ editor }) => amendmentsIn(editor.state.doc) })
  if (amendments.length === 0) return null
  return (
    <section aria-label={t.title} className="flex flex-col gap-3 border-t border-line pt-3">
      <h3 className="text-base font-bold">{t.title}</h3>
      <ul className="flex flex-col gap-3">
        {amendments.map(each => (
          <One key={each.pieces[0]?.from} amendment={each} editor={editor} mayWrite={mayWrite} />
        ))}
      </ul>
    </section>
  )
}

function One(props: { amendment: PlacedAmendment; editor: Editor; mayWrite: boolean }) {
  const { amendment, editor } = props
  const t = useMessages(amendmentMessages)
  const told = useTold()(amendment)
  const at = amendment.pieces[0]?.from ?? 0
  return (
    <li className="flex flex-col items-start gap-2 rounded-lg border border-line bg-paper p-3">
      <button
        type="button"
        aria-label={t.go(told)}
        onClick={() => editor.chain().focus(at).scrollIntoView().run()}
        className="min-h-6 text-left break-words"
      >
        {told}
      </button>
      {props.mayWrite && (
        <div className="flex flex-wrap gap-2">
          <Button aria-label={t.acceptThe(told)} onClick={() => settle(editor, amendment, true)}>
            {t.accept}
          </Button>
          <Button aria-label={t.rejectThe(told)} onClick={() => settle(editor, amendment, false)}>
            {t.reject}
          </Button>
        </div>
      )}
    </li>
  )
}

function useTold(): (amendment: PlacedAmendment) => string {
  const t = useMessages(amendmentMessages)
  const roster = useSessionView()?.roster ?? []
  return ({ by, pieces }) => {
    const name = roster.find(({ id }) => id === by)?.name ?? t.somebody
    const words = (kind: 'added' | 'removed') =>
      pieces.flatMap(piece => (piece.kind === kind ? [piece.text] : [])).join('')
    const [added, removed] = [words('added'), words('removed')]
    if (removed === '') return t.adds(name, added)
    return added === '' ? t.removes(name, removed) : t.replaces(name, removed, added)
  }
}
