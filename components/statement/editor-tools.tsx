'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Undo2,
} from 'lucide-react'
import { useMessages } from '#components/ui/language.tsx'
import { statementMessages } from '#lib/i18n/statement.ts'

/** The few things that one can do to the text besides writing it. */
export function EditorTools({ editor }: { editor: Editor }) {
  const t = useMessages(statementMessages)
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      heading: editor.isActive('heading', { level: 2 }),
      subheading: editor.isActive('heading', { level: 3 }),
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      bullets: editor.isActive('bulletList'),
      numbers: editor.isActive('orderedList'),
    }),
  })
  const chain = () => editor.chain().focus()
  return (
    <div role="toolbar" aria-label={t.tools} className="relative flex gap-0.5 overflow-x-auto p-1">
      <Tool
        icon={Heading2}
        label={t.heading}
        on={on.heading}
        onClick={() => chain().toggleHeading({ level: 2 }).run()}
      />
      <Tool
        icon={Heading3}
        label={t.subheading}
        on={on.subheading}
        onClick={() => chain().toggleHeading({ level: 3 }).run()}
      />
      <Tool icon={Bold} label={t.bold} on={on.bold} onClick={() => chain().toggleBold().run()} />
      <Tool icon={Italic} label={t.italic} on={on.italic} onClick={() => chain().toggleItalic().run()} />
      <Tool icon={List} label={t.bullets} on={on.bullets} onClick={() => chain().toggleBulletList().run()} />
      <Tool
        icon={ListOrdered}
        label={t.numbers}
        on={on.numbers}
        onClick={() => chain().toggleOrderedList().run()}
      />
      <Tool icon={Undo2} label={t.undo} brief onClick={() => chain().undo().run()} />
      <Tool icon={Redo2} label={t.redo} brief onClick={() => chain().redo().run()} />
    </div>
  )
}

/** `brief`: its picture says enough, the label is for the ear. */
function Tool(props: {
  icon: LucideIcon
  label: string
  on?: boolean
  brief?: boolean
  onClick: () => void
}) {
  const Icon = props.icon
  return (
    <button
      type="button"
      aria-pressed={props.on}
      onClick={props.onClick}
      title={props.label}
      className="flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1.5 rounded-lg px-2 text-sm hover:bg-surface aria-pressed:bg-ink aria-pressed:text-paper"
    >
      <Icon aria-hidden="true" size={18} />
      <span className={props.brief ? 'sr-only' : 'sr-only md:not-sr-only'}>{props.label}</span>
    </button>
  )
}
