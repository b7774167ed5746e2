import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  between,
  type Camera,
  cameraOn,
  reveal,
  sight,
  toScreen,
  toWorld,
  wheelFactor,
  within,
  ZOOM_MAX,
  zoomAbout,
} from '#lib/wall/camera.ts'
import { detailAt, LEGIBLE, legibleFor } from '#lib/wall/detail.ts'
import { about, nextTo } from '#lib/wall/spatial.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const cameras: fc.Arbitrary<Camera> = fc.record({
  x: number(-5000, 5000),
  y: number(-5000, 5000),
  zoom: number(0.05, 4),
})
const points = fc.record({ x: number(-3000, 3000), y: number(-3000, 3000) })
const view = { width: 1366, height: 660 }

describe('[W5] zooming and panning', () => {
  test('what lies under the pointer stays under it', () => {
    fc.assert(
      fc.property(cameras, points, number(0.05, 4), (camera, at, zoom) => {
        const under = toWorld(camera, at)
        const seen = toScreen(zoomAbout(camera, at, zoom), under)
        expect(seen.x).toBeCloseTo(at.x, 5)
        expect(seen.y).toBeCloseTo(at.y, 5)
      }),
    )
  })

  test('everything is in sight of the camera on everything', () => {
    fc.assert(
      fc.property(number(100, 20_000), number(100, 20_000), (width, height) => {
        const camera = cameraOn({ x: 0, y: 0, width, height }, view)
        const seen = sight(camera, view)
        expect(seen.x).toBeLessThanOrEqual(0)
        expect(seen.y).toBeLessThanOrEqual(0)
        expect(seen.x + seen.width).toBeGreaterThanOrEqual(width)
        expect(seen.y + seen.height).toBeGreaterThanOrEqual(height)
        expect(within(camera, { width, height }, view)).toEqual(camera)
      }),
    )
  })

  test('the world is never lost: something of it stays in the middle, and the zoom within bounds', () => {
    fc.assert(
      fc.property(cameras, number(200, 9000), number(200, 9000), (camera, width, height) => {
        const bounded = within(camera, { width, height }, view)
        expect(bounded.zoom).toBeLessThanOrEqual(ZOOM_MAX)
        const middle = toWorld(bounded, { x: view.width / 2, y: view.height / 2 })
        expect(middle.x).toBeGreaterThan(-0.01)
        expect(middle.x).toBeLessThan(width + 0.01)
        expect(middle.y).toBeGreaterThan(-0.01)
        expect(middle.y).toBeLessThan(height + 0.01)
        const again = within(bounded, { width, height }, view)
        expect(again.x).toBeCloseTo(bounded.x, 6)
        expect(again.zoom).toBeCloseTo(bounded.zoom, 9)
      }),
    )
  })

  test('what is brought into sight is in it, and what was in it does not move', () => {
    fc.assert(
      fc.property(cameras, points, number(1, 300), number(1, 200), (camera, { x, y }, width, height) => {
        const part = { x, y, width: width / camera.zoom, height: height / camera.zoom }
        const shown = reveal(camera, part, view)
        const at = toScreen(shown, part)
        expect(at.x).toBeGreaterThanOrEqual(-1e-6)
        expect(at.y).toBeGreaterThanOrEqual(-1e-6)
        expect(at.x + width).toBeLessThanOrEqual(view.width + 1e-6)
        expect(at.y + height).toBeLessThanOrEqual(view.height + 1e-6)
        expect(reveal(shown, part, view).x).toBeCloseTo(shown.x, 6)
      }),
    )
  })

  test('a glide begins and ends where it should', () => {
    fc.assert(
      fc.property(cameras, cameras, (from, to) => {
        for (const [part, end] of [
          [0, from],
          [1, to],
        ] as const) {
          const camera = between(from, to, part, view)
          expect(camera.zoom).toBeCloseTo(end.zoom, 6)
          expect(camera.x).toBeCloseTo(end.x, 2)
          expect(camera.y).toBeCloseTo(end.y, 2)
        }
      }),
    )
  })

  test('a wheel turned forth and back zooms to where it was, and no turn is wild', () => {
    expect(wheelFactor(50) * wheelFactor(-50)).toBeCloseTo(1)
    expect(wheelFactor(-100_000)).toBeLessThan(2)
  })
})

test('[W6] text is shown while it can be read, its beginning a while longer, and then slips', () => {
  const { table, hall } = LEGIBLE
  expect([1.5, 0.75, 0.7, 0.37, 0.34, 0.1].map(zoom => detailAt(zoom, table))).toEqual([
    'near',
    'near',
    'middle',
    'middle',
    'far',
    'far',
  ])
  expect([1, 0.9, 0.5].map(zoom => detailAt(zoom, hall))).toEqual(['near', 'middle', 'far'])
  // As large for the back row as a part of the screen, whatever its px.
  expect([2160, 1080, 720, 300].map(height => Math.round(legibleFor(true, height).least))).toEqual([
    20, 20, 13, 12,
  ])
})

describe('[W7] arrows go where one looks', () => {
  const grid = Array.from({ length: 9 }, (_, index) => ({
    id: index,
    rect: { x: (index % 3) * 100, y: Math.floor(index / 3) * 60, width: 90, height: 50 },
  }))
  const middle = grid[4]?.rect ?? { x: 0, y: 0, width: 0, height: 0 }

  test('to the next in each direction', () => {
    expect(nextTo(middle, 'left', grid)?.id).toBe(3)
    expect(nextTo(middle, 'right', grid)?.id).toBe(5)
    expect(nextTo(middle, 'up', grid)?.id).toBe(1)
    expect(nextTo(middle, 'down', grid)?.id).toBe(7)
    expect(nextTo(grid[0]?.rect ?? middle, 'left', grid)).toBe(null)
  })

  test('straight ahead comes before nearer but aside', () => {
    const aside = { id: 'aside', rect: { x: 200, y: 70, width: 90, height: 50 } }
    const ahead = { id: 'ahead', rect: { x: 0, y: 160, width: 90, height: 50 } }
    expect(nextTo({ x: 0, y: 0, width: 90, height: 50 }, 'down', [aside, ahead])?.id).toBe('ahead')
  })

  test('what lies about several holds them all', () => {
    expect(about([])).toBe(null)
    expect(about(grid.map(each => each.rect))).toEqual({ x: 0, y: 0, width: 290, height: 170 })
  })
})
