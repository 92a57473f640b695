// Summer scenes of work and town: market, sculptor, hay, a house going up, a café, the bus.
import { arc, disc, line, oval, path, poly, rect, times, wash } from './draw-ink.ts'
import { clouds, hills, speckle, treeline } from './draw-nature.ts'
import { person, poses } from './draw-people.ts'
import { greens, lake } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { bunting, bus, crate, house, mug, table } from './draw-things.ts'
import { birch } from './draw-trees.ts'

const red = { coat: '#c2182f', cut: 'long', hair: '#8d6236' } as const
const white = { coat: '#f2f2ee', hat: 'cap', tint: '#0b5876', legs: '#5d8199' } as const
const leaf = { coat: '#577f3f', cut: 'bun', hair: '#3a2f2a', skin: '#b97f57' } as const

export const summerWork: Scenes = {
  kesatori: (w, h) =>
    wash(0, 0, w, h, '#8fc4e4', '#e3f0f5') +
    house(180, 470, 1.6, '#d9b25a', '#5b4a44', '#cfe4f0') +
    house(1010, 476, 1.8, '#7fa39a', '#5b4a44', '#cfe4f0') +
    birch(600, 490, 430, greens, 3) +
    rect(0, 464, w, h, '#d3c8b4') +
    bunting([120, 170], [1080, 170], ['#f2c95c', '#0b5876', '#c2182f'], 14) +
    times(8, (i) =>
      poly(
        [180 + i * 105, 330, 285 + i * 105, 330, 275 + i * 107, 420, 172 + i * 106, 420],
        i % 2 ? '#ffffff' : '#3c8f8c',
      ),
    ) +
    line([190, 400, 190, 720], '#8d6236', 10) +
    line([1010, 400, 1010, 720], '#8d6236', 10) +
    person(600, 700, 390, { ...leaf, apron: '#f2f2ee' }, { view: 'front', hands: [-24, -54, 22, -56] }) +
    rect(150, 600, 900, 140, '#b98a58') +
    times(
      4,
      (i) =>
        crate(180 + i * 220, 560, 190, 70) +
        times(16, (k) =>
          disc(
            200 + i * 220 + (k % 8) * 21,
            556 - Math.floor(k / 8) * 16 + (k % 2) * 5,
            14,
            [['#c2182f'], ['#e2bb86'], ['#6f9a4a'], ['#e8a72c']][i]?.[0] ?? '#fff',
          ),
        ),
    ) +
    person(330, 850, 400, { ...red }, poses.away) +
    person(880, 850, 400, { ...white, legs: '#27424f' }, { ...poses.reach }, true),

  puunveisto: (w, h) =>
    lake(w, h, 'summer', h * 0.34, 41) +
    path('M0 520Q450 470 900 530L900 1200L0 1200Z', '#8fae62') +
    birch(90, 620, 520, greens, 7) +
    path(
      'M500 1080Q470 800 520 640Q500 500 580 420Q640 330 700 420Q740 520 710 660Q770 840 740 1080Z',
      '#d6a870',
    ) +
    path('M560 470Q610 420 660 480Q660 560 610 570Q560 560 560 470Z', '#c19b68') +
    times(7, (i) => arc(`M${520 - i * 3} ${700 + i * 54}q100 ${30 + i * 3} ${200 + i * 6} 0`, '#b98a58', 6)) +
    arc('M566 640Q480 760 560 860M690 640Q760 760 680 880', '#b98a58', 9) +
    times(30, (i) =>
      path(
        `M${280 + ((i * 71) % 560)} ${1070 + ((i * 37) % 70)}q14 -16 26 2`,
        'none',
        'stroke="#e8c695" stroke-width="7" stroke-linecap="round"',
      ),
    ) +
    person(
      330,
      1100,
      520,
      { coat: '#4f748b', hat: 'cap', tint: '#a3392b', beard: '#8c8580', apron: '#8d6236', gloves: '#e8c695' },
      { hands: [30, -74, 22, -60], lean: 6 },
    ) +
    line([470, 730, 520, 720], '#33454f', 12) +
    rect(430, 770, 60, 40, '#8d6236', 6),

  heinapelto: (w, h) =>
    wash(0, 0, w, h, '#86bfe3', '#dcedf3@.8', '#f6f5e6') +
    clouds(250, 110, 130) +
    clouds(900, 160, 100) +
    hills(w, 330, 90, '#8fb0b5', 4) +
    treeline(w, 340, 60, '#4f7d62', 8) +
    rect(0, 336, w, h, '#c9bf6a') +
    times(8, (i) => line([600 + (i - 4) * 60, 340, 600 + (i - 4) * 330, 675], '#b5a955', 5)) +
    times(
      4,
      (i) =>
        oval(190 + i * 270, 460 + (i % 2) * 60, 56, 50, '#e2d28a') +
        oval(176 + i * 270, 460 + (i % 2) * 60, 40, 46, '#cdb966') +
        arc(`M${160 + i * 270} ${460 + (i % 2) * 60}q16 -28 30 0q-10 20 -22 4`, '#a9974e', 4),
    ) +
    rect(700, 470, 170, 80, '#c2182f', 10) +
    rect(720, 390, 90, 90, '#c2182f', 10) +
    rect(732, 402, 66, 56, '#cfe4f0', 6) +
    rect(850, 430, 10, 50, '#33454f') +
    disc(740, 550, 58, '#27323a') +
    disc(740, 550, 26, '#f2c95c') +
    disc(856, 572, 36, '#27323a') +
    disc(856, 572, 16, '#f2c95c') +
    person(
      330,
      600,
      250,
      { ...leaf, hat: 'scarf', tint: '#ffffff' },
      { ...poses.work, hands: [26, -56, 36, -46] },
    ) +
    line([370, 450, 460, 600], '#8d6236', 7),

  talotyomaa: (w, h) =>
    wash(0, 0, w, h, '#8fc4e4', '#e9f3f4') +
    treeline(w, 560, 130, '#5d8a6c', 8) +
    rect(0, 556, w, h, '#c9b896') +
    rect(320, 660, 700, 50, '#b4b8ba') +
    times(8, (i) => rect(340 + i * 92, 380, 18, 290, '#e2bb86')) +
    rect(330, 370, 690, 20, '#d6a870') +
    rect(330, 640, 690, 20, '#d6a870') +
    times(5, (i) =>
      line([340 + i * 160, 376, 675 + (i - 2) * 20, 190, 1010 - (4 - i) * 160, 376], '#d6a870', 13),
    ) +
    line([675, 190, 675, 376], '#c19b68', 12) +
    times(5, (i) => rect(80, 770 - i * 24, 250, 20, i % 2 ? '#e2bb86' : '#d6a870', 3)) +
    person(
      500,
      664,
      290,
      { coat: '#5d8199', hat: 'helmet', tint: '#f2c95c', vest: '#ee6a1f' },
      { hands: [30, -64, 36, -76], lean: 4 },
    ) +
    line([600, 470, 570, 440], '#8d6236', 8) +
    rect(590, 424, 40, 20, '#33454f', 4) +
    person(
      900,
      860,
      400,
      { ...white, coat: '#e8a72c', hat: 'helmet', tint: '#ffffff', vest: '#ee6a1f' },
      { view: 'front', hands: [-18, -58, 14, -56] },
    ) +
    poly([830, 620, 930, 606, 946, 680, 846, 694], '#f7f9fa') +
    times(3, (i) => line([846, 636 + i * 16, 918, 626 + i * 16], '#5d8199', 3)),

  kesakahvila: (w, h) =>
    wash(0, 0, w, h, '#8fc4e4', '#e9f3f4') +
    rect(0, 130, 640, 440, '#d9b25a') +
    times(9, (i) => rect(i * 72, 130, 4, 440, '#b8923f', 0, 'opacity="0.5"')) +
    rect(80, 230, 200, 190, '#f7f9fa') +
    rect(94, 244, 172, 162, '#5f8ca0') +
    rect(380, 220, 150, 350, '#7a5a2c') +
    times(8, (i) =>
      poly(
        [40 + i * 66, 160, 106 + i * 66, 160, 98 + i * 68, 226, 30 + i * 68, 226],
        i % 2 ? '#ffffff' : '#c2182f',
      ),
    ) +
    birch(1080, 600, 520, greens, 6) +
    rect(0, 564, w, h, '#cdbf9f') +
    poly([560, 300, 820, 230, 1080, 300], '#3c8f8c') +
    line([820, 240, 820, 690], '#8d6236', 9) +
    table(690, 600, 260, 130, '#f2f2ee') +
    mug(770, 600, 1, '#c2182f') +
    mug(870, 600, 1, '#0b5876') +
    person(640, 730, 320, { ...red }, { ...poses.sit, hands: [26, -50, 32, -48] }) +
    person(1010, 730, 320, { ...white, legs: '#27424f' }, { ...poses.sit, hands: [26, -50, 32, -48] }, true) +
    person(330, 740, 350, { ...leaf, apron: '#27424f' }, { hands: [24, -60, 28, -58] }) +
    oval(442, 530, 50, 9, '#dfeaef') +
    mug(430, 526, 0.8),

  polttopuut: (w, h) =>
    lake(w, h, 'summer', h * 0.34, 57) +
    path('M0 360Q600 310 1200 380L1200 900L0 900Z', '#8fae62') +
    rect(560, 260, 560, 22, '#6d4a30') +
    rect(580, 280, 18, 480, '#8d6236') +
    rect(1084, 280, 18, 480, '#8d6236') +
    times(56, (i) => {
      const [x, y] = [626 + (i % 8) * 60 + (Math.floor(i / 8) % 2) * 8, 726 - Math.floor(i / 8) * 58]
      return (
        disc(x, y, 28, i % 3 ? '#e2bb86' : '#d6a870', 'stroke="#8d6236" stroke-width="5"') +
        disc(x, y, 11, '#c19b68')
      )
    }) +
    rect(270, 720, 130, 110, '#8d6236', 10) +
    oval(335, 722, 66, 18, '#d6a870') +
    person(
      210,
      840,
      430,
      { coat: '#a3392b', hat: 'cap', tint: '#27424f', gloves: '#e8c695' },
      { hands: [32, -64, 28, -56], lean: 12 },
    ) +
    line([330, 560, 420, 680], '#8d6236', 10) +
    path('M400 650L450 650L444 700L410 700Z', '#6b7a86') +
    speckle(w, 760, 130, ['#e2bb86', '#d6a870', '#7a8f45'], 60, 7),

  bussipysakki: (w, h) =>
    wash(0, 0, w, h, '#9ccbe8', '#eef4f2') +
    treeline(w, 440, 90, '#5d8a6c', 4) +
    rect(0, 440, w, h, '#9fb56a') +
    rect(0, 560, w, 240, '#8d979d') +
    times(6, (i) => rect(20 + i * 220, 690, 120, 10, '#f4f7f8')) +
    bus(660, 650, 1.5) +
    line([170, 690, 170, 330], '#6b7a86', 12) +
    disc(170, 320, 50, '#f2c95c') +
    rect(140, 306, 60, 26, '#27323a', 4) +
    person(270, 740, 300, { ...leaf, shawl: '#c2182f' }, poses.walk) +
    person(90, 740, 200, { coat: '#86194a', child: true, cut: 'long' }, poses.walk),
}
