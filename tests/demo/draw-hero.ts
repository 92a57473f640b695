// The landing page's large picture, by day and by night: the frozen lake, the town's lights, a kick sled and a dog.
import { dog } from './draw-animals.ts'
import { arc, glow, group, line, path, poly, rect, times, veil } from './draw-ink.ts'
import { aurora, drifts, fell, hills, stars, sun, treeline } from './draw-nature.ts'
import { person, poses } from './draw-people.ts'
import { frozen } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { house, hut, smoke, streetLamp } from './draw-things.ts'
import { birch, spruce, spruces } from './draw-trees.ts'

const church = (x: number, y: number, wall: string, roof: string) =>
  rect(x - 36, y - 44, 72, 44, wall) +
  poly([x - 42, y - 44, x, y - 72, x + 42, y - 44], roof) +
  rect(x - 62, y - 84, 26, 84, wall) +
  poly([x - 66, y - 84, x - 49, y - 140, x - 32, y - 84], roof) +
  times(2, (i) => rect(x - 20 + i * 26, y - 32, 10, 20, '#ffe2a6'))

const town = (y: number, night: boolean) => {
  const walls = night
    ? ['#243c4c', '#3b3440', '#2c4a4f', '#40383a']
    : ['#b98a58', '#a3564a', '#7fa39a', '#c9a05c']
  const roof = night ? '#8fb0c2' : '#f2f7f9'
  const block = (x: number, i: number) => {
    const tall = 26 + ((i * 7) % 3) * 12
    const wide = 44 + ((i * 5) % 3) * 14
    const lit = times(3, (k) =>
      rect(x + 7 + k * 13, y - tall + 9, 7, 9, '#ffe2a6', 0, `opacity="${night ? 1 : 0.8}"`),
    )
    return (
      rect(x, y - tall, wide, tall, walls[i % 4] ?? '#888888') +
      rect(x - 3, y - tall - 5, wide + 6, 6, roof) +
      lit
    )
  }
  return (
    (night ? veil(glow(1090, y - 10, 300, '#ffe2a6', 0.5), 0.8) : '') +
    times(9, (i) => block(870 + i * 62 + (i % 2) * 8, i)) +
    church(1150, y, night ? '#5d7488' : '#f7f3ea', night ? '#1c2c37' : '#5b4a44')
  )
}

const hero = (night: boolean) => (w: number, h: number) => {
  const ice = h * 0.56
  const dark = night ? '#0b2a38' : '#2a5563'
  const light = night ? '#8fb0c2' : '#f2f7f9'
  const out = `M700 ${h}Q900 ${h * 0.83} 1180 ${h * 0.79}Q1380 ${h * 0.77} 1560 ${h * 0.73}`
  const back = `L1590 ${h * 0.73}Q1420 ${h * 0.79} 1240 ${h * 0.83}Q1040 ${h * 0.88} 960 ${h}Z`
  const shore = `M1180 ${h}Q1240 ${h * 0.74} 1420 ${h * 0.68}Q1640 ${h * 0.62} 1920 ${h * 0.6}L1920 ${h}Z`
  return (
    frozen(w, h, night ? 'night' : 'day', ice, 44) +
    (night
      ? group(w * 0.64, 0, stars(w * 0.36, ice * 0.9, 31, 60)) +
        group(w * 0.5, 0, aurora(w * 0.56, h * 0.2, h * 0.22, 9))
      : sun(1000, ice - 62, 32) + fell(330, ice + 2, 420, 130, '#b4cad8', '#ffffff')) +
    hills(w, ice, 60, night ? '#10303f' : '#8fadc0', 13, ice + 2) +
    treeline(w, ice + 2, 34, night ? '#0c2535' : '#5f8ca0', 15) +
    town(ice + 6, night) +
    path(shore, night ? '#4a6a80' : '#f7fafb') +
    spruces(1340, 1470, h * 0.71, 240, 3, dark, light) +
    house(1610, h * 0.73, 1.25, night ? '#7d2a20' : '#a3392b', night ? '#b4cad8' : '#f2f7f9') +
    glow(1590, h * 0.66, 130, '#ffd88a', night ? 0.7 : 0.25) +
    smoke(1676, h * 0.47, 1, night ? '#9fb6c4' : '#ffffff') +
    spruces(1730, 1930, h * 0.76, 330, 5, dark, light) +
    hut(1345, h * 0.79, 0.55, night ? '#4a3628' : '#7d5732', light) +
    birch(1480, h * 0.76, 210, [], 3) +
    spruce(1500, h * 0.8, 150, dark, light) +
    path(`${out}${back}`, night ? '#5d8199' : '#d3e1ea') +
    times(2, (i) =>
      arc(
        `M${790 + i * 60} ${h}Q${960 + i * 50} ${h * 0.87} 1200 ${h * 0.81}`,
        night ? '#7ea0b4' : '#b4cad8',
        4,
      ),
    ) +
    streetLamp(1440, h * 0.82, 150, night) +
    person(
      955,
      h * 0.895,
      165,
      { coat: '#d0742a', hat: 'beanie', tint: '#86194a', gloves: '#27424f', legs: '#27424f' },
      {
        ...poses.walk,
        hands: [20, -60, 22, -58],
        lean: 10,
      },
    ) +
    line([984, h * 0.8, 976, h * 0.885, 1052, h * 0.885], '#5b3a24', 5) +
    line([942, h * 0.9, 1078, h * 0.896], '#33454f', 4) +
    rect(1004, h * 0.85, 46, 7, '#8d6236', 2) +
    rect(1010, h * 0.814, 32, 30, '#3c8f8c', 5) +
    dog(1180, h * 0.88, 0.95, '#3a2f2a') +
    drifts(w, h * 0.86, night ? '#7ea0b4' : '#ffffff', 12, 4)
  )
}

export const heroes: Scenes = { 'hero-day': hero(false), 'hero-night': hero(true) }
