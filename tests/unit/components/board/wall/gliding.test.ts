import { expect, test } from 'vitest'
import { Gliding } from '#components/board/wall/gliding.ts'

const everywhere = () => true
const nowhere = () => false

test('[D5] what others move glides from where it is by now to where it is told, however often that changes', () => {
  const gliding = new Gliding<string>()
  gliding.aim('note', { x: 0, y: 0 }, 0)
  expect(gliding.drawAt('note', 0, everywhere)).toEqual({ x: 0, y: 0 })
  gliding.aim('note', { x: 110, y: 0 }, 100)
  expect(gliding.drawAt('note', 155, everywhere)?.x).toBeCloseTo(55)
  gliding.aim('note', { x: 55, y: 80 }, 155)
  expect(gliding.drawAt('note', 155, everywhere)).toEqual({ x: 55, y: 0 })
  expect(gliding.isMoving(200)).toBe(true)
  expect(gliding.drawAt('note', 500, everywhere)).toEqual({ x: 55, y: 80 })
  expect(gliding.isMoving(500)).toBe(false)
})

test('[D5] what moves far out of sight is left as it was drawn, but never where one sees it', () => {
  const gliding = new Gliding<string>()
  const inSight = ({ x }: { x: number }) => x < 100
  gliding.aim('note', { x: 500, y: 0 }, 0)
  expect(gliding.drawAt('note', 0, inSight)).toEqual({ x: 500, y: 0 })
  gliding.aim('note', { x: 800, y: 0 }, 0)
  expect(gliding.drawAt('note', 900, inSight)).toBeNull()
  gliding.aim('note', { x: 50, y: 0 }, 900)
  expect(gliding.drawAt('note', 1900, inSight)).toEqual({ x: 50, y: 0 })
  gliding.aim('note', { x: 900, y: 0 }, 1900)
  expect(gliding.drawAt('note', 2900, inSight)).toEqual({ x: 900, y: 0 })
  expect(gliding.drawAt('note', 2900, nowhere)).toBeNull()
})
