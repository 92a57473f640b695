// What people do together: sing, play, watch, move, talk and put out fires.
import { arc, disc, glow, line, oval, path, poly, rect, times, veil, wash } from './draw-ink.ts'
import { treeline } from './draw-nature.ts'
import type { Look } from './draw-people.ts'
import { person, poses } from './draw-people.ts'
import { autumnView, boards, nightView, pane, room, rug, summerView } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { chair, lamp, mug, picture, plant, table } from './draw-things.ts'

const crowd: readonly Look[] = [
  { coat: '#0b5876', hair: '#b4b4b4', cut: 'bun' },
  { coat: '#86194a', hair: '#5b4333', cut: 'long' },
  { coat: '#3f6b52', hair: '#2c2018', skin: '#8d5a3c' },
  { coat: '#c4582c', hair: '#d8d4cb', beard: '#d8d4cb' },
  { coat: '#5d8199', hair: '#c19b68', cut: 'long' },
  { coat: '#e39a2a', hair: '#8d6236', beard: '#8d6236' },
]
const one = (index: number) => crowd[index % crowd.length] ?? { coat: '#0b5876' }

export const together: Scenes = {
  kuoro: (w) =>
    boards(w, 620, '#c9b08a', '#b39a72', 90) +
    rect(0, 616, w, 190, '#8d6236') +
    pane(160, 90, 200, 320, nightView(200, 320)) +
    pane(840, 90, 200, 320, nightView(200, 320)) +
    glow(600, 200, 420, '#fff3cf', 0.6) +
    times(
      6,
      (i) =>
        person(
          230 + i * 150,
          610 + (i % 2) * 8,
          320,
          { ...one(i + 2), legs: '#27323a' },
          { view: 'front', hands: [-10, -58, 10, -58] },
        ) + rect(206 + i * 150, 414 + (i % 2) * 8, 48, 32, '#f7f9fa', 2),
    ) +
    rect(150, 610, 900, 26, '#6d4a30') +
    person(
      600,
      800,
      420,
      { coat: '#27323a', hair: '#b4b4b4', legs: '#27323a' },
      { view: 'back', hands: [-30, -86, 28, -92] },
    ),

  soittotunti: (w, h) =>
    room(w, h, '#e6dccb', '#b98a58', '#cbb591', 650) +
    pane(720, 110, 360, 280, autumnView(360, 280)) +
    rug(520, 820, 900, '#0b5876', '#2f7390') +
    rect(90, 380, 380, 330, '#3a2f2a', 8) +
    rect(80, 540, 420, 40, '#2c2420', 4) +
    rect(92, 544, 396, 20, '#f7f9fa') +
    times(14, (i) => rect(112 + i * 27, 544, 12, 12, '#1b1714')) +
    rect(190, 400, 170, 110, '#f7f9fa', 4) +
    times(4, (i) => line([206, 424 + i * 20, 344, 424 + i * 20], '#8fa3b0', 3)) +
    rect(540, 720, 140, 24, '#6d4a30', 6) +
    rect(560, 740, 20, 100, '#6d4a30') +
    rect(640, 740, 20, 100, '#6d4a30') +
    person(610, 850, 420, { ...one(1), child: true }, { ...poses.sit, hands: [30, -56, 34, -54] }, true) +
    person(
      900,
      850,
      480,
      { ...one(5), legs: '#27424f' },
      { ...poses.sit, hip: [0, -30], hands: [22, -46, -6, -50] },
      true,
    ) +
    path('M800 640Q760 610 770 660Q740 720 800 730Q860 720 850 670Q850 640 830 650Z', '#c47a3c') +
    disc(806, 680, 16, '#3a2418') +
    line([830, 650, 960, 560], '#6d4a30', 14) +
    rect(850, 710, 130, 140, '#6d4a30', 6),

  elokuvakerho: (w, h) =>
    wash(0, 0, w, h, '#16202a', '#1f2b36') +
    rect(200, 70, 800, 330, '#f3efe4', 6) +
    veil(wash(200, 70, 800, 330, '#86bfe3', '#f3c9a0@.6', '#6d7f92'), 0.75) +
    path('M200 300Q420 220 600 280T1000 250L1000 400L200 400Z', '#4d6470') +
    disc(760, 200, 34, '#fff1c9') +
    poly([200, 70, 1000, 70, 620, 675, 580, 675], '#fff3cf', 'opacity="0.1"') +
    times(2, (r) =>
      times(8 + r, (i) => {
        const [x, y] = [90 + i * (150 - r * 20) - r * 60, 520 + r * 110]
        return (
          disc(x, y, 34 + r * 6, r ? '#0a1218' : '#101a22') +
          rect(x - 54, y + 26, 108, 160, r ? '#0a1218' : '#101a22', 30) +
          rect(x - 62, y + 70, 124, 160, r ? '#4a1626' : '#5b1c30', 16)
        )
      }),
    ),

  tuolijumppa: (w, h) =>
    room(w, h, '#e4ecda', '#d6b98c', '#bccba6', 600) +
    pane(130, 100, 360, 270, summerView(360, 270)) +
    pane(710, 100, 360, 270, summerView(360, 270)) +
    times(
      4,
      (i) =>
        chair(210 + i * 240, 740, 1.3, '#8d6236') +
        person(
          220 + i * 240,
          740,
          400,
          {
            ...one([3, 0, 3, 4][i] ?? 0),
            coat: ['#3c8f8c', '#86194a', '#5d8199', '#e39a2a'][i] ?? '#fff',
            hair: ['#d8d4cb', '#b4b4b4', '#f2f2ee', '#c19b68'][i] ?? '#fff',
            shoes: '#f7f9fa',
            legs: '#33454f',
          },
          {
            ...poses.sit,
            hip: [0, -30],
            hands: [12, -108, 20, -106],
            lean: 0,
            ...(i === 2 ? { feet: [18, -2, 40, -16] as const } : {}),
          },
        ),
    ),

  kielikahvila: (w, h) =>
    room(w, h, '#efe0d0', '#b98a58', '#d2b08c', 600) +
    pane(430, 90, 340, 270, nightView(340, 270)) +
    lamp(600, 0, 70, '#c4582c') +
    picture(120, 150, 160, 130, summerView(160, 130)) +
    plant(1090, 620, 1.6) +
    person(440, 700, 380, one(2), { ...poses.sit, hip: [0, -34], hands: [30, -58, 26, -60] }) +
    person(
      790,
      700,
      370,
      { ...one(0), coat: '#3c8f8c' },
      { ...poses.sit, hip: [0, -34], hands: [26, -70, 30, -56] },
      true,
    ) +
    table(330, 570, 560, 210, '#d6a870') +
    times(4, (i) => mug(420 + i * 130, 572, 1.1, ['#c2182f', '#ffffff', '#f0bd45', '#0b5876'][i] ?? '#fff')) +
    oval(610, 568, 66, 12, '#f7f9fa') +
    times(5, (i) => disc(576 + i * 17, 558 - (i % 2) * 8, 13, '#b0693f')) +
    person(
      240,
      780,
      420,
      { ...one(1), hat: 'scarf', tint: '#5d8199', skin: '#b97f57' },
      { ...poses.sit, hip: [0, -30], hands: [32, -56, 36, -50] },
    ) +
    person(980, 780, 420, one(5), { ...poses.sit, hip: [0, -30], hands: [32, -54, 36, -52] }, true),

  palokunta: (w, h) =>
    wash(0, 0, w, h, '#a9cfe6', '#eef4f2') +
    treeline(w, 430, 90, '#5d8a6c', 5) +
    rect(60, 160, 520, 330, '#b5654a') +
    rect(40, 140, 560, 30, '#5b4a44') +
    times(
      2,
      (i) =>
        rect(100 + i * 240, 240, 200, 250, '#f2f2ee') +
        times(5, (k) => rect(100 + i * 240, 240 + k * 50, 200, 4, '#b4c2cc')),
    ) +
    rect(0, 486, w, 320, '#9aa5ab') +
    rect(520, 300, 560, 250, '#c2182f', 14) +
    path('M1060 340L1130 340Q1160 344 1166 400L1172 550L1060 550Z', '#c2182f') +
    path('M1072 360L1126 360Q1140 364 1144 420L1072 420Z', '#cfe4f0') +
    rect(520, 440, 650, 26, '#f7f9fa') +
    times(3, (i) => rect(560 + i * 150, 336, 124, 84, '#8fa3b0', 4)) +
    line([540, 284, 1020, 270], '#b4c2cc', 12) +
    times(8, (i) => line([570 + i * 60, 283, 570 + i * 60, 262], '#b4c2cc', 5)) +
    rect(1080, 316, 60, 24, '#5fb0e6', 8) +
    times(2, (i) => disc(640 + i * 400, 556, 56, '#1b2730') + disc(640 + i * 400, 556, 24, '#b4c2cc')) +
    times(3, (i) =>
      person(
        190 + i * 160,
        740,
        360,
        {
          coat: '#27323a',
          legs: '#27323a',
          hat: 'helmet',
          tint: '#f2c95c',
          vest: '#3a4954',
          ...(i === 1 ? { cut: 'long' as const, hair: '#c19b68' } : {}),
        },
        i === 2 ? poses.walk : poses.stand,
      ),
    ) +
    arc('M700 720Q820 650 900 710T1100 700', '#e8a72c', 18),
}
