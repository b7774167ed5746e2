/** tldraw with the scene: a note shape for each note, made by its editor. */
import { getAssetUrls } from '@tldraw/assets/selfHosted'
import { createRoot } from 'react-dom/client'
import { createShapeId, getSnapshot, InstancePresenceRecordType, Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'
import { answerBench, colors, hearCrowd, nameOf } from '../crowd.js'

const making = new URLSearchParams(location.search).has('make')
const scene = await (await fetch('/scene.json')).json()
/** The document as tldraw would have saved it; made beforehand, so that loading is loading. */
const saved = making ? undefined : await (await fetch('/tldraw.json')).json()
const assetUrls = getAssetUrls({ baseUrl: '/tldraw-assets' })
const shades = ['yellow', 'light-red', 'light-blue', 'light-green', 'light-violet', 'orange', 'grey']

let editor

function make() {
  const groups = [...new Set(scene.notes.map(note => note.bouwsteen))]
  editor.createShapes(
    scene.notes.map(note => ({
      id: createShapeId(note.id),
      type: 'note',
      x: note.x,
      y: note.y,
      props: { color: shades[groups.indexOf(note.bouwsteen)], size: 's', richText: toRichText(note.text) },
    })),
  )
}

function take(deeds) {
  if (!editor) return
  const currentPageId = editor.getCurrentPageId()
  const records = new Map()
  const change = (note, how) => {
    const id = createShapeId(note)
    const shape = records.get(id) ?? editor.store.get(id)
    if (shape) records.set(id, how(shape))
  }
  for (const deed of deeds) {
    if (deed.kind === 'type') {
      const richText = toRichText(deed.text)
      change(deed.note, shape => ({ ...shape, props: { ...shape.props, richText } }))
      continue
    }
    const note = deed.kind === 'drop' ? deed.note : deed.dragging
    if (note) change(note, shape => ({ ...shape, x: deed.noteX, y: deed.noteY }))
    if (deed.kind === 'drop') continue
    const id = InstancePresenceRecordType.createId(`person-${deed.person}`)
    records.set(
      id,
      InstancePresenceRecordType.create({
        id,
        currentPageId,
        userId: `person-${deed.person}`,
        userName: nameOf(deed.person),
        color: colors[deed.person % colors.length],
        cursor: { x: deed.x, y: deed.y, type: 'default', rotation: 0 },
        selectedShapeIds: note ? [createShapeId(note)] : [],
        lastActivityTimestamp: Date.now(),
      }),
    )
  }
  editor.store.mergeRemoteChanges(() => editor.store.put([...records.values()]))
}

function rect(id) {
  const bounds = editor?.getShapePageBounds(createShapeId(id))
  if (!bounds) return null
  const { x, y } = editor.pageToScreen(bounds.point)
  const zoom = editor.getZoomLevel()
  return { x, y, width: bounds.width * zoom, height: bounds.height * zoom }
}

/** Whether all notes are in the page as elements that show, with their text. */
function drawn() {
  const shapes = document.querySelectorAll('.tl-shape[data-shape-type="note"]')
  if (shapes.length < scene.notes.length) return false
  const last = document.getElementById(createShapeId(scene.notes.at(-1).id))
  return !!last && last.style.display !== 'none' && last.textContent !== ''
}

answerBench({ drawn, rect, made: () => getSnapshot(editor.store).document })
createRoot(document.querySelector('#root')).render(
  <div style={{ position: 'fixed', inset: 0 }}>
    <Tldraw
      assetUrls={assetUrls}
      {...(saved ? { snapshot: { document: saved } } : {})}
      onMount={given => {
        editor = given
        if (making) make()
        editor.zoomToFit()
      }}
    />
  </div>,
)
if (!making) hearCrowd(take)
