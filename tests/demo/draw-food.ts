// Where food comes from: oven, school kitchen, village shop, greenhouse and barn.
import { cow } from './draw-animals.ts'
import { arc, disc, glow, line, oval, path, poly, rect, times, veil, wash } from './draw-ink.ts'
import { treeline } from './draw-nature.ts'
import { person, poses } from './draw-people.ts'
import { boards, nightView, pane, room, summerView } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { crate, shelf, table } from './draw-things.ts'

export const food: Scenes = {
  kasvihuone: (w, h) =>
    wash(0, 0, w, h, '#dcebe6', '#eef4ea') +
    veil(treeline(w, 520, 120, '#9fc0ae', 5), 0.6) +
    times(9, (i) => rect(i * 150 - 4, 0, 8, 620, '#f7f9fa')) +
    times(4, (i) => rect(0, 60 + i * 170, w, 7, '#f7f9fa')) +
    poly([0, 0, 600, -120, 1200, 0, 1200, 14, 600, -100, 0, 14], '#f7f9fa') +
    rect(0, 620, w, 280, '#c9b596') +
    rect(0, 560, 420, 26, '#8d6236') +
    rect(780, 560, 420, 26, '#8d6236') +
    times(6, (i) => {
      const x = 40 + (i % 3) * 130 + (i > 2 ? 800 : 0)
      const leaves = times(5, (k) =>
        oval(
          x + (k % 2 ? 26 : -26),
          470 - k * 52,
          32,
          15,
          k % 2 ? '#577f3f' : '#6f9a4a',
          `transform="rotate(${k % 2 ? -24 : 24} ${x + (k % 2 ? 26 : -26)} ${470 - k * 52})"`,
        ),
      )
      return (
        line([x, 520, x, 230], '#577f3f', 6) +
        leaves +
        times(3, (k) => disc(x + (k % 2 ? 15 : -14), 450 - k * 70, 13, k === 2 ? '#e8a72c' : '#c2182f')) +
        poly([x - 34, 510, x + 34, 510, x + 24, 562, x - 24, 562], '#c4582c')
      )
    }) +
    person(
      560,
      850,
      480,
      { coat: '#86194a', cut: 'bun', hair: '#b4b4b4', apron: '#3f6b52' },
      { ...poses.reach, hands: [40, -76, 46, -72] },
    ) +
    path('M740 740L860 740L848 850L752 850Z', '#5d8199') +
    line([856, 800, 930, 730], '#5d8199', 12) +
    arc('M750 744Q800 690 850 744', '#5d8199', 9),

  leipomo: (w, h) =>
    room(w, h, '#f0e2c8', '#c19b68', '#d6b98c', 860) +
    rect(100, 220, 420, 640, '#b0654a') +
    times(9, (i) =>
      times(4, (k) =>
        rect(104 + k * 104 + (i % 2) * 8, 226 + i * 70, 98, 62, '#c47a5c', 4, 'opacity="0.35"'),
      ),
    ) +
    path('M190 640L190 520Q310 400 430 520L430 640Z', '#3a2418') +
    glow(310, 600, 170, '#ffb84d', 0.9) +
    pane(720, 220, 320, 300, nightView(320, 300)) +
    table(440, 760, 700, 340, '#d6a870') +
    times(
      8,
      (i) =>
        oval(560 + (i % 4) * 150, 744 - Math.floor(i / 4) * 46, 68, 30, i % 2 ? '#7a4a2a' : '#8d5a34') +
        oval(560 + (i % 4) * 150, 734 - Math.floor(i / 4) * 46, 16, 7, '#f0e2c8'),
    ) +
    person(
      560,
      1120,
      640,
      { coat: '#f7f9fa', legs: '#5d8199', hat: 'chef', apron: '#f2f2ee', skin: '#8d5a3c', hair: '#2c2018' },
      { ...poses.work, hands: [30, -62, 36, -60] },
    ),

  koulukeittio: (w, h) =>
    room(w, h, '#dbe8e6', '#b4c2c4', '#8fa9a6', 600) +
    times(12, (i) => times(4, (k) => rect(i * 100 + 3, 20 + k * 64, 94, 58, '#eaf2f1', 3))) +
    rect(380, 60, 460, 60, '#b4c2cc', 8) +
    rect(60, 470, 1080, 200, '#c3cfd4') +
    rect(60, 460, 1080, 22, '#8fa3b0') +
    times(
      3,
      (i) =>
        rect(150 + i * 330, 350 - (i % 2) * 20, 210, 116 + (i % 2) * 20, '#9db2bd', 10) +
        rect(140 + i * 330, 346 - (i % 2) * 20, 230, 14, '#7f95a2', 6) +
        veil(arc(`M${220 + i * 330} 310q24 -30 0 -60M${280 + i * 330} 310q24 -30 0 -60`, '#ffffff', 9), 0.8),
    ) +
    person(
      470,
      770,
      440,
      { coat: '#ffffff', hat: 'chef', apron: '#3c8f8c', legs: '#27424f', hair: '#8d6236' },
      { hands: [30, -84, 34, -62], lean: 6 },
    ) +
    line([610, 400, 596, 330], '#8d6236', 10) +
    person(
      900,
      770,
      420,
      { coat: '#ffffff', hat: 'scarf', tint: '#c2182f', apron: '#3c8f8c', legs: '#27424f' },
      { ...poses.reach },
      true,
    ) +
    times(5, (i) => rect(1000, 440 - i * 12, 110, 10, '#f7f9fa', 4)),

  kylakauppa: (w, h) =>
    room(w, h, '#efe4cf', '#c9b08a', '#b98a58', 680) +
    shelf(60, 120, 480, 560, 5, ['#c2182f', '#f0bd45', '#3c8f8c', '#0b5876', '#e2bb86'], '#c19b68') +
    pane(700, 130, 380, 280, summerView(380, 280)) +
    times(
      4,
      (i) =>
        crate(590 + i * 145, 600, 130, 84) +
        times(10, (k) =>
          disc(
            606 + i * 145 + (k % 5) * 25,
            598 - Math.floor(k / 5) * 18,
            15,
            ['#c2182f', '#6f9a4a', '#e8a72c', '#86194a'][i] ?? '#fff',
          ),
        ),
    ) +
    person(
      870,
      870,
      460,
      { coat: '#3f6b52', apron: '#f0bd45', hair: '#b4b4b4', beard: '#d8d4cb' },
      { hands: [24, -54, 28, -52] },
      true,
    ) +
    rect(640, 730, 560, 180, '#8d6236') +
    rect(620, 716, 600, 24, '#d6a870') +
    rect(960, 650, 120, 70, '#33454f', 8) +
    person(
      470,
      880,
      480,
      { coat: '#86194a', hat: 'beanie', tint: '#5d8199', legs: '#27424f' },
      { hands: [26, -58, 32, -56] },
    ) +
    path('M590 600L690 600L676 700L604 700Z', '#e2bb86'),

  navetta: (w) =>
    boards(w, 560, '#8f5f45', '#6d4530', 90) +
    rect(0, 556, w, 260, '#b8a98c') +
    times(
      3,
      (i) => rect(120 + i * 400, 110, 160, 120, '#cfe4f0') + rect(196 + i * 400, 110, 8, 120, '#f7f9fa'),
    ) +
    cow(270, 640, 1.6) +
    cow(970, 650, 1.7, '#5b3a2a', true) +
    rect(0, 590, w, 16, '#6b7a86') +
    times(7, (i) => rect(60 + i * 190, 520, 14, 200, '#6b7a86')) +
    path('M0 800L0 700Q160 660 330 720Q470 680 640 730L700 800Z', '#e2c86a') +
    person(
      640,
      780,
      440,
      { coat: '#3f6b52', legs: '#27424f', hat: 'scarf', tint: '#c2182f', shoes: '#5d8199' },
      { ...poses.work, hands: [30, -66, 24, -50] },
    ) +
    line([800, 440, 700, 720], '#8d6236', 9),
}
