import type { Block, Inline, Paragraph } from '#lib/domain/statement.ts'

/** A fixed text to read. Its blocks never change, so their place in the text is key enough. */
export function StatementText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="flex max-w-[68ch] flex-col gap-4 font-serif text-lg leading-relaxed hyphens-auto break-words">
      {numbered(blocks).map(([key, block]) => (
        <BlockText key={key} block={block} />
      ))}
    </div>
  )
}

const numbered = <T,>(list: readonly T[]): [string, T][] => list.map((each, index) => [`at-${index}`, each])

function BlockText({ block }: { block: Block }) {
  if (block.type === 'paragraph') return <ParagraphText paragraph={block} />
  if (block.type === 'heading') {
    const Heading = block.level === 2 ? 'h2' : 'h3'
    return (
      <Heading className={block.level === 2 ? 'mt-4 text-2xl font-bold' : 'mt-2 text-xl font-bold'}>
        <InlineText content={block.content} />
      </Heading>
    )
  }
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

function ParagraphText({ paragraph }: { paragraph: Paragraph }) {
  return (
    <p>
      <InlineText content={paragraph.content} />
    </p>
  )
}

function InlineText({ content }: { content: readonly Inline[] }) {
  return numbered(content).map(([key, inline]) => {
    if (inline.type === 'hardBreak') return <br key={key} />
    const italic = inline.marks.includes('italic') ? <em>{inline.text}</em> : inline.text
    return <span key={key}>{inline.marks.includes('bold') ? <strong>{italic}</strong> : italic}</span>
  })
}
