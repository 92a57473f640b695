// A home and the hours in it: moving in, keys, the desk by the window, wool and an album.
import { dog } from './draw-animals.ts'
import { disc, line, path, poly, rect, times } from './draw-ink.ts'
import type { Look } from './draw-people.ts'
import { person, poses } from './draw-people.ts'
import { autumnView, boards, nightView, pane, room, rug, summerView, winterView } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { crate, lamp, mug, picture, plant, table } from './draw-things.ts'

const crowd: readonly Look[] = [
  { coat: '#0b5876', hair: '#b4b4b4', cut: 'bun' },
  { coat: '#86194a', hair: '#5b4333', cut: 'long' },
  { coat: '#3f6b52', hair: '#2c2018', skin: '#8d5a3c' },
  { coat: '#c4582c', hair: '#d8d4cb', beard: '#d8d4cb' },
  { coat: '#5d8199', hair: '#c19b68', cut: 'long' },
  { coat: '#e39a2a', hair: '#8d6236', beard: '#8d6236' },
]
const spines = ['#c2182f', '#0b5876', '#f0bd45', '#3f6b52', '#86194a', '#c4582c', '#8fadc0'] as const
const pupil = (coat: string, hair = '#8d6236', skin = '#e3b18c') => ({
  coat,
  hair,
  skin,
  child: true,
  legs: '#5d8199',
})
const one = (index: number) => crowd[index % crowd.length] ?? { coat: '#0b5876' }

export const home: Scenes = {
  etatyopiste: (w, h) =>
    boards(w, h, '#dfc199', '#c19b68') +
    pane(170, 90, 860, 430, winterView(860, 430)) +
    table(120, 640, 960, 300, '#8d6236') +
    rect(430, 480, 300, 164, '#27424f', 10) +
    rect(446, 494, 268, 130, '#dfeaef', 4) +
    times(4, (i) => rect(466, 514 + i * 26, 120 + (i % 3) * 40, 10, i === 1 ? '#c4582c' : '#8fadc0', 4)) +
    rect(610, 512, 86, 92, '#b9d8e6', 4) +
    mug(830, 640, 1.6, '#ffffff') +
    plant(240, 640, 1.3) +
    times(4, (i) => rect(900, 626 - i * 15, 130 - i * 8, 14, spines[i] ?? '#fff', 2)) +
    person(
      560,
      1030,
      620,
      { coat: '#2f6b86', hair: '#6b3f22', cut: 'bun', hem: 14 },
      { view: 'back', hands: [-25, -58, 25, -58] },
    ) +
    path('M430 900L446 770Q450 736 490 732L630 732Q668 736 674 770L690 900Z', '#7a5436') +
    path('M470 900L480 784Q482 768 500 766L620 766Q638 768 640 784L650 900Z', '#8d6236'),

  'valokuva-albumi': (w, h) =>
    room(w, h, '#ead9cf', '#c19b68', '#d2b8a8', 600) +
    pane(140, 100, 400, 290, winterView(400, 290, 9)) +
    picture(760, 120, 130, 160, summerView(130, 160)) +
    picture(940, 140, 170, 120, autumnView(170, 120)) +
    rug(640, 740, 900, '#86194a', '#a3395f') +
    path('M420 730L420 500Q420 450 480 450L900 450Q960 450 960 500L960 730Z', '#3f6b52') +
    rect(400, 560, 60, 170, '#345a45', 20) +
    rect(920, 560, 60, 170, '#345a45', 20) +
    person(
      560,
      760,
      400,
      { coat: '#5d8199', legs: '#27424f', hair: '#3a2f2a', skin: '#b97f57' },
      { ...poses.sit, hip: [0, -30], hands: [24, -46, 30, -44] },
    ) +
    person(
      800,
      760,
      370,
      { coat: '#b5838d', hair: '#f2f2ee', cut: 'bun', legs: '#6b5a6e' },
      { ...poses.sit, hip: [0, -30], hands: [22, -46, 28, -44] },
      true,
    ) +
    poly([610, 590, 690, 604, 690, 660, 606, 644], '#f7f9fa') +
    poly([770, 590, 690, 604, 690, 660, 774, 644], '#eef0f2') +
    rect(630, 608, 34, 24, '#8fadc0') +
    rect(716, 612, 34, 22, '#e8a72c') +
    plant(1080, 760, 1.6),

  muuttolaatikot: (w, h) =>
    room(w, h, '#e8eef0', '#d6b98c', '#c3cfd4', 640) +
    pane(380, 110, 440, 330, autumnView(440, 330)) +
    crate(90, 620, 230, 190) +
    crate(130, 470, 180, 150, '#d2ae7c') +
    crate(900, 660, 240, 180) +
    crate(930, 540, 150, 120, '#d2ae7c') +
    lamp(1060, 0, 120, '#c4582c') +
    person(
      520,
      850,
      480,
      { coat: '#e39a2a', cut: 'long', hair: '#5b4333', legs: '#27424f' },
      { hands: [26, -60, 32, -54] },
    ) +
    crate(620, 540, 170, 130, '#d2ae7c') +
    person(
      840,
      860,
      470,
      { coat: '#0b5876', hair: '#2c2018', skin: '#8d5a3c', legs: '#5b4333' },
      { hands: [24, -62, 28, -56] },
      true,
    ) +
    person(330, 870, 280, pupil('#c2182f', '#2c2018', '#b97f57'), {
      hands: [-14, -46, 20, -96],
      view: 'front',
    }) +
    dog(680, 870, 1.3, '#8d6236'),

  'avaimet-kateen': (w, h) =>
    boards(w, h, '#a3392b', '#7d2a20', 64) +
    rect(470, 230, 330, 770, '#f7f9fa') +
    rect(496, 256, 278, 744, '#27505f') +
    rect(536, 310, 198, 220, '#ffe2a6', 4) +
    rect(630, 310, 8, 220, '#27505f') +
    disc(744, 660, 14, '#f2c95c') +
    pane(120, 330, 220, 260, nightView(220, 260)) +
    rect(0, 1000, w, 200, '#b8a98c') +
    rect(400, 980, 470, 36, '#c9c3b4') +
    lamp(430, 60, 90, '#27323a') +
    person(
      300,
      1120,
      540,
      { coat: '#3f6b52', cut: 'bun', hair: '#b4b4b4', shawl: '#f2c95c' },
      { hands: [36, -66, 14, -50] },
    ) +
    person(
      650,
      1120,
      560,
      { coat: '#c4582c', hat: 'beanie', tint: '#0b5876', skin: '#b97f57', hair: '#2c2018', beard: '#2c2018' },
      { hands: [28, -62, 10, -50] },
      true,
    ) +
    disc(494, 756, 12, 'none', 'stroke="#f2c95c" stroke-width="6"') +
    line([494, 768, 490, 806, 500, 806], '#f2c95c', 6),

  neulekerho: (w, h) =>
    room(w, h, '#e2dde6', '#c19b68', '#c2b8cc', 600) +
    pane(440, 90, 320, 260, nightView(320, 260)) +
    lamp(240, 0, 120, '#86194a') +
    rug(600, 740, 1000, '#c4582c', '#d98a5c') +
    times(
      3,
      (i) =>
        rect(170 + i * 330, 520, 180, 220, ['#3f6b52', '#0b5876', '#86194a'][i] ?? '#fff', 30) +
        person(
          250 + i * 330,
          760,
          400,
          { ...one(i === 1 ? 3 : i * 2), coat: ['#e39a2a', '#c3cfd4', '#3c8f8c'][i] ?? '#fff' },
          { ...poses.sit, hip: [0, -30], hands: [22, -46, 28, -46], nod: 12 },
          i === 2,
        ) +
        rect(
          320 + i * 330 - (i === 2 ? 230 : 0),
          590,
          60,
          76,
          ['#c2182f', '#f0bd45', '#f7f9fa'][i] ?? '#fff',
          14,
        ),
    ) +
    times(4, (i) =>
      disc(480 + i * 60, 730 + (i % 2) * 14, 24, ['#c2182f', '#f0bd45', '#3c8f8c', '#86194a'][i] ?? '#fff'),
    ),
}
