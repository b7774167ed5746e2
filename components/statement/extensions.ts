import { type AnyExtension, Extension } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import CollaborationCaret from '@tiptap/extension-collaboration-caret'
import { ListItem } from '@tiptap/extension-list'
import StarterKit from '@tiptap/starter-kit'
import type { useDoc, useProvider } from '#components/live/session.tsx'
import { statementRoot } from '#lib/documents/names.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Language } from '#lib/domain/session.ts'
import { rootsSchema, sectionSchema } from '#lib/domain/statement.ts'
import { amending } from './amendments/amending.ts'
import { amendmentMarkNodes } from './amendments/marks.ts'
import { othersStay } from './amendments/others-stay.ts'
import { caretFirst } from './caret-first.ts'
import { commentMarks } from './comments/comment-marks.ts'
import { plainMarks } from './plain/plain-marks.ts'
import { keepRoots } from './roots/keep-roots.ts'
import { tables } from './table/table-nodes.ts'

/** What the gate takes, and so all that the editor can make: what is pasted loses the rest. */
const text = StarterKit.configure({
  undoRedo: false,
  trailingNode: false,
  blockquote: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
  link: false,
  strike: false,
  underline: false,
  listItem: false,
  heading: { levels: [2, 3] },
})

/** Paragraphs alone, as the fixed text has them: a list within a list would look otherwise than what is signed. Tab goes on. */
const listItem = ListItem.extend({
  content: 'paragraph+',
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) }
  },
})

const kept = (name: string, schema: typeof rootsSchema) => ({
  default: '',
  // What is written anew behind a passage does not come from that passage's notes; what was parted is given them (keep-roots.ts).
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => schema.safeParse(element.getAttribute(name)).data ?? '',
})

/**
 * Where a passage comes from, and which section of the template a heading opens. What is copied tells of which session its roots are: what is
 * pasted from elsewhere has none here.
 */
const provenance = Extension.create<{ session: string }>({
  name: 'provenance',
  addOptions: () => ({ session: '' }),
  addGlobalAttributes() {
    const { session } = this.options
    const parse = kept('data-roots', rootsSchema).parseHTML
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: {
          roots: {
            ...kept('data-roots', rootsSchema),
            parseHTML: (element: HTMLElement) =>
              element.getAttribute('data-roots-of') === session ? parse(element) : '',
            renderHTML: ({ roots }) => (roots ? { 'data-roots': roots, 'data-roots-of': session } : {}),
          },
        },
      },
      {
        types: ['heading'],
        attributes: {
          section: {
            ...kept('data-section', sectionSchema),
            renderHTML: ({ section }) =>
              section ? { 'data-section': section, id: `section-${section}` } : {},
          },
        },
      },
    ]
  },
})

/** A person's colour among the carets: one of the seven accents, the same for everybody. */
function colourOf(user: Record<string, unknown>): string {
  const sum = [...String(user.id)].reduce((total, letter) => total + letter.charCodeAt(0), 0)
  return `var(--accent-${bouwstenen[sum % bouwstenen.length]})`
}

function caret(user: Record<string, unknown>): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'caret'
  mark.style.setProperty('--caret', colourOf(user))
  const name = document.createElement('span')
  name.className = 'caret-name'
  // Beside the text, never among its words.
  name.dataset.name = String(user.name ?? '')
  mark.append(name)
  return mark
}

export function editorExtensions(
  doc: NonNullable<ReturnType<typeof useDoc>>,
  provider: NonNullable<ReturnType<typeof useProvider>>,
  { language, me, session }: { language: Language; me: string; session: string },
): AnyExtension[] {
  return [
    text,
    listItem,
    ...tables,
    provenance.configure({ session }),
    ...amendmentMarkNodes,
    caretFirst,
    amending.configure({ me }),
    othersStay.configure({ me }),
    keepRoots,
    plainMarks.configure({ language }),
    commentMarks,
    Collaboration.configure({ document: doc, field: statementRoot }),
    // The server puts in who somebody is, from the roster; what is said of oneself here is passed over.
    CollaborationCaret.configure({
      provider,
      user: { name: '' },
      render: caret,
      selectionRender: user => ({
        nodeName: 'span',
        class: 'caret-selection',
        style: `--caret: ${colourOf(user)}`,
        'data-user': String(user.name ?? ''),
      }),
    }),
  ]
}
