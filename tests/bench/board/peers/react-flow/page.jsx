/** React Flow, a canvas that others build boards on, with the scene: a node for each note, drawn once and drawn again only when it changed. */
import { applyNodeChanges, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { memo, useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '@xyflow/react/dist/style.css'
import { answerBench, colors, hearCrowd, nameOf } from '../crowd.js'

const making = new URLSearchParams(location.search).has('make')
const scene = await (await fetch('/scene.json')).json()

function made() {
  const groups = [...new Set(scene.notes.map(note => note.bouwsteen))]
  return scene.notes.map(note => ({
    id: note.id,
    type: 'note',
    position: { x: note.x, y: note.y },
    data: { text: note.text, color: colors[groups.indexOf(note.bouwsteen)] },
    // Told beforehand, so that nothing has to be measured.
    width: scene.note,
    height: scene.note,
  }))
}

const Note = memo(({ data }) => (
  <div className="note" style={{ background: data.color }}>
    {data.text}
  </div>
))
const Person = memo(({ data }) => (
  <div className="person" style={{ background: data.color }}>
    {data.name}
  </div>
))
/** The nodes as a board would have kept them; made beforehand, so that loading is loading. */
const saved = making ? made() : await (await fetch('/react-flow.json')).json()
const nodeTypes = { note: Note, person: Person }

/** The nodes after what the crowd did; those that nothing was done to stay the same objects. */
function after(nodes, deeds) {
  const texts = new Map()
  const places = new Map()
  const people = new Map()
  for (const deed of deeds) {
    if (deed.kind === 'type') texts.set(deed.note, deed.text)
    const note = deed.kind === 'drop' ? deed.note : deed.dragging
    if (note) places.set(note, { x: deed.noteX, y: deed.noteY })
    if (deed.kind === 'point') people.set(deed.person, { x: deed.x, y: deed.y })
  }
  const changed = nodes.map(node => {
    const [text, position] = [texts.get(node.id), places.get(node.id)]
    const person = node.type === 'person' ? people.get(node.data.person) : undefined
    if (node.type === 'person') people.delete(node.data.person)
    if (text === undefined && !position && !person) return node
    const data = text === undefined ? node.data : { ...node.data, text }
    return { ...node, data, position: person ?? position ?? node.position }
  })
  const come = [...people].map(([person, position]) => ({
    id: `person-${person}`,
    type: 'person',
    position,
    draggable: false,
    selectable: false,
    width: 120,
    height: 24,
    data: { person, name: nameOf(person), color: colors[person % colors.length] },
  }))
  return [...changed, ...come]
}

function Board() {
  const [nodes, setNodes] = useState(saved)
  const { fitView } = useReactFlow()
  useEffect(() => {
    if (!making) hearCrowd(deeds => setNodes(now => after(now, deeds)))
    fitView()
  }, [fitView])
  const change = useCallback(changes => setNodes(now => applyNodeChanges(changes, now)), [])
  return (
    <ReactFlow
      nodes={nodes}
      edges={[]}
      nodeTypes={nodeTypes}
      onNodesChange={change}
      fitView
      minZoom={0.02}
      maxZoom={4}
      panOnScroll
      proOptions={{ hideAttribution: true }}
    >
      <MiniMap pannable zoomable />
    </ReactFlow>
  )
}

function rect(id) {
  return document.querySelector(`.react-flow__node[data-id="${id}"]`)?.getBoundingClientRect() ?? null
}

function drawn() {
  const shown = document.querySelectorAll('.react-flow__node-note')
  return shown.length >= scene.notes.length && shown[shown.length - 1].textContent !== ''
}

answerBench({ drawn, rect, made })
createRoot(document.querySelector('#root')).render(
  <div style={{ position: 'fixed', inset: 0 }}>
    <ReactFlowProvider>
      <Board />
    </ReactFlowProvider>
  </div>,
)
