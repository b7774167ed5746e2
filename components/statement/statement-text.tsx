'use client'
import { createContext, type ReactNode, useContext } from 'react'
import {
  type Block,
  type Cell,
  type Inline,
  type Paragraph,
  type Passage,
  passagesOf,
} from '#lib/domain/statement.ts'

/** `under` stands under each passage; `onPassage` is told the roots of one that is pressed, besides what `under` offers. */
type Asked = {
  under?: (passage: Passage) => ReactNode
  onPassage?: (roots: string) => void
}
const Ask = createContext<Asked>({})

/** A fixed text to read. Its blocks never change, so their place in the text is key enough. */
export function StatementText({ blocks, ...asked }: { blocks: readonly Block[] } & Asked) {
  return (
    <Ask value={asked}>
      <div className="flex max-w-[68ch] flex-col gap-4 font-serif text-lg leading-relaxed hyphens-auto break-words">
        {numbered(blocks).map(([key, block]) => (
          <BlockText key={key} block={block} />
        ))}
      </div>
    </Ask>
  )
}

const numbered = <T,>(list: readonly T[]): [string, T][] => list.map((each, index) => [`at-${index}`, each])

function BlockText({ block }: { block: Block }) {
  if (block.type === 'paragraph') return <ParagraphText paragraph={block} />
  if (block.type === 'heading') return <HeadingText block={block} />
  if (block.type === 'table') return <TableText rows={block.rows} />
  const List = block.type === 'bulletList' ? 'ul' : 'ol'
  return (
    <List className={block.type === 'bulletList' ? 'list-disc pl-6' : 'list-decimal pl-6'}>
      {numbered(block.items).map(([key, item]) => (
        <li key={key}>
          {numbered(item).map(([at, paragraph]) => (
            <ParagraphText key={at} paragraph={paragraph} />
          ))}
        </li>
      ))}
    </List>
  )
}

function HeadingText({ block }: { block: Extract<Block, { type: 'heading' }> }) {
  const { under } = useContext(Ask)
  const Heading = block.level === 2 ? 'h2' : 'h3'
  return (
    <>
      <Heading className={block.level === 2 ? 'mt-4 text-2xl font-bold' : 'mt-2 text-xl font-bold'}>
        <InlineText content={block.content} />
      </Heading>
      {under && passagesOf(block).map(passage => <div key={passage.roots}>{under(passage)}</div>)}
    </>
  )
}

/** On a small screen it scrolls by itself; the page does not. */
function TableText({ rows }: { rows: readonly Cell[][] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
    <div tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-base">
        <tbody>
          {numbered(rows).map(([key, row]) => (
            <tr key={key}>
              {numbered(row).map(([at, cell]) => (
                <TableCell key={at} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TableCell({ cell: { header, content } }: { cell: Cell }) {
  const Tag = header ? 'th' : 'td'
  return (
    <Tag className={`border border-line px-3 py-2 align-top ${header ? 'bg-surface font-bold' : ''}`}>
      {numbered(content).map(([key, paragraph]) => (
        <ParagraphText key={key} paragraph={paragraph} />
      ))}
    </Tag>
  )
}

function ParagraphText({ paragraph }: { paragraph: Paragraph }) {
  const { under, onPassage } = useContext(Ask)
  const text = <InlineText content={paragraph.content} />
  if (!under) return <p>{text}</p>
  const pressed = onPassage && paragraph.roots !== '' ? () => onPassage(paragraph.roots) : undefined
  return (
    <div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys have that button */}
      <p onClick={pressed} className={pressed && 'cursor-pointer hover:bg-surface'}>
        {text}
      </p>
      {under(paragraph)}
    </div>
  )
}

function InlineText({ content }: { content: readonly Inline[] }) {
  return numbered(content).map(([key, inline]) => {
    if (inline.type === 'hardBreak') return <br key={key} />
    const italic = inline.marks.includes('italic') ? <em>{inline.text}</em> : inline.text
    return <span key={key}>{inline.marks.includes('bold') ? <strong>{italic}</strong> : italic}</span>
  })
}
