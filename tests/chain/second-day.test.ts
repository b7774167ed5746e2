import { expect, test } from 'vitest'
import { addLine, addNote, putInLine, readBoard } from '#lib/documents/board.ts'
import { LINE_COLOUR_DEFAULT } from '#lib/domain/line.ts'
import { makingOf } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer } from '#tests/harness/server.ts'

test('[U69] the session opens again on the second day where it stood, for the same people with what they may do', async () => {
  const server = await startServer()
  const made = await publicSession(server.url, ['Gemeente'])
  const first = { lead: made.lead, anna: await made.join('Anna') }
  const day = () => ({ lead: made.again(first.lead), anna: made.again(first.anna) })
  const { lead, anna } = first
  const doc = await anna.look('board')
  const [note, line] = [makingOf(anna), makingOf(anna)]
  addNote(doc, note, { bouwsteen: 'waarde', order: 1, text: 'Een eigen sleutel' })
  await lead.sees('board', 'the note', seen => readBoard(seen).notes.length === 1)
  await lead.command({ type: 'movePhase', to: 'order' })
  await lead.command({ type: 'setParticipant', participant: anna.id, mayOrder: true })
  addLine(doc, line, { title: 'Wonen', about: '', colour: LINE_COLOUR_DEFAULT, order: 1 })
  putInLine(doc, note.id, line.id)
  await lead.sees('board', 'the line', seen => readBoard(seen).notes[0]?.line === line.id)
  const steps = (await lead.view()).programme?.steps ?? []
  const between = steps.find(({ day, phase }) => day === 'between' && phase === 'order')
  await lead.command({ type: 'goToStep', step: between?.id ?? '' })
  await lead.command({ type: 'startClock', span: 40 * 60_000 })
  await lead.command({ type: 'holdClock', hold: true })
  await anna.command({ type: 'signal', hand: true })
  const views = async (people: ReturnType<typeof day>) => [await people.lead.view(), await people.anna.view()]
  const board = readBoard(doc)
  // Who is in the room, and what time it is, are of the moment.
  const asItStood = async (people: ReturnType<typeof day>) =>
    (await views(people)).map(({ now: _, here: __, ...view }) => view)
  const evening = await asItStood(first)
  for (const person of [lead, anna]) person.leave()
  await server.kill()
  await server.restart()

  const second = day()
  expect(await asItStood(second)).toEqual(evening)
  expect(evening[1]).toMatchObject({
    me: { name: 'Anna', mayOrder: true },
    step: { step: { id: between?.id } },
    clock: { total: 40 * 60_000 },
    signals: { mine: { hand: true } },
  })
  expect(readBoard(await second.anna.look('board'))).toEqual(board)
  expect(board.lines.map(({ title }) => title)).toEqual(['Wonen'])
  // And they go on: Anna may still order, on the same board.
  const more = makingOf(second.anna)
  addLine(await second.anna.look('board'), more, {
    title: 'Zorg',
    about: '',
    colour: LINE_COLOUR_DEFAULT,
    order: 2,
  })
  await second.lead.sees('board', 'the second line', seen => readBoard(seen).lines.length === 2)
  for (const person of [second.lead, second.anna]) person.leave()
  await server.remove()
})
