// Winter scenes in the dark: northern lights, market, sauna, plough, school road and the night train.
import { disc, glow, line, oval, path, poly, rect, times, veil, wash } from './draw-ink.ts'
import { aurora, drifts, stars, treeline } from './draw-nature.ts'
import type { Look } from './draw-people.ts'
import { person, poses } from './draw-people.ts'
import { frozen } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { bulbs, fire, house, hut, smoke, streetLamp } from './draw-things.ts'
import { spruce, spruces } from './draw-trees.ts'

const crowd: readonly Look[] = [
  { coat: '#0b5876', hair: '#b4b4b4', cut: 'bun' },
  { coat: '#86194a', hair: '#5b4333', cut: 'long' },
  { coat: '#3f6b52', hair: '#2c2018', skin: '#8d5a3c' },
  { coat: '#c4582c', hair: '#d8d4cb', beard: '#d8d4cb' },
  { coat: '#5d8199', hair: '#c19b68', cut: 'long' },
  { coat: '#e39a2a', hair: '#8d6236', beard: '#8d6236' },
]
const warm = { coat: '#c4582c', hat: 'beanie', tint: '#0b5876', gloves: '#27424f' } as const
const blue = { coat: '#0b5876', hat: 'beanie', tint: '#c2182f', gloves: '#27424f' } as const
const plum = { coat: '#86194a', hat: 'beanie', tint: '#f0bd45', gloves: '#27424f' } as const
const gold = { coat: '#e39a2a', hat: 'beanie', tint: '#86194a', gloves: '#27424f' } as const
const one = (index: number) => crowd[index % crowd.length] ?? { coat: '#0b5876' }

export const winterDark: Scenes = {
  'revontulet-jarvella': (w, h) =>
    frozen(w, h, 'night', h * 0.62) +
    stars(w, h * 0.55) +
    aurora(w, h * 0.3, h * 0.24) +
    spruces(-30, 210, h * 0.72, 330, 4, '#0b2a38', '#8fb0c2') +
    spruces(730, w + 20, h * 0.7, 260, 3, '#0b2a38', '#8fb0c2') +
    veil(oval(w * 0.5, h * 0.72, w * 0.42, 40, '#5fd3a0'), 0.12) +
    person(430, h * 0.86, 190, { ...gold, legs: '#1b2f3c' }, poses.away) +
    person(
      520,
      h * 0.86,
      150,
      { ...plum, child: true, legs: '#1b2f3c' },
      { view: 'back', hands: [-15, -44, 22, -96] },
    ),

  joulutori: (w, h) =>
    wash(0, 0, w, h, '#0b2334', '#1d4258@.7', '#35607a') +
    stars(w, 420, 5) +
    house(200, 620, 1.6, '#5b3a34', '#cfdee7') +
    house(1000, 620, 1.8, '#3f5a6b', '#cfdee7') +
    rect(0, 610, w, h, '#b9cdda') +
    wash(0, 610, w, h - 610, '#c9d9e3', '#8fadc0') +
    spruce(600, 760, 560, '#12424a', '#dfeaef') +
    times(
      22,
      (i) =>
        glow(600 + (((i * 53) % 17) - 8) * (3 + i * 0.62), 300 + i * 19, 26, '#ffe2a6', 0.9) +
        disc(600 + (((i * 53) % 17) - 8) * (3 + i * 0.62), 300 + i * 19, 5, '#fff6da'),
    ) +
    bulbs([60, 480], [520, 440], 8) +
    bulbs([680, 440], [1150, 480], 8) +
    times(2, (i) => {
      const x = 90 + i * 680
      return (
        rect(x, 660, 340, 220, '#6d4a30') +
        glow(x + 170, 760, 220, '#ffd88a', 0.75) +
        rect(x, 800, 340, 90, '#8d6236') +
        poly([x - 24, 680, x + 170, 580, x + 364, 680, x + 364, 706, x - 24, 706], '#f2f7f9') +
        times(5, (k) =>
          rect(
            x + 20 + k * 64,
            770 - (k % 2) * 10,
            44,
            30 + (k % 2) * 10,
            ['#c2182f', '#f0bd45', '#577f3f', '#86194a'][k % 4] ?? '#fff',
            6,
          ),
        )
      )
    }) +
    person(330, 880, 230, { coat: '#3f6b52', hat: 'scarf', tint: '#c2182f' }, poses.stand) +
    person(500, 1080, 340, { ...warm, shawl: '#f2f7f9' }, poses.away) +
    person(620, 1080, 220, { ...gold, child: true }, { view: 'back', hands: [-15, -46, 16, -50] }) +
    person(830, 1060, 340, { ...plum, cut: 'long' }, poses.walk, true),

  'sauna-talviyossa': (w, h) =>
    frozen(w, h, 'night', h * 0.56) +
    stars(w, h * 0.5, 9, 90) +
    disc(970, 130, 40, '#f3f7f8') +
    glow(970, 130, 150, '#cfe4f0', 0.5) +
    spruces(560, 1180, 560, 330, 8, '#0b2a38', '#8fb0c2') +
    hut(420, 590, 2.3, '#4a3628', '#dbe7ee') +
    smoke(500, 260, 1.7, '#b4cad8') +
    glow(320, 510, 200, '#ffd88a', 0.5) +
    veil(poly([280, 560, 400, 560, 470, 760, 160, 760], '#ffd88a'), 0.3) +
    streetLamp(820, 640, 170) +
    path('M600 800Q640 690 560 600L600 600Q720 690 760 800Z', '#7ea0b4', 'opacity="0.6"') +
    person(760, 720, 170, { ...warm, coat: '#a3392b' }, poses.walk),

  'aura-auto': (w, h) =>
    frozen(w, h, 'night', h * 0.46) +
    spruces(-20, 330, 400, 270, 5, '#0b2a38', '#8fb0c2') +
    spruces(880, 1230, 400, 290, 5, '#0b2a38', '#8fb0c2') +
    poly([520, 320, 620, 320, 1200, 640, 1200, 675, 0, 675, 0, 600], '#9db6c6') +
    poly([1150, 380, 1150, 420, 330, 590, 220, 470], '#ffe9a8', 'opacity="0.28"') +
    path('M90 600Q60 520 150 470Q230 440 300 470L340 600Z', '#ffffff') +
    rect(520, 300, 420, 200, '#e39a2a', 12) +
    rect(520, 470, 470, 70, '#33454f', 8) +
    path('M330 350Q330 300 380 300L500 300L500 500L330 500Z', '#f0b63f') +
    path('M346 360Q346 322 386 322L470 322L470 400L346 400Z', '#cfe4f0') +
    rect(340, 276, 90, 16, '#27424f', 5) +
    glow(386, 270, 130, '#ffb84d', 0.95) +
    disc(386, 268, 12, '#ffdf9e') +
    poly([330, 450, 300, 440, 180, 560, 200, 606, 330, 560], '#c4582c') +
    glow(330, 460, 130, '#fff6da', 0.9) +
    times(3, (i) => disc(430 + i * 210, 548, 46, '#1b2730') + disc(430 + i * 210, 548, 20, '#b4c2cc')),

  'koulutie-aamulla': (w, h) =>
    wash(0, 0, w, h, '#1f4a70', '#5f8fb5@.6', '#b9cfe0') +
    treeline(w, 440, 70, '#2a5068', 4) +
    rect(640, 250, 520, 230, '#b98a58') +
    rect(620, 230, 560, 34, '#dbe7ee') +
    times(10, (i) => rect(670 + (i % 5) * 96, 290 + Math.floor(i / 5) * 90, 62, 56, '#ffe2a6')) +
    rect(0, 470, w, h, '#b9cfe0') +
    wash(0, 470, w, h - 470, '#c3d6e4', '#8fb0c8') +
    poly([760, 480, 880, 480, 700, 800, 240, 800], '#dbe7f0') +
    spruces(-20, 300, 540, 360, 4, '#173d55', '#b9cfe0') +
    streetLamp(560, 600, 340) +
    person(380, 740, 270, { ...gold, child: true }, poses.walk) +
    rect(330, 590, 44, 62, '#c2182f', 12) +
    person(520, 710, 250, { ...plum, child: true }, poses.walk) +
    rect(474, 572, 40, 56, '#3c8f8c', 12) +
    person(700, 640, 210, { ...blue, child: true }, poses.away) +
    rect(680, 536, 40, 48, '#f0bd45', 10),

  'yojuna-asemalla': (w, h) =>
    wash(0, 0, w, h, '#0f2c42', '#31597a@.7', '#7e9cb3') +
    stars(w, 240, 12, 40) +
    treeline(w, 330, 80, '#12354a', 6) +
    rect(0, 520, w, 200, '#c3d5e1') +
    rect(0, 490, w, 40, '#33454f') +
    path('M-20 480L-20 220L900 220Q1010 220 1060 330L1090 430Q1094 480 1060 480Z', '#1d6b52') +
    rect(-20, 380, 1080, 22, '#f2f7f9') +
    path('M930 250Q1000 250 1036 340L930 340Z', '#cfe4f0') +
    times(9, (i) => rect(20 + i * 98, 262, 70, 56, '#ffe2a6', 8)) +
    glow(1080, 440, 150, '#fff6da', 0.95) +
    times(8, (i) => disc(70 + i * 130, 486, 24, '#1b2730')) +
    veil(rect(-20, 216, 930, 12, '#ffffff'), 0.8) +
    streetLamp(760, 640, 420) +
    person(430, 630, 250, { ...plum, shawl: '#f2c95c', cut: 'long' }, poses.walk) +
    rect(470, 560, 56, 74, '#c4582c', 8) +
    person(620, 630, 260, { ...blue }, poses.wave) +
    drifts(w, 570, '#ffffff', 3, 3),

  'nuotio-jaalla': (w, h) =>
    frozen(w, h, 'dusk', h * 0.48, 7) +
    fire(600, 690, 1.2) +
    rect(250, 640, 170, 60, '#5b4333', 14) +
    person(
      330,
      720,
      330,
      { ...blue, legs: '#12303d' },
      { ...poses.sit, hip: [0, -30], hands: [30, -44, 34, -42] },
    ) +
    person(
      880,
      720,
      330,
      { ...gold, legs: '#12303d' },
      { ...poses.sit, hip: [0, -30], hands: [34, -50, 30, -40] },
      true,
    ) +
    line([800, 560, 660, 610], '#5b3a24', 5) +
    path('M630 604q28 -14 44 8q-18 16 -44 -8Z', '#a3392b') +
    spruces(-20, 200, 520, 330, 3, '#1f4257', '#dbe7ee'),

  kylatalo: (w, h) =>
    wash(0, 0, w, h, '#3d5f7e', '#8fa9bb@.6', '#f0cdb0') +
    treeline(w, 460, 110, '#2a5068', 11) +
    rect(0, 456, w, h, '#dbe7ee') +
    house(640, 560, 2.7, '#d9b25a', '#eaf2f6') +
    glow(620, 500, 260, '#ffd88a', 0.5) +
    times(4, (i) =>
      person(
        180 + i * 90,
        680 + (i % 2) * 20,
        230,
        { ...one(i + 1), hat: 'beanie', tint: ['#c2182f', '#f2c95c', '#3c8f8c', '#86194a'][i] ?? '#fff' },
        poses.walk,
      ),
    ) +
    person(1000, 700, 240, { ...one(3), hat: 'beanie' }, poses.wave),
}
