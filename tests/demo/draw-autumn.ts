// Autumn scenes: ruska, berries, mushrooms, fog, potatoes, rain and the fire in a lean-to.
import { dog } from './draw-animals.ts'
import { arc, chance, disc, glow, line, oval, path, rect, soft, times, veil, wash } from './draw-ink.ts'
import { birds, hills, speckle, stars, treeline } from './draw-nature.ts'
import { person, poses } from './draw-people.ts'
import { fellView, golds, lake, wood } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { boat, fire, house, mug, streetLamp } from './draw-things.ts'
import { birch, pine, spruces } from './draw-trees.ts'

const rust = { coat: '#a3392b', hat: 'beanie', tint: '#27424f' } as const
const moss = { coat: '#3f6b52', hat: 'beanie', tint: '#e8a72c' } as const
const lakeCoat = { coat: '#0b5876', cut: 'long', hair: '#8d6236' } as const
const orange = { coat: '#5b6a4c', vest: '#ee6a1f', hat: 'cap', tint: '#ee6a1f' } as const
const berries = (w: number, y: number, h: number, count: number) => {
  const dice = chance(41)
  return times(count, () => {
    const t = dice()
    const [x, cy, s] = [dice() * w, y + t * h, 5 + t * 9]
    const leaves =
      oval(x - s, cy - s * 0.6, s * 1.2, s * 0.6, dice() > 0.5 ? '#3f6b3c' : '#577f3f') +
      oval(x + s, cy - s * 0.3, s * 1.2, s * 0.6, '#2f5836')
    return (
      leaves +
      (dice() > 0.4
        ? disc(x, cy, s * 0.75, '#c2182f') + disc(x - s * 0.2, cy - s * 0.25, s * 0.2, '#f4b3bd')
        : '')
    )
  })
}

export const autumn: Scenes = {
  'ruska-tunturissa': (w, h) =>
    fellView(w, h, 'autumn', '#a8542c') +
    speckle(w, h * 0.76, h * 0.26, ['#c4582c', '#e39a2a', '#86194a', '#7a8f45'], 260, 9) +
    times(5, (i) => oval(120 + i * 250, 690 + (i % 2) * 50, 44 + (i % 3) * 12, 22, '#8c8f92')) +
    person(480, 660, 250, { ...rust, legs: '#33454f' }, { ...poses.walk, lean: 8 }) +
    rect(440, 500, 44, 74, '#0b5876', 14) +
    person(640, 630, 240, { ...moss, legs: '#33454f' }, { ...poses.walk, lean: 8 }) +
    rect(600, 476, 42, 70, '#e39a2a', 14) +
    birds(820, 130, 20, 5, '#6f7a86'),

  puolukkaampari: (w, h) =>
    wood(w, h, 'autumn', h * 0.46, 'pine') +
    wash(0, h * 0.5, w, h * 0.5, '#6f7d45', '#3f5836') +
    berries(w, h * 0.52, h * 0.48, 150) +
    path('M360 640L840 640L786 1040Q600 1080 414 1040Z', '#f2f5f6') +
    path('M360 640L420 640L470 1050Q440 1046 414 1040Z', '#d3dde3') +
    oval(600, 640, 240, 60, '#c3d5e1') +
    times(90, (i) => {
      const [a, r] = [i * 2.4, Math.sqrt(i / 90)]
      const [x, y] = [600 + Math.cos(a) * r * 214, 622 + Math.sin(a) * r * 48 - (1 - r) * 46]
      return disc(x, y, 19, i % 3 ? '#c2182f' : '#a3193f') + disc(x - 6, y - 6, 5, '#f4b3bd')
    }) +
    arc('M366 650Q420 380 600 372Q780 380 834 650', '#8fa3b0', 9) +
    rect(540, 358, 120, 26, '#c4582c', 12) +
    berries(w, h * 0.86, h * 0.16, 30),

  sienikori: (w, h) =>
    wood(w, h, 'autumn', h * 0.4) +
    wash(0, h * 0.5, w, h * 0.5, '#7d7a3f', '#4d5a34') +
    speckle(w, h * 0.52, h * 0.48, golds, 160, 9) +
    arc('M330 560Q600 180 870 560', '#8d6236', 24) +
    times(7, (i) =>
      path(
        `M${400 + i * 66} ${560 - (i % 2) * 34}q0 -70 -40 -74q46 -56 110 -6q-40 8 -36 80Z`,
        i % 3 ? '#e8a72c' : '#b0693f',
      ),
    ) +
    path('M300 550L900 550L830 790Q600 830 370 790Z', '#b98a58') +
    times(4, (i) =>
      arc(
        `M${310 + i * 16} ${590 + i * 52}Q600 ${630 + i * 52} ${890 - i * 16} ${590 + i * 52}`,
        '#8d6236',
        8,
      ),
    ) +
    times(11, (i) => line([330 + i * 54, 560, 386 + i * 43, 800], '#a5784a', 6)) +
    path(
      'M990 780q4 -90 -30 -96q-70 -4 -76 26q60 -90 190 -60q40 20 30 44q-40 -30 -66 -10q-30 20 -14 100Z',
      '#e8a72c',
    ) +
    path(
      'M170 800q0 -60 -30 -64q-60 0 -64 20q40 -70 150 -44q26 14 24 34q-30 -22 -50 -8q-22 16 -8 66Z',
      '#d98a24',
    ),

  'laavu-nuotio': (w, h) =>
    wash(0, 0, w, h, '#0f2635', '#2b4352@.6', '#5b4a44') +
    stars(w, 360, 21) +
    spruces(-20, w + 20, 600, 420, 13, '#16323a') +
    wash(0, 600, w, 300, '#3a3f34', '#23291f') +
    path('M180 720L330 320L840 320L760 420L420 420L330 720Z', '#6d4a30') +
    path('M330 320L840 320L870 350L350 350Z', '#8d6236') +
    path('M420 420L760 420L700 720L330 720Z', '#4a3628') +
    times(6, (i) => line([400 - i * 14, 460 + i * 46, 752 - i * 9, 460 + i * 46], '#3a2a1f', 5)) +
    glow(760, 720, 440, '#ffb84d', 0.55) +
    fire(800, 800, 1.4) +
    person(520, 790, 330, { ...rust, legs: '#27323a' }, { ...poses.sit, hands: [30, -48, 34, -44] }) +
    person(1010, 820, 350, { ...moss, legs: '#27323a' }, { ...poses.sit, hands: [30, -48, 34, -44] }, true) +
    rect(450, 700, 130, 90, '#5b4333', 10) +
    rect(960, 726, 120, 94, '#5b4333', 12) +
    mug(640, 640, 1, '#c2182f'),

  'metsastajat-aamulla': (w, h) =>
    wood(w, h, 'autumn', h * 0.56) +
    veil(soft(rect(-40, h * 0.44, w + 80, 130, '#f7f1e6'), true), 0.75) +
    person(360, 660, 330, { ...orange, legs: '#4d5a3c', beard: '#8c8580' }, poses.stand) +
    person(
      560,
      690,
      340,
      { ...orange, cut: 'long', legs: '#4d5a3c' },
      { ...poses.stand, hands: [-16, -56, 8, -56] },
    ) +
    person(820, 670, 330, { ...orange, legs: '#4d5a3c' }, poses.walk, true) +
    dog(690, 700, 1.4, '#7a6048') +
    mug(586, 512, 1, '#dfeaef'),

  sumuaamu: (w, h) =>
    lake(w, h, 'autumn', h * 0.5, 61) +
    times(3, (i) => veil(soft(oval(240 + i * 400, h * 0.52 + i * 24, 420, 34, '#ffffff'), true), 0.8)) +
    boat(640, 520, 1.5, '#6d4a30') +
    veil(path('M420 536Q640 580 872 532L840 560Q640 600 470 566Z', '#4a3628'), 0.25) +
    times(9, (i) => line([40 + i * 24, 675, 26 + i * 30, 500 - (i % 3) * 46], '#8d7a45', 5)) +
    birch(1080, 640, 560, golds, 4) +
    veil(soft(rect(-40, 600, w + 80, 60, '#ffffff'), true), 0.6),

  tukkirekka: (w, h) =>
    wash(0, 0, w, h, '#b9cbd3', '#f0e4cf') +
    hills(w, 330, 80, '#a89f8e', 6) +
    spruces(-20, w + 20, 400, 230, 15, '#3f5f52') +
    birch(60, 430, 330, golds, 2) +
    birch(1130, 430, 330, golds, 3) +
    rect(0, 400, w, h, '#a8894f') +
    rect(0, 500, w, 180, '#8d8a86') +
    rect(340, 470, 780, 30, '#33454f', 6) +
    times(32, (i) => {
      const row = Math.floor(i / 8)
      return disc(
        420 + (i % 8) * 92 + (row % 2) * 20,
        446 - row * 44,
        25,
        i % 3 ? '#e2bb86' : '#d6a870',
        'stroke="#7d5732" stroke-width="6"',
      )
    }) +
    times(4, (i) => rect(374 + i * 242, 270, 14, 210, '#27424f')) +
    path('M90 500L90 340Q92 300 130 296L270 290Q310 290 310 330L310 500Z', '#1d6b52') +
    path('M108 400L112 344Q114 322 136 320L220 316L220 400Z', '#cfe4f0') +
    rect(70, 470, 250, 34, '#27424f', 8) +
    times(
      6,
      (i) =>
        disc([150, 270, 470, 580, 880, 990][i] ?? 0, 520, 44, '#1b2730') +
        disc([150, 270, 470, 580, 880, 990][i] ?? 0, 520, 18, '#b4c2cc'),
    ) +
    person(730, 640, 220, { ...orange, hat: 'helmet', tint: '#ee6a1f' }, poses.walk, true),

  perunannosto: (w, h) =>
    wash(0, 0, w, h, '#b9d2e0', '#f3ead6') +
    treeline(w, 400, 90, '#b07a3a', 4) +
    house(960, 420, 1.3, '#a3392b', '#5b4a44', '#cfe4f0') +
    birch(120, 430, 390, golds, 6) +
    rect(0, 396, w, h, '#8f9a52') +
    wash(0, 470, w, 430, '#7a5a40', '#5b4030') +
    times(5, (i) =>
      path(
        `M0 ${540 + i * 80}Q600 ${510 + i * 84} 1200 ${546 + i * 80}l0 22Q600 ${536 + i * 84} 0 ${566 + i * 80}Z`,
        '#6d4e38',
      ),
    ) +
    person(330, 780, 400, { ...lakeCoat, hat: 'scarf', tint: '#c2182f', gloves: '#e8c695' }, poses.stoop) +
    person(820, 790, 260, { ...moss, child: true }, { ...poses.kneel }, true) +
    path('M560 760L700 760L680 860L580 860Z', '#b4c2cc') +
    times(14, (i) =>
      oval(576 + (i % 7) * 19, 756 - Math.floor(i / 7) * 15 + (i % 2) * 5, 17, 13, '#e2bb86'),
    ) +
    times(9, (i) => oval(420 + ((i * 83) % 420), 800 + (i % 3) * 26, 18, 13, '#e2bb86')),

  syyskatu: (w, h) =>
    wash(0, 0, w, h, '#5d7488', '#9aa9b2@.6', '#c9b39a') +
    house(150, 640, 1.9, '#8f5f33', '#4a3f3c') +
    house(800, 620, 1.6, '#5f7a7c', '#4a3f3c') +
    birch(560, 660, 520, golds, 3) +
    rect(0, 630, w, h, '#8d7f6c') +
    wash(0, 700, w, 500, '#6f7a80', '#566168') +
    streetLamp(330, 860, 520) +
    glow(420, 900, 190, '#ffe2a6', 0.4) +
    speckle(w, 740, 440, golds, 90, 8) +
    person(
      520,
      1080,
      440,
      { coat: '#f0bd45', legs: '#27424f', cut: 'long', shoes: '#c2182f' },
      { ...poses.walk, hands: [12, -80, -9, -45] },
    ) +
    line([574, 740, 574, 520], '#33454f', 7) +
    path(
      'M360 600Q390 420 574 412Q760 420 790 600Q740 560 682 598Q630 560 574 598Q520 560 466 598Q410 560 360 600Z',
      '#c2182f',
    ) +
    times(60, (i) =>
      line(
        [(i * 137) % 900, (i * 211) % 1100, ((i * 137) % 900) - 8, ((i * 211) % 1100) + 34],
        '#dfeaef',
        2,
        'opacity="0.5"',
      ),
    ),

  koiralenkki: (w, h) =>
    wood(w, h, 'autumn', h * 0.58) +
    path('M520 470L660 470Q760 620 980 800L260 800Q460 620 520 470Z', '#c9b087') +
    person(560, 720, 340, { ...lakeCoat, shawl: '#f2c95c' }, { ...poses.walk, hands: [16, -52, -9, -45] }) +
    line([616, 546, 760, 650], '#c2182f', 4) +
    dog(800, 730, 1.7, '#8d6236') +
    speckle(w, 500, 290, golds, 80, 7),

  'joki-kalassa': (w, h) =>
    wash(0, 0, w, h, '#b9cbd3', '#f3e6cc') +
    hills(w, 340, 110, '#a89f8e', 14) +
    treeline(w, 400, 110, '#b07a3a', 9) +
    rect(0, 396, w, h, '#a8894f') +
    path('M480 400Q700 470 420 560Q180 660 360 800L1100 800Q1160 640 900 560Q700 480 640 400Z', '#7fa6b8') +
    times(8, (i) => arc(`M${460 + (i % 4) * 110} ${560 + i * 28}q30 -10 60 0`, '#e9f5fa', 5)) +
    times(5, (i) => oval(520 + i * 110, 600 + (i % 2) * 80, 36, 18, '#8c8f92')) +
    pine(1090, 620, 520, '#3f6b52') +
    birch(130, 560, 430, golds, 5) +
    person(
      320,
      700,
      340,
      { ...moss, legs: '#6d4a30', hat: 'cap', tint: '#6d4a30' },
      { hands: [24, -64, 28, -62], lean: -4 },
    ) +
    line([410, 490, 700, 330], '#33454f', 5) +
    arc('M700 330Q800 420 780 640', '#f4f7f8', 2),
}
