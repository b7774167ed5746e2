import { Mark } from '@tiptap/core'
import { type AmendmentMark, amendmentSchema } from '#lib/domain/amendment.ts'

/** Words that somebody would add or remove. What is typed beside them is no part of it. */
const markOf = (name: AmendmentMark, tag: 'ins' | 'del') =>
  Mark.create({
    name,
    inclusive: false,
    excludes: 'added removed',
    addAttributes: () => ({
      by: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-by') ?? '',
        renderHTML: ({ by }) => ({ 'data-by': by }),
      },
    }),
    // What is pasted proposes nothing: it would be in the name of whoever it was copied from.
    parseHTML: () => [
      {
        tag: `${tag}[data-by]`,
        getAttrs: element => {
          const own = element.closest('.statement-editor') !== null
          return own && amendmentSchema.safeParse({ by: element.getAttribute('data-by') }).success
            ? null
            : false
        },
      },
    ],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

export const amendmentMarkNodes = [markOf('added', 'ins'), markOf('removed', 'del')]
