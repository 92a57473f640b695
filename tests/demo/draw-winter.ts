// Winter scenes in daylight and dusk: tracks, ice, snow and the animals on it.
import { dog, reindeer } from './draw-animals.ts'
import { arc, disc, line, oval, path, poly, rect, soft, times, veil, wash } from './draw-ink.ts'
import { drifts, fell, hills, sun, treeline } from './draw-nature.ts'
import { person, poses } from './draw-people.ts'
import { frozen, snowWood } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { house, hut, skis, smoke, streetLamp } from './draw-things.ts'
import { spruce, spruces } from './draw-trees.ts'

const warm = { coat: '#c4582c', hat: 'beanie', tint: '#0b5876', gloves: '#27424f' } as const
const blue = { coat: '#0b5876', hat: 'beanie', tint: '#c2182f', gloves: '#27424f' } as const
const plum = { coat: '#86194a', hat: 'beanie', tint: '#f0bd45', gloves: '#27424f' } as const
const gold = { coat: '#e39a2a', hat: 'beanie', tint: '#86194a', gloves: '#27424f' } as const

export const winter: Scenes = {
  'latu-kuusikossa': (w, h) =>
    snowWood(w, h, 'dusk', h * 0.56) +
    poly([560, h * 0.57, 640, h * 0.57, 900, h, 300, h], '#eef4f7') +
    times(4, (i) => line([575 + i * 17, h * 0.58, 420 + i * 118, h], '#a3bccb', 6 + (i % 2) * 3)) +
    streetLamp(300, h * 0.78, 400) +
    streetLamp(470, h * 0.62, 190) +
    person(640, h * 0.84, 250, { ...warm, legs: '#12303d' }, { ...poses.away, hands: [-26, -50, 26, -46] }) +
    line([570, 690, 545, 770], '#27323a', 4) +
    line([708, 690, 735, 770], '#27323a', 4) +
    skis(640, h * 0.845, 150, '#0b5876'),

  avantouimari: (w, h) =>
    frozen(w, h, 'day', h * 0.44) +
    sun(840, 290, 30) +
    hut(170, 420, 1.15) +
    smoke(196, 258, 1) +
    path('M330 620Q420 560 640 566Q900 570 960 640Q930 720 640 724Q380 720 330 620Z', '#8fadc0') +
    path('M350 622Q440 574 640 580Q880 584 936 642Q900 706 640 708Q400 702 350 622Z', '#1d4c63') +
    times(5, (i) => arc(`M${480 + i * 70} ${630 + (i % 3) * 20}q24 -7 48 0`, '#5f9fbb', 3)) +
    disc(600, 634, 25, '#86194a') +
    path('M575 634A25 27 0 0 1 625 634Z', '#f0bd45') +
    path('M577 634Q580 660 600 661Q621 660 623 634Z', '#e3b18c') +
    path('M556 676Q566 656 600 656Q636 656 646 676Z', '#e3b18c') +
    line([820, 660, 820, 520], '#8d6236', 9) +
    line([872, 664, 872, 524], '#8d6236', 9) +
    times(4, (i) => line([820, 556 + i * 28, 872, 560 + i * 28], '#8d6236', 7)) +
    person(
      990,
      640,
      290,
      { ...blue, coat: '#f2f2ee', legs: '#e3b18c', hem: 24, cut: 'bun', shoes: '#c4582c' },
      poses.stand,
    ) +
    veil(soft(oval(640, 600, 200, 26, '#ffffff')), 0.45),

  pilkkijat: (w, h) =>
    frozen(w, h, 'day', h * 0.46) +
    sun(870, 380, 34) +
    person(300, 600, 120, { ...plum, legs: '#27424f' }, poses.sit) +
    person(1090, 570, 90, { ...blue, legs: '#27424f' }, poses.sit, true) +
    path('M120 800L420 800Q440 800 450 780L470 812Q460 830 420 830L150 830Q120 826 120 800Z', '#c4582c') +
    rect(180, 730, 110, 70, '#0b5876', 8) +
    rect(470, 690, 110, 112, '#8d6236', 6) +
    person(540, 830, 430, { ...gold, legs: '#1f3c4e' }, { ...poses.sit, hands: [30, -40, 34, -36] }) +
    line([690, 672, 760, 640, 764, 800], '#33454f', 4) +
    oval(766, 806, 46, 14, '#c3d5e1') +
    oval(766, 806, 34, 9, '#12354a') +
    path('M860 826q34 -20 66 0l18 -12v24l-18 -12q-32 18 -66 0Z', '#6f9a8a') +
    line([930, 810, 930, 620, 960, 620, 960, 590], '#0b5876', 9),

  'porot-lumessa': (w, h) =>
    snowWood(w, h, 'gray', h * 0.52) +
    reindeer(900, 540, 0.75, '#a08c7c', true, false) +
    reindeer(300, 590, 1.05, '#7d6a5c') +
    reindeer(720, 730, 1.5, '#8a7362', true) +
    drifts(w, 690, '#ffffff', 9),

  'potkukelkka-kadulla': (w, h) =>
    wash(0, 0, w, h, '#2f5273', '#7e9cb3@.55', '#f0cdb0') +
    hills(w, 420, 90, '#5d8199', 6) +
    house(160, 560, 1.5, '#3f6b7c') +
    house(470, 540, 1.2, '#b0693f') +
    house(1040, 560, 1.6, '#8f3a2c') +
    spruce(690, 560, 300, '#1f4257', '#dbe7ee') +
    spruce(770, 556, 220, '#1f4257', '#dbe7ee', 4) +
    rect(0, 540, w, h, '#dbe7ee') +
    poly([520, 545, 660, 545, 1200, 900, 60, 900], '#b4cad8') +
    streetLamp(300, 700, 420) +
    streetLamp(860, 620, 250) +
    line([560, 640, 540, 812, 700, 812], '#5b3a24', 8) +
    line([690, 812, 760, 806], '#33454f', 6) +
    line([480, 820, 760, 820], '#33454f', 6) +
    rect(600, 730, 100, 14, '#8d6236', 4) +
    rect(606, 676, 70, 56, '#c2182f', 8) +
    person(
      500,
      822,
      330,
      { ...plum, legs: '#27424f', shawl: '#f2c95c' },
      { ...poses.walk, hands: [20, -60, 22, -58], lean: 8 },
    ),

  'lumityot-pihalla': (w, h) =>
    wash(0, 0, w, h, '#a8cbe0', '#e3eef4@.7', '#fbeedd') +
    treeline(w, 520, 90, '#7fa0b2', 8) +
    spruces(-20, 240, 560, 420, 4, '#2a5563', '#f2f7f9') +
    house(720, 580, 2.4) +
    smoke(796, 164, 1.2) +
    rect(0, 560, w, h, '#f4f8fa') +
    poly([600, 580, 880, 580, 1020, 900, 380, 900], '#d3e1ea') +
    path('M0 700Q160 600 330 650Q430 690 440 760L440 900L0 900Z', '#ffffff') +
    path('M960 900Q980 740 1080 700Q1160 670 1200 690L1200 900Z', '#ffffff') +
    person(560, 830, 360, { ...gold, legs: '#1f3c4e' }, { ...poses.work, hands: [24, -50, 34, -40] }) +
    line([610, 640, 740, 800], '#8d6236', 9) +
    path('M706 776L790 760L816 842L742 856Z', '#0b5876') +
    path('M716 770Q756 720 800 758Z', '#ffffff') +
    drifts(w, 720, '#c9d9e3', 4),

  luistelurata: (w, h) =>
    snowWood(w, h, 'day', h * 0.44) +
    oval(600, 620, 620, 190, '#ffffff') +
    oval(600, 626, 570, 164, '#b9d8e6') +
    times(7, (i) =>
      arc(`M${160 + i * 120} ${560 + (i % 3) * 50}q60 ${20 - (i % 2) * 40} 120 0`, '#e9f5fa', 3),
    ) +
    person(300, 610, 210, { ...blue, child: true }, { ...poses.ski, hands: [16, -50, -14, -52] }) +
    person(
      520,
      690,
      330,
      { ...gold, shawl: '#27424f' },
      { ...poses.ski, hands: [24, -60, 20, -58], lean: 12 },
    ) +
    person(650, 690, 200, { ...plum, child: true }, { ...poses.stand, hands: [-26, -70, 18, -46] }) +
    person(900, 600, 230, { ...warm, child: true, legs: '#1f3c4e' }, poses.ski, true) +
    line([858, 520, 812, 596, 786, 598], '#8d6236', 6) +
    disc(760, 604, 8, '#1b2730'),

  laskettelurinne: (w, h) =>
    wash(0, 0, w, h, '#7fb3d9', '#dcebf4@.6', '#f3f7f8') +
    fell(260, 560, 460, 330, '#b4cad8', '#ffffff') +
    treeline(w, 600, 60, '#5f8ca0', 5) +
    path('M0 560Q420 520 900 330L900 1200L0 1200Z', '#f7fafb') +
    path('M300 1200Q520 860 900 560L900 1200Z', '#e3edf3') +
    spruces(-20, 250, 800, 300, 4, '#2a5563', '#f2f7f9') +
    spruces(760, 900, 560, 220, 2, '#2a5563', '#f2f7f9') +
    times(3, (i) => line([120 + i * 280, 560 - i * 80, 120 + i * 280, 380 - i * 90], '#4a6373', 10)) +
    line([0, 420, 900, 130], '#33454f', 4) +
    times(
      4,
      (i) =>
        line([150 + i * 200, 372 - i * 65, 150 + i * 200, 420 - i * 65], '#33454f', 3) +
        rect(128 + i * 200, 416 - i * 65, 46, 26, '#c4582c', 6),
    ) +
    person(
      500,
      900,
      300,
      { ...warm, hat: 'helmet', tint: '#86194a' },
      { hip: [-6, -36], lean: 34, feet: [-6, -2, 6, -2], hands: [24, -40, -14, -36] },
      true,
    ) +
    line([390, 912, 600, 884], '#0b5876', 8) +
    line([400, 800, 470, 900], '#27323a', 4) +
    path('M600 890Q720 860 800 880Q720 900 640 920Z', '#ffffff', 'opacity="0.9"') +
    person(
      250,
      1080,
      200,
      { ...blue, child: true, hat: 'helmet', tint: '#f0bd45' },
      { hip: [-4, -34], lean: 24, feet: [-8, -2, 8, -2], hands: [22, -44, -12, -40] },
      true,
    ) +
    line([180, 1086, 316, 1070], '#c2182f', 7),

  'kelkkaura-talkoot': (w, h) =>
    frozen(w, h, 'day', h * 0.42, 12) +
    fell(860, 340, 300, 150, '#dfe8ee', '#ffffff') +
    path('M560 346Q760 420 640 520Q520 620 640 800L900 800Q760 640 820 520Q860 430 620 346Z', '#c3d5e1') +
    times(3, (i) => {
      const [x, y, t] = [
        [590, 380, 0.4],
        [600, 470, 0.8],
        [480, 720, 2],
      ][i] ?? [0, 0, 1]
      const [a = 0, b = 0, c = 1] = [x, y, t]
      const cross = (d: number) =>
        line([a - 30 * c, b - 105 * c - d * 30 * c, a + 30 * c, b - 105 * c + d * 30 * c], '#c2182f', 12 * c)
      return line([a, b, a, b - 90 * c], '#8d6236', 7 * c) + cross(1) + cross(-1)
    }) +
    person(330, 730, 330, { ...gold, legs: '#1f3c4e' }, { ...poses.work, hands: [36, -62, 42, -36] }) +
    path('M780 700L1090 700Q1130 690 1140 660L1080 640L1020 600L960 600L930 640L820 640Z', '#0b5876') +
    path('M1020 600L1050 556L1062 560L1046 606Z', '#cfe4f0') +
    rect(820, 616, 130, 30, '#27323a', 10) +
    line([780, 730, 1120, 730, 1160, 700], '#27323a', 12) +
    person(
      870,
      716,
      300,
      { ...warm, hat: 'helmet', tint: '#27424f' },
      { hip: [0, -34], feet: [14, -8, 18, -8], hands: [30, -48, 34, -46], lean: 8 },
    ),

  koiravaljakko: (w, h) =>
    frozen(w, h, 'spring', h * 0.44, 3) +
    fell(330, 300, 330, 160, '#dbe7ee', '#ffffff') +
    line([350, 540, 1040, 540], '#8d6236', 3) +
    times(
      3,
      (i) =>
        dog(630 + i * 180, 584 - (i % 2) * 10, 1.3, i % 2 ? '#6b7a86' : '#5b4333') +
        line([600 + i * 165, 528, 680 + i * 165, 528], '#c2182f', 6),
    ) +
    path(
      'M180 590L430 590Q470 586 480 552',
      'none',
      'stroke="#8d6236" stroke-width="10" stroke-linecap="round"',
    ) +
    line([200, 590, 180, 430, 230, 440, 400, 570], '#8d6236', 9) +
    person(
      350,
      586,
      200,
      { ...plum, legs: '#86194a' },
      { hip: [0, -14], feet: [34, -6, 38, -4], hands: [16, -24, 20, -22] },
    ) +
    person(200, 590, 270, { ...blue, hat: 'hood', skin: '#d9a682' }, { hands: [4, -62, 8, -60], lean: 6 }) +
    drifts(w, 600, '#c9d9e3', 5, 3),
}
