'use client'
import { TextSelection } from '@tiptap/pm/state'
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { useCan } from '#components/live/board.tsx'
import { useDoc, useProvider, useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useMedia } from '#components/ui/use-media.ts'
import { statementMessages } from '#lib/i18n/statement.ts'
import { Amendments } from './amendments/amendments.tsx'
import { Comments } from './comments/comments.tsx'
import { ToComments } from './comments/to-comments.tsx'
import { EditorTools } from './editor-tools.tsx'
import { editorExtensions } from './extensions.ts'
import { PlainHelp } from './plain/plain-help.tsx'
import { usePlainLanguage } from './plain/use-plain-language.ts'
import { WordCard } from './plain/word-card.tsx'
import { SectionHelp, SectionHelpLine } from './section-help.tsx'
import { Sections } from './sections.tsx'
import { useHeaderHeight } from './use-header-height.ts'

/** The draft, written together. A fresh document (after a refusal) gets a fresh editor. */
export default function StatementEditor() {
  const t = useMessages(statementMessages)
  const doc = useDoc()
  const provider = useProvider()
  if (!doc || !provider) return <p className="text-muted">{t.loading}</p>
  return <Writing key={doc.clientID} doc={doc} provider={provider} />
}

function Writing(props: {
  doc: NonNullable<ReturnType<typeof useDoc>>
  provider: NonNullable<ReturnType<typeof useProvider>>
}) {
  const t = useMessages(statementMessages)
  const view = useSessionView()
  const language = view?.session.language ?? 'nl'
  const mayWrite = useCan()({ type: 'writeStatement' }) === null
  const editor = useEditor({
    immediatelyRender: false,
    editable: mayWrite,
    extensions: editorExtensions(props.doc, props.provider, {
      ...{ language, me: view?.me.id ?? '', session: view?.session.id ?? '' },
    }),
    editorProps: {
      // Who may not write points at passages all the same, to see where they come from.
      handleClick: (view, at) => {
        if (view.editable) return false
        const { tr, doc } = view.state
        view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at))))
        return false
      },
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t.text,
        lang: language,
        class:
          'statement-editor min-h-[60dvh] max-w-[68ch] font-serif text-lg leading-relaxed hyphens-auto focus-visible:outline-1',
      },
    },
  })
  useEffect(() => {
    if (editor && editor.isEditable !== mayWrite) editor.setEditable(mayWrite)
  }, [editor, mayWrite])
  if (!editor) return <p className="text-muted">{t.loading}</p>
  return <Desk editor={editor} mayWrite={mayWrite} />
}

/** The text between its sections and its help, with the tools kept in sight under the page's header. */
function Desk({ editor, mayWrite }: { editor: Editor; mayWrite: boolean }) {
  const t = useMessages(statementMessages)
  const header = useHeaderHeight()
  const plain = usePlainLanguage(editor)
  const place = useEditorState({
    editor,
    selector: ({ editor }) => ({
      section: sectionAtCaret(editor),
      roots: rootsAtCaret(editor),
      words: wordsOf(editor),
    }),
  })
  const beside = useMedia('(min-width: 80rem)')
  const amendments = <Amendments editor={editor} mayWrite={mayWrite} />
  const comments = <Comments editor={editor} mayWrite={mayWrite} />
  const help = <PlainHelp editor={editor} on={plain.on} onTurn={plain.turn} onWord={plain.goTo} />
  return (
    <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)_19rem]">
      <Sections editor={editor} top={header + 16} />
      <div className="min-w-0">
        <div style={{ top: header }} className="sticky z-10 max-w-[68ch] border-b border-line bg-paper">
          {mayWrite ? <EditorTools editor={editor} /> : <Notice kind="info">{t.reading}</Notice>}
          <SectionHelpLine place={place}>
            <ToComments />
            {help}
          </SectionHelpLine>
        </div>
        <div data-text className="relative mt-4">
          <EditorContent editor={editor} />
          {plain.asked && (
            <WordCard
              key={plain.asked.vague.word.word}
              editor={editor}
              vague={plain.asked.vague}
              focus={plain.asked.focus}
              onClose={plain.close}
            />
          )}
        </div>
        {!beside && (
          <>
            {amendments}
            {comments}
          </>
        )}
      </div>
      <SectionHelp place={place} top={header + 16}>
        {beside && (
          <>
            {amendments}
            {comments}
          </>
        )}
        {help}
      </SectionHelp>
    </div>
  )
}

/** The template's section that the caret stands in: the nearest heading above it that opens one. */
function sectionAtCaret(editor: Editor): string {
  const { doc, selection } = editor.state
  let section = ''
  doc.forEach((node, offset) => {
    if (offset <= selection.from && node.type.name === 'heading' && node.attrs.section !== '')
      section = node.attrs.section
  })
  return section
}

/** The roots of the passage at the caret; null where there are no words yet, or a heading of none. */
function rootsAtCaret(editor: Editor): string | null {
  const { parent } = editor.state.selection.$from
  const { roots = '' } = parent.attrs
  const mayHave = parent.type.name === 'paragraph' || roots !== ''
  return mayHave && parent.isTextblock && parent.content.size > 0 ? roots : null
}

const wordsOf = (editor: Editor): number =>
  editor.state.doc.textBetween(0, editor.state.doc.content.size, ' ', ' ').match(/[\p{L}\p{N}]\S*/gu)
    ?.length ?? 0
