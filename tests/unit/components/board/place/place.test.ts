import { expect, test } from 'vitest'
import { formatPlace, type Place, parsePlace, parseView } from '#components/board/place/place.ts'

const read = (query: string) => parsePlace(new URLSearchParams(query))
const places: Place[] = [{}, { tile: 'samen-doen' }, { line: 'lineline' }, { note: 'notenote' }]

test.each(places)('[Y1] a link to %o leads to it', place => {
  expect(read(new URLSearchParams(formatPlace(place)).toString())).toEqual(place)
})

test('[Y1] a link points at what is most precise', () => {
  expect(formatPlace({ tile: 'waarde', line: 'lineline', note: 'notenote' })).toEqual({ note: 'notenote' })
  expect(formatPlace({ tile: 'waarde', line: 'lineline' })).toEqual({ line: 'lineline' })
  expect(read('tile=waarde&line=lineline&note=notenote')).toEqual({ note: 'notenote' })
})

test('[Y1] what came over broken leads nowhere, not astray', () => {
  for (const query of ['tile=muur', 'note=', 'note=%00', 'line=a', `note=${'a'.repeat(41)}`, 'note=../../x'])
    expect(read(query), query).toEqual({})
  expect(parseView(new URLSearchParams('view=ceiling'))).toBe(null)
  expect(parseView(new URLSearchParams('view=list'))).toBe('list')
})
