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
  PencilLine,
  Redo2,
  Table,
  Undo2,
} from 'lucide-react'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { amendmentMessages } from '#lib/i18n/amendments.ts'
import { statementMessages } from '#lib/i18n/statement.ts'
import { tableMessages } from '#lib/i18n/tables-in-text.ts'
import { isAmending, setAmending } from './amendments/amending.ts'
import { keptFrom } from './amendments/others-stay.ts'
import { insertTable, TableTools } from './table/table-tools.tsx'

/** The few things that one can do to the text besides writing it. */
export function EditorTools({ editor }: { editor: Editor }) {
  const t = useMessages(statementMessages)
  const table = useMessages(tableMessages)
  const amendment = useMessages(amendmentMessages)
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      heading: editor.isActive('heading', { level: 2 }),
      subheading: editor.isActive('heading', { level: 3 }),
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      bullets: editor.isActive('bulletList'),
      numbers: editor.isActive('orderedList'),
      table: editor.isActive('table'),
      proposing: isAmending(editor),
      keptFrom: keptFrom(editor),
    }),
  })
  const roster = useSessionView()?.roster ?? []
  const others = roster.find(({ id }) => id === on.keptFrom)?.name ?? amendment.somebody
  const chain = () => editor.chain().focus()
  return (
    <>
      <div
        role="toolbar"
        aria-label={t.tools}
        className="goes-on-aside relative flex gap-0.5 overflow-x-auto p-1"
      >
        <Tool
          icon={PencilLine}
          label={amendment.propose}
          on={on.proposing}
          told
          onClick={() => {
            setAmending(editor, !on.proposing)
            chain().run()
          }}
        />
        <Tool icon={Undo2} label={t.undo} onClick={() => chain().undo().run()} />
        <Tool icon={Redo2} label={t.redo} onClick={() => chain().redo().run()} />
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
        <Tool
          icon={List}
          label={t.bullets}
          on={on.bullets}
          onClick={() => chain().toggleBulletList().run()}
        />
        <Tool
          icon={ListOrdered}
          label={t.numbers}
          on={on.numbers}
          onClick={() => chain().toggleOrderedList().run()}
        />
        <Tool icon={Table} label={table.insert} disabled={on.table} onClick={() => insertTable(editor)} />
      </div>
      {on.table && <TableTools editor={editor} />}
      {on.proposing && <p className="border-t border-line px-2 py-1 text-sm">{amendment.proposing}</p>}
      <p role="status" className="px-2 text-sm font-semibold">
        {on.keptFrom !== null && amendment.keptFrom(others)}
      </p>
    </>
  )
}

/** `told`: its label is seen too; of the others the picture says enough. */
function Tool(props: {
  icon: LucideIcon
  label: string
  on?: boolean
  told?: boolean
  disabled?: boolean
  onClick: () => void
}) {
  const Icon = props.icon
  return (
    <button
      type="button"
      aria-pressed={props.on}
      disabled={props.disabled}
      onClick={props.onClick}
      title={props.label}
      className="flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1.5 rounded-lg px-2 text-sm hover:bg-surface aria-pressed:bg-ink aria-pressed:text-paper disabled:opacity-60"
    >
      <Icon aria-hidden="true" size={18} />
      <span className={props.told ? 'whitespace-nowrap' : 'sr-only 2xl:not-sr-only'}>{props.label}</span>
    </button>
  )
}
