'use client'
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { useCan } from '#components/live/board.tsx'
import { useDoc, useProvider, useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { statementMessages } from '#lib/i18n/statement.ts'
import { EditorTools } from './editor-tools.tsx'
import { editorExtensions } from './extensions.ts'
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
  const language = useSessionView()?.session.language ?? 'nl'
  const mayWrite = useCan()({ type: 'writeStatement' }) === null
  const editor = useEditor({
    immediatelyRender: false,
    editable: mayWrite,
    extensions: editorExtensions(props.doc, props.provider),
    editorProps: {
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
  const place = useEditorState({
    editor,
    selector: ({ editor }) => ({
      section: sectionAtCaret(editor),
      roots: rootsAtCaret(editor),
      words: wordsOf(editor),
    }),
  })
  return (
    <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)_19rem]">
      <Sections editor={editor} top={header + 16} />
      <div className="min-w-0">
        <div style={{ top: header }} className="sticky z-10 max-w-[68ch] border-b border-line bg-paper">
          {mayWrite ? <EditorTools editor={editor} /> : <Notice kind="info">{t.reading}</Notice>}
          <SectionHelpLine place={place} />
        </div>
        <EditorContent editor={editor} className="mt-4" />
      </div>
      <SectionHelp place={place} top={header + 16} />
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

function rootsAtCaret(editor: Editor): string {
  const { $from } = editor.state.selection
  return $from.parent.type.name === 'paragraph' ? ($from.parent.attrs.roots ?? '') : ''
}

const wordsOf = (editor: Editor): number =>
  editor.state.doc.textBetween(0, editor.state.doc.content.size, ' ', ' ').match(/[\p{L}\p{N}]\S*/gu)
    ?.length ?? 0
