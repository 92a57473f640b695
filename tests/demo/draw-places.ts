// Whole backgrounds that scenes are set in: shores, forests, streets and rooms.
import { frame, glow, oval, poly, rect, times, veil, wash } from './draw-ink.ts'
import { drifts, fell, glints, hills, speckle, treeline } from './draw-nature.ts'
import { birch, pine, spruces } from './draw-trees.ts'

export const greens = ['#7a8f45', '#577f3f', '#6f9a4a', '#8fb05a'] as const
export const golds = ['#f0bd45', '#e8a72c', '#d98a24', '#f2c95c', '#d0742a'] as const
export const buds = ['#b7c66a', '#a3b85a', '#c9d487'] as const

type Air = 'day' | 'dusk' | 'night' | 'spring' | 'gray'
const winterSky: Record<Air, readonly string[]> = {
  day: ['#9fc2d8', '#dfeaef@.75', '#fae3cf'],
  dusk: ['#3d5f7e', '#86a5bb@.6', '#f0cdb0'],
  night: ['#071a26', '#12354a@.7', '#24566a'],
  spring: ['#7fb3d9', '#cfe4f0@.8', '#f3f7f8'],
  gray: ['#aebfc9', '#d5dfe4'],
}
const winterFar: Record<Air, readonly [string, string, string]> = {
  day: ['#a3bccb', '#6f93a6', '#f2f7f9'],
  dusk: ['#6f8ba0', '#456880', '#dbe7ee'],
  night: ['#123043', '#0c2535', '#5d8199'],
  spring: ['#9dbccf', '#5f8ca0', '#fbfdfd'],
  gray: ['#a9b9c3', '#7f95a2', '#eaf0f3'],
}

/** A frozen lake with far fells; the ice starts at `ice`. */
export const frozen = (w: number, h: number, air: Air, ice = h * 0.5, seed = 5) => {
  const [far, trees, snow] = winterFar[air]
  const ground = air === 'night' ? [snow, '#2f5468'] : [snow, '#c3d5e1']
  return (
    wash(0, 0, w, h, ...winterSky[air]) +
    hills(w, ice, h * 0.16, far, seed) +
    treeline(w, ice + 2, h * 0.045, trees, seed + 1) +
    wash(0, ice, w, h - ice, ...ground) +
    drifts(w, ice + (h - ice) * 0.35, air === 'night' ? '#7ea0b4' : '#ffffff', seed + 2)
  )
}

/** A snowy forest clearing; trees stand on both sides, the middle is left free. */
export const snowWood = (w: number, h: number, air: Air, floor = h * 0.62, seed = 9) => {
  const [far, trees, snow] = winterFar[air]
  const dark = air === 'night' ? '#0b2a38' : air === 'dusk' ? '#1f4257' : '#2a5563'
  const light = air === 'night' ? '#8fb0c2' : '#f2f7f9'
  return (
    wash(0, 0, w, h, ...winterSky[air]) +
    hills(w, floor - h * 0.06, h * 0.2, far, seed) +
    treeline(w, floor, h * 0.12, trees, seed + 3) +
    wash(0, floor - 2, w, h - floor + 2, snow, air === 'night' ? '#2f5468' : '#c9d9e3') +
    spruces(-20, w * 0.3, floor + h * 0.05, h * 0.42, 5, dark, light) +
    spruces(w * 0.72, w + 20, floor + h * 0.05, h * 0.42, 5, dark, light) +
    drifts(w, floor + h * 0.12, air === 'night' ? '#7ea0b4' : '#ffffff', seed + 4)
  )
}

type Season = 'spring' | 'summer' | 'autumn' | 'night-sun'
const openSky: Record<Season, readonly string[]> = {
  spring: ['#a9cfe6', '#e6f1f5@.8', '#fbf3e4'],
  summer: ['#86bfe3', '#cfe8f3@.75', '#f6f5e6'],
  autumn: ['#b9cbd3', '#f0e4cf@.7', '#fbe6c4'],
  'night-sun': ['#7aa0c0', '#f3c9a0@.55', '#ffdf9e'],
}
const openFar: Record<Season, readonly [string, string, string]> = {
  spring: ['#a9bfcc', '#7f9a8c', '#bcd6e2'],
  summer: ['#8fb0b5', '#4f7d62', '#8cc0dc'],
  autumn: ['#a89f8e', '#b07a3a', '#a9c3cf'],
  'night-sun': ['#8a8296', '#4d5a5c', '#f0c9a4'],
}

/** Open water under a far shore; `water` is where the lake begins. */
export const lake = (w: number, h: number, season: Season, water = h * 0.48, seed = 11) => {
  const [far, trees, blue] = openFar[season]
  const deep = season === 'night-sun' ? '#7d8fa6' : season === 'autumn' ? '#6f94a6' : '#4f93b8'
  return (
    wash(0, 0, w, h, ...openSky[season]) +
    hills(w, water, h * 0.17, far, seed) +
    treeline(w, water + 2, h * 0.055, trees, seed + 1) +
    wash(0, water, w, h - water, blue, deep) +
    veil(rect(0, water, w, h * 0.03, trees), 0.35) +
    glints(w, water + h * 0.05, h - water, season === 'night-sun' ? '#ffe6bd' : '#e9f5fa', seed + 2)
  )
}

/** A forest floor with birches or pines, lit from behind. */
export const wood = (
  w: number,
  h: number,
  season: Season,
  floor = h * 0.6,
  trees: 'birch' | 'pine' = 'birch',
) => {
  const ground: Record<Season, readonly string[]> = {
    spring: ['#c9c39a', '#8f8f5e'],
    summer: ['#9fb66a', '#557a3f'],
    autumn: ['#c08a3e', '#6d4a30'],
    'night-sun': ['#a99a5e', '#4d5a3c'],
  }
  const [, far] = openFar[season]
  const leaves = season === 'autumn' ? golds : season === 'spring' ? buds : greens
  const one = (x: number, y: number, tall: number, i: number) =>
    trees === 'birch'
      ? birch(x, y, tall, leaves, i + 2)
      : pine(x, y, tall, season === 'autumn' ? '#3f6b52' : '#3a6b4f')
  return (
    wash(0, 0, w, h, ...openSky[season]) +
    glow(w * 0.62, floor - h * 0.12, h * 0.5, '#fff3cf', 0.7) +
    veil(treeline(w, floor, h * 0.3, far, 21), 0.35) +
    veil(treeline(w, floor + 4, h * 0.19, far, 22), 0.6) +
    wash(0, floor, w, h - floor, ...(ground[season] ?? [])) +
    times(4, (i) =>
      one(w * (0.03 + i * 0.085), floor + h * (0.03 + (i % 2) * 0.05), h * (0.55 + (i % 3) * 0.09), i),
    ) +
    times(3, (i) =>
      one(w * (0.79 + i * 0.09), floor + h * (0.02 + (i % 2) * 0.06), h * (0.58 + (i % 2) * 0.1), i + 5),
    ) +
    speckle(w, floor + h * 0.04, h - floor, season === 'autumn' ? golds : greens, 150, 5)
  )
}

/** Fells in colour, seen from a slope. */
export const fellView = (w: number, h: number, season: 'autumn' | 'summer', slope: string) =>
  wash(0, 0, w, h, ...openSky[season]) +
  rect(0, h * 0.6, w, h * 0.2, '#98a5b3') +
  fell(w * 0.24, h * 0.62, w * 0.42, h * 0.3, '#b6bfc9', '#d7dde2') +
  fell(w * 0.76, h * 0.64, w * 0.5, h * 0.38, '#98a5b3') +
  hills(w, h * 0.66, h * 0.1, season === 'autumn' ? '#b98a4c' : '#8aa57a', 31) +
  treeline(w, h * 0.68, h * 0.05, season === 'autumn' ? '#8f5f33' : '#557a55', 32) +
  hills(w, h * 0.78, h * 0.12, slope, 35)

/** An inside wall with boards or paint, a floor, and a skirting between. */
export const room = (w: number, h: number, wall: string, floor: string, line2: string, from = h * 0.74) =>
  wash(0, 0, w, from, wall, wall) +
  rect(0, from, w, h - from, floor) +
  rect(0, from - 10, w, 12, line2) +
  veil(poly([w * 0.18, from + 2, w * 0.55, from + 2, w * 0.75, h, w * 0.05, h], '#ffffff'), 0.14)

export const boards = (w: number, h: number, colour: string, seam: string, step = 74) =>
  rect(0, 0, w, h, colour) +
  times(Math.ceil(h / step), (i) => rect(0, i * step, w, 5, seam, 0, 'opacity="0.6"'))

/** A window with a view that fits the season. */
export const pane = (x: number, y: number, w: number, h: number, view: string, bars = 1, trim = '#f7f9fa') =>
  rect(x - 14, y - 14, w + 28, h + 28, trim, 4) +
  frame(x, y, w, h, view) +
  times(bars, (i) => rect(x + (w / (bars + 1)) * (i + 1) - 5, y, 10, h, trim)) +
  rect(x - 24, y + h + 10, w + 48, 16, trim, 4) +
  rect(x - 24, y + h + 24, w + 48, 5, '#000000', 2, 'opacity="0.08"')

export const winterView = (w: number, h: number, seed = 5) =>
  frozen(w, h, 'day', h * 0.62, seed) + spruces(0, w * 0.3, h * 0.86, h * 0.6, 3, '#2a5563', '#f2f7f9')

export const summerView = (w: number, h: number) =>
  lake(w, h, 'summer', h * 0.58, 14) + birch(w * 0.82, h * 1.05, h * 1.05, greens, 3)

export const autumnView = (w: number, h: number) =>
  lake(w, h, 'autumn', h * 0.6, 15) + birch(w * 0.2, h * 1.05, h * 1.05, golds, 4)

export const nightView = (w: number, h: number) => frozen(w, h, 'night', h * 0.6, 8)

export const rug = (x: number, y: number, w: number, colour: string, stripe: string) =>
  oval(x, y, w / 2, w * 0.09, colour) +
  oval(x, y, w / 2.6, w * 0.065, stripe) +
  oval(x, y, w / 3.4, w * 0.045, colour)
