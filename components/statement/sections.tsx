'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { statementMessages } from '#lib/i18n/statement.ts'

type Section = { id: string; title: string; at: number }

/** The sections of the text, to go to; on a narrow screen one scrolls. */
export function Sections({ editor, top }: { editor: Editor; top: number }) {
  const t = useMessages(statementMessages)
  const sections = useEditorState({ editor, selector: ({ editor }) => read(editor) })
  const go = (at: number) => goTo(editor, at)
  const came = sections.length > 0
  // A link may lead to one section; the text comes after the page does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the text is there
  useEffect(() => {
    const linked = sections.find(({ id }) => id !== '' && id === location.hash.slice(1))
    if (linked) goTo(editor, linked.at)
  }, [came])
  return (
    <nav aria-label={t.sections} style={{ top }} className="sticky hidden self-start lg:block">
      <ol className="flex flex-col">
        {sections.map(({ id, title, at }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => go(at)}
              className="min-h-11 w-full border-l-3 border-line py-1 pl-3 text-left text-sm text-muted hover:border-primary hover:text-ink"
            >
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function goTo(editor: Editor, at: number): void {
  editor
    .chain()
    .focus(at + 1)
    .scrollIntoView()
    .run()
}

function read(editor: Editor): Section[] {
  const found = new Map<string, Section>()
  editor.state.doc.forEach((node, at) => {
    const { section } = node.attrs
    if (node.type.name === 'heading' && section && !found.has(section))
      found.set(section, { id: section, title: node.textContent, at })
  })
  return [...found.values()]
}
