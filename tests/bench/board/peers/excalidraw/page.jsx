/** Excalidraw with the scene: a filled rectangle with a text bound to it for each note, made by its own converter. */
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw'
import { createRoot } from 'react-dom/client'
import '@excalidraw/excalidraw/index.css'
import { answerBench, colors, hearCrowd, nameOf } from '../crowd.js'

const making = new URLSearchParams(location.search).has('make')
const scene = await (await fetch('/scene.json')).json()
/** The scene as Excalidraw would have saved it; made beforehand, so that loading is loading. */
const saved = making ? make() : await (await fetch('/excalidraw.json')).json()

function make() {
  const groups = [...new Set(scene.notes.map(note => note.bouwsteen))]
  return convertToExcalidrawElements(
    scene.notes.map(note => ({
      type: 'rectangle',
      id: note.id,
      x: note.x,
      y: note.y,
      width: scene.note,
      height: scene.note,
      backgroundColor: colors[groups.indexOf(note.bouwsteen)],
      strokeColor: '#1e1e1e',
      fillStyle: 'solid',
      strokeWidth: 1,
      roughness: 0,
      label: { text: note.text, fontSize: 16 },
    })),
    { regenerateIds: false },
  )
}

let api
/** The view on the whole scene, with some room around it. */
function whole() {
  const zoom = Math.min((innerWidth - 20) / scene.width, (innerHeight - 130) / scene.height)
  return {
    zoom: { value: zoom },
    scrollX: (innerWidth / zoom - scene.width) / 2,
    scrollY: (innerHeight / zoom - scene.height) / 2,
  }
}

const byId = new Map()
const textOf = new Map()
for (const element of saved) {
  if (element.type === 'text') textOf.set(element.containerId, element.id)
}
const collaborators = new Map()

function take(deeds) {
  if (!api) return
  const changes = new Map()
  for (const deed of deeds) {
    if (deed.kind === 'point') {
      const pointer = { x: deed.x, y: deed.y, tool: 'pointer' }
      const selectedElementIds = deed.dragging ? { [deed.dragging]: true } : {}
      const username = nameOf(deed.person)
      const id = `person-${deed.person}`
      collaborators.set(id, { username, pointer, button: 'up', selectedElementIds, socketId: id })
      if (deed.dragging) changes.set(deed.dragging, { x: deed.noteX, y: deed.noteY })
    } else if (deed.kind === 'drop') changes.set(deed.note, { x: deed.noteX, y: deed.noteY })
    else changes.set(textOf.get(deed.note), { text: deed.text, originalText: deed.text })
  }
  const elements = api.getSceneElementsIncludingDeleted()
  for (const element of elements) byId.set(element.id, element)
  // A bound text lies where its rectangle goes.
  for (const [id, change] of [...changes]) {
    if (change.x === undefined) continue
    const [box, label] = [byId.get(id), byId.get(textOf.get(id))]
    if (!box || !label) continue
    const place = { x: label.x + change.x - box.x, y: label.y + change.y - box.y }
    changes.set(label.id, { ...changes.get(label.id), ...place })
  }
  const next = elements.map(element => {
    const change = changes.get(element.id)
    if (!change) return element
    return {
      ...element,
      ...change,
      version: element.version + 1,
      versionNonce: Math.floor(Math.random() * 2 ** 31),
    }
  })
  api.updateScene({
    ...(changes.size > 0 ? { elements: next } : {}),
    collaborators: new Map(collaborators),
    captureUpdate: CaptureUpdateAction.NEVER,
  })
}

function rect(id) {
  const element = api?.getSceneElements().find(each => each.id === id)
  if (!element) return null
  const { zoom, scrollX, scrollY, offsetLeft, offsetTop } = api.getAppState()
  const z = zoom.value
  return {
    x: (element.x + scrollX) * z + offsetLeft,
    y: (element.y + scrollY) * z + offsetTop,
    width: element.width * z,
    height: element.height * z,
  }
}

/** Whether the last note's colour is on the canvas. */
function drawn() {
  const canvas = document.querySelector('canvas.excalidraw__canvas.static')
  const last = scene.notes.at(-1)
  const where = canvas && rect(last.id)
  if (!where) return false
  const ratio = canvas.width / canvas.clientWidth
  const { left, top } = canvas.getBoundingClientRect()
  const [x, y] = [(where.x + where.width / 8 - left) * ratio, (where.y + where.height / 8 - top) * ratio]
  const [red, green, blue, alpha] = canvas.getContext('2d').getImageData(x, y, 1, 1).data
  return alpha > 0 && Math.min(red, green, blue) < 250
}

// By now its fonts are here, which measuring the texts takes.
answerBench({ drawn, rect, made: make })
createRoot(document.querySelector('#root')).render(
  <Excalidraw
    excalidrawAPI={given => {
      api = given
    }}
    isCollaborating
    initialData={{ elements: saved, appState: { ...whole(), collaborators: new Map() } }}
  />,
)
if (!making) hearCrowd(take)
