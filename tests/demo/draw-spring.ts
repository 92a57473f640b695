// Spring scenes: crust snow, breaking ice, swans, bicycles and the first of May.
import { duck, reindeer, swan } from './draw-animals.ts'
import { arc, chance, disc, glow, line, oval, path, poly, rect, times, veil, wash } from './draw-ink.ts'
import { birds, clouds, fell, glints, hills, speckle, sun, treeline } from './draw-nature.ts'
import { person, poses } from './draw-people.ts'
import { buds, frozen, lake, wood } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { bunting, car, house, mug, skis, table } from './draw-things.ts'
import { birch, pine, spruces } from './draw-trees.ts'

const coral = { coat: '#d0742a', hat: 'beanie', tint: '#f2c95c', gloves: '#27424f' } as const
const teal = { coat: '#3c8f8c', cut: 'long', hair: '#8d6236' } as const
const navy = { coat: '#0b5876', hat: 'cap', tint: '#a3392b' } as const

export const spring: Scenes = {
  hankihiihto: (w, h) =>
    frozen(w, h, 'spring', h * 0.42, 21) +
    fell(300, 338, 360, 190, '#dbe7ee', '#ffffff') +
    sun(980, 120, 40) +
    times(4, (i) => line([0, 700 + i * 22, 1200, 560 + i * 14], '#c3d5e1', 5)) +
    person(340, 660, 280, { ...coral, legs: '#27424f' }, poses.ski) +
    skis(350, 662, 250, '#c2182f') +
    line([400, 520, 330, 660], '#33454f', 4) +
    person(700, 618, 280, { ...teal, hat: 'beanie', tint: '#86194a', gloves: '#27424f' }, poses.ski) +
    skis(710, 620, 250, '#f2c95c') +
    line([760, 478, 690, 618], '#33454f', 4) +
    spruces(1010, 1220, 470, 300, 3, '#2a5563', '#f2f7f9'),

  jaidenlahto: (w, h) => {
    const dice = chance(17)
    return (
      lake(w, h, 'spring', h * 0.44, 23) +
      times(17, (i) => {
        const t = (i + 1) / 17
        const x = dice() * w
        const y = h * 0.47 + t * t * h * 0.5
        const s = 30 + t * 120
        const floe = [-1, 0, -0.4, -0.2, 0.6, -0.16, 1, 0.04, 0.2, 0.2, -0.6, 0.16]
        const at = (drop: number) => floe.map((part, k) => (k % 2 ? y + drop : x) + part * s)
        return poly(at(s * 0.06), '#9cc3d8') + poly(at(0), '#f4f8fa')
      }) +
      swan(480, 560, 1) +
      swan(640, 600, 1.15, true) +
      birds(760, 150, 22, 5)
    )
  },

  linnunpontto: (w, h) =>
    wood(w, h, 'spring', h * 0.68) +
    birch(560, h * 0.86, 1000, buds, 8) +
    rect(520, 400, 96, 130, '#b98a58', 4) +
    poly([506, 404, 568, 362, 632, 404], '#6d4a30') +
    disc(568, 448, 15, '#2c2018') +
    line([560, 470, 576, 470], '#6d4a30', 5) +
    line([300, 1040, 440, 560], '#8d6236', 12) +
    line([390, 1050, 500, 570], '#8d6236', 12) +
    times(7, (i) => line([316 + i * 19, 990 - i * 64, 402 + i * 15, 990 - i * 64], '#8d6236', 9)) +
    person(
      400,
      830,
      330,
      { ...navy, legs: '#5b4333' },
      { hands: [26, -100, 30, -104], feet: [-6, -2, 6, -14] },
    ) +
    person(
      690,
      1060,
      260,
      { ...coral, child: true, gloves: '#e3b18c' },
      { hands: [-18, -84, -14, -88] },
      false,
    ),

  'vappu-torilla': (w, h) =>
    wash(0, 0, w, h, '#9ccbe8', '#e3f0f5@.7', '#fbf3e4') +
    clouds(240, 130, 120) +
    clouds(930, 90, 90) +
    house(160, 470, 1.7, '#c9a05c', '#5b4a44', '#cfe4f0') +
    house(560, 460, 1.5, '#7fa39a', '#5b4a44', '#cfe4f0') +
    house(1010, 474, 1.9, '#b5654a', '#5b4a44', '#cfe4f0') +
    rect(0, 460, w, h, '#cbbfae') +
    speckle(w, 480, 310, ['#f2c95c', '#c2182f', '#3c8f8c', '#86194a'], 90, 4) +
    birch(820, 500, 330, buds, 5) +
    bunting([60, 190], [760, 170], ['#c2182f', '#f2c95c', '#0b5876', '#3c8f8c'], 12) +
    times(
      3,
      (i) =>
        line([330, 560, 270 + i * 62, 330 - (i % 2) * 36], '#6b7a86', 2.5) +
        oval(270 + i * 62, 296 - (i % 2) * 36, 32, 40, ['#c2182f', '#f0bd45', '#0b5876'][i] ?? '#fff'),
    ) +
    person(
      300,
      740,
      310,
      { ...teal, hat: 'cap', tint: '#ffffff' },
      { view: 'front', hands: [-15, -44, 12, -56] },
    ) +
    person(430, 740, 200, { ...coral, child: true, gloves: '#e3b18c' }, poses.stand) +
    person(660, 730, 310, { ...navy, hat: 'cap', tint: '#ffffff', beard: '#8c8580' }, poses.walk) +
    person(
      800,
      730,
      300,
      { coat: '#f2c95c', skirt: '#86194a', cut: 'long', hat: 'cap', tint: '#ffffff' },
      poses.stand,
    ),

  poronvasa: (w, h) =>
    wood(w, h, 'spring', h * 0.5, 'pine') +
    hills(w, 760, 120, '#a9a066', 4) +
    reindeer(430, 990, 2.2, '#8a7362', false, false) +
    reindeer(960, 1060, 1.15, '#b08e72', true, false) +
    speckle(w, 900, 300, ['#c9d487', '#f7f4e3', '#8f8f5e'], 90, 7),

  'pyorat-sulavalla-tiella': (w, h) =>
    wash(0, 0, w, h, '#a9cfe6', '#eaf3f6') +
    clouds(860, 140, 110) +
    treeline(w, 420, 70, '#8fa89b', 9) +
    house(200, 460, 1.4, '#a3392b', '#5b4a44', '#cfe4f0') +
    house(900, 450, 1.1, '#d9b25a', '#5b4a44', '#cfe4f0') +
    rect(0, 440, w, h, '#b9b48a') +
    path('M0 520Q220 470 400 500Q360 560 0 600Z', '#f4f8fa') +
    path('M1200 470Q1000 460 900 500Q1010 540 1200 530Z', '#f4f8fa') +
    path('M0 640L1200 560L1200 800L0 800Z', '#9aa5ab') +
    oval(860, 720, 150, 22, '#b9d8e6') +
    oval(240, 770, 120, 16, '#b9d8e6') +
    birch(1090, 520, 380, buds, 3) +
    times(2, (i) => {
      const [x, y] = [330 + i * 330, 700 - i * 26]
      return (
        disc(x, y - 50, 50, 'none', 'stroke="#27323a" stroke-width="7"') +
        disc(x + 170, y - 50, 50, 'none', 'stroke="#27323a" stroke-width="7"') +
        line(
          [x, y - 50, x + 56, y - 130, x + 140, y - 130, x + 170, y - 50, x + 80, y - 50, x + 56, y - 130],
          i ? '#c2182f' : '#3c8f8c',
          8,
        ) +
        line([x + 140, y - 130, x + 132, y - 172, x + 108, y - 168], '#27323a', 7) +
        rect(x + 34, y - 150, 48, 12, '#27323a', 6) +
        person(
          x + 60,
          y - 14,
          300,
          i ? { ...coral, hat: 'helmet', tint: '#0b5876' } : { ...teal, hat: 'helmet', tint: '#f2c95c' },
          { hip: [0, -46], lean: 22, feet: [2, -6, 16, -22], hands: [17, -54, 20, -52] },
        )
      )
    }),

  kevattalkoot: (w, h) =>
    lake(w, h, 'spring', h * 0.34, 29) +
    path('M0 330Q500 280 1200 350L1200 800L0 800Z', '#a9b472') +
    birch(120, 460, 400, buds, 2) +
    birch(1080, 470, 430, buds, 6) +
    speckle(w, 420, 360, ['#8f9a52', '#c9c39a', '#c08a3e'], 140, 5) +
    path('M480 720Q560 600 700 640Q800 660 820 730Q640 770 480 720Z', '#b98a4c') +
    person(380, 700, 320, { ...navy, gloves: '#f2c95c' }, { ...poses.work, hands: [26, -58, 36, -44] }) +
    line([420, 520, 560, 700], '#8d6236', 8) +
    line([530, 690, 590, 720], '#33454f', 8) +
    person(900, 690, 310, { ...teal, gloves: '#f2c95c' }, { ...poses.stoop }, true) +
    rect(980, 620, 90, 100, '#5d8199', 8) +
    person(620, 520, 200, { ...coral, child: true }, poses.wave),

  'kahvit-rannalla': (w, h) =>
    lake(w, h, 'spring', h * 0.4, 33) +
    sun(300, 200, 36) +
    path('M0 620Q600 560 1200 640L1200 900L0 900Z', '#a99a66') +
    pine(1080, 700, 640) +
    table(420, 610, 420, 190) +
    mug(540, 610, 1.4, '#c2182f') +
    mug(700, 610, 1.4, '#ffffff') +
    oval(620, 606, 44, 10, '#f2c95c') +
    person(330, 800, 430, { ...coral, legs: '#27424f' }, { ...poses.sit, hands: [30, -52, 36, -50] }) +
    person(930, 800, 430, { ...navy, beard: '#b4b4b4' }, { ...poses.sit, hands: [30, -52, 36, -50] }, true) +
    rect(270, 700, 110, 100, '#8d6236', 8) +
    rect(880, 700, 110, 100, '#8d6236', 8),

  sorsat: (w, h) =>
    lake(w, h, 'spring', h * 0.3, 37) +
    times(8, (i) => line([60 + i * 34, 800, 40 + i * 38, 520 - (i % 3) * 50], '#a3a066', 6)) +
    times(3, (i) => oval(66 + i * 90, 500 - i * 20, 9, 36, '#6d4a30')) +
    duck(480, 560, 1.6) +
    duck(680, 600, 1.8) +
    times(5, (i) => duck(800 + i * 62, 640 + (i % 2) * 14, 0.7)) +
    glints(w, 500, 280, '#ffffff', 7, 20) +
    glow(900, 180, 240, '#fff3cf', 0.6) +
    veil(arc('M420 580q120 40 240 10M620 626q120 40 240 10', '#ffffff', 4), 0.7),

  'auto-muuttokuormassa': (w, h) =>
    wash(0, 0, w, h, '#a9cfe6', '#eef4f2') +
    fell(880, 380, 330, 150, '#b6c6d0', '#ffffff') +
    treeline(w, 400, 80, '#6f8f83', 3) +
    rect(0, 396, w, h, '#b3b27e') +
    path('M0 470Q600 500 1200 460L1200 620Q600 660 0 630Z', '#9aa5ab') +
    times(7, (i) => rect(30 + i * 180, 586 + (i > 1 && i < 5 ? 6 : 0), 100, 9, '#f4f7f8')) +
    speckle(w, 400, 40, ['#8f9a52', '#c9c39a'], 60, 5) +
    rect(575, 364, 160, 60, '#c19b68', 4) +
    rect(648, 364, 14, 60, '#8d6236') +
    rect(600, 318, 110, 48, '#86194a', 6) +
    car(640, 570, 1.5, '#0b5876') +
    birch(130, 500, 380, buds, 9) +
    birch(1080, 500, 360, buds, 4),
}
