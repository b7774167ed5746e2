import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { spliceText } from '#lib/documents/board.ts'
import { type Delta, rebased, shifted, spliceBetween } from '#lib/documents/text.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '🏠', '🏡'), maxLength: 12 })

function sharedText(content: string): Y.Text {
  const shared = new Y.Doc().getText('text')
  shared.insert(0, content)
  return shared
}

test('[T1] what is typed into a text makes it read so, and never leaves half a character', () => {
  fc.assert(
    fc.property(text, text, (now, next) => {
      const shared = sharedText(now)
      const splice = spliceBetween(now, next)
      spliceText(shared, [splice])
      expect(shared.toString()).toBe(next)
      expect(splice.insert.isWellFormed()).toBe(true)
    }),
  )
})

test('[T2] the caret stays where it stood between the letters, whatever others type', () => {
  fc.assert(
    fc.property(text, text, fc.nat(), (now, next, anywhere) => {
      const shared = sharedText(now)
      const caret = anywhere % (now.length + 1)
      let delta: Delta = []
      shared.observe(event => {
        delta = event.delta
      })
      const splice = spliceBetween(now, next)
      spliceText(shared, [splice])
      const after = shifted(caret, delta)
      const grown = next.length - now.length
      if (caret <= splice.at) expect(after).toBe(caret)
      else if (caret >= splice.at + splice.remove) expect(after).toBe(caret + grown)
      else expect(after - splice.at).toBeLessThanOrEqual(splice.insert.length)
    }),
  )
})

test('[T3] what one wrote while others did takes nothing of theirs away', () => {
  fc.assert(
    fc.property(text, text, text, (shown, mine, theirs) => {
      const shared = sharedText(shown)
      const deltas: Delta[] = []
      shared.observe(event => deltas.push(event.delta))
      const others = spliceBetween(shown, theirs)
      spliceText(shared, [others])
      const own = spliceBetween(shown, mine)
      spliceText(shared, rebased(own, deltas))
      for (const each of [others.insert, own.insert]) expect(shared.toString()).toContain(each)
    }),
  )
})
