// Summer scenes by the water and in the wood: the night without dark, boats, beach and bonfire.
import { dog } from './draw-animals.ts'
import { arc, disc, glow, group, line, oval, path, poly, rect, times, veil } from './draw-ink.ts'
import { birds, clouds, sun } from './draw-nature.ts'
import { person, poses } from './draw-people.ts'
import { greens, lake, wood } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { boat, hut, mug, smoke } from './draw-things.ts'
import { birch, pine, spruces } from './draw-trees.ts'

const red = { coat: '#c2182f', cut: 'long', hair: '#8d6236' } as const
const white = { coat: '#f2f2ee', hat: 'cap', tint: '#0b5876', legs: '#5d8199' } as const
const leaf = { coat: '#577f3f', cut: 'bun', hair: '#3a2f2a', skin: '#b97f57' } as const
const sky = { coat: '#5d8199', hair: '#c19b68' } as const

export const summer: Scenes = {
  'keskiyon-aurinko': (w, h) =>
    lake(w, h, 'night-sun', h * 0.5) +
    sun(740, h * 0.43, 40, '#fff1c9', '#ffc77a') +
    poly([700, h * 0.5, 780, h * 0.5, 860, h, 620, h], '#ffe6bd', 'opacity="0.45"') +
    boat(430, 510, 1.1, '#5b3a34') +
    person(
      430,
      500,
      190,
      { coat: '#33454f', hat: 'cap', tint: '#27323a', legs: '#27323a' },
      { hip: [0, -14], feet: [24, -6, 28, -4], hands: [20, -24, 24, -22] },
    ) +
    line([470, 456, 600, 520], '#4a3628', 6) +
    spruces(-20, 190, 380, 250, 4, '#3d4a4c') +
    birds(860, 110, 18, 3, '#6f6a78'),

  uimaranta: (w, h) =>
    lake(w, h, 'summer', h * 0.36) +
    clouds(300, 130, 120) +
    path('M0 640Q400 560 760 610Q1000 640 1200 590L1200 900L0 900Z', '#ecd9ae') +
    path(
      'M0 650Q400 570 760 620Q1000 650 1200 600',
      'none',
      'stroke="#ffffff" stroke-width="8" opacity="0.7"',
    ) +
    poly([760, 520, 1200, 470, 1200, 510, 770, 556], '#b98a58') +
    times(4, (i) => line([800 + i * 110, 540 - i * 10, 800 + i * 110, 600 - i * 10], '#8d6236', 10)) +
    person(
      940,
      520,
      210,
      { coat: '#f2c95c', child: true, legs: '#e3b18c', shoes: '#e3b18c' },
      { ...poses.wave },
    ) +
    times(
      2,
      (i) =>
        disc(360 + i * 170, 500 + i * 20, 22, i ? '#8d6236' : '#c2182f') +
        path(`M${338 + i * 170} ${502 + i * 20}q22 40 44 0Z`, '#e3b18c') +
        arc(`M${320 + i * 170} ${526 + i * 20}q40 16 80 0`, '#e9f5fa', 5),
    ) +
    person(
      300,
      820,
      330,
      { ...red, hat: 'cap', tint: '#f2f2ee' },
      { ...poses.sit, hip: [0, -16], feet: [36, -4, 40, -2], hands: [24, -22, 28, -20] },
    ) +
    path('M190 830L440 830L470 860L160 860Z', '#3c8f8c') +
    person(620, 830, 190, { ...sky, child: true, legs: '#d9a682', shoes: '#d9a682' }, poses.kneel) +
    path('M690 830Q730 760 770 830Z', '#d8bf8c') +
    path('M900 700L1020 690L1030 800L890 810Z', '#c2182f', 'opacity="0.9"') +
    birch(1120, 860, 520, greens, 4),

  soutuvene: (w, h) =>
    lake(w, h, 'summer', h * 0.42) +
    clouds(880, 120, 120) +
    hut(980, 346, 0.8, '#a3392b', '#5b4a44') +
    boat(560, 600, 2.2, '#b0693f') +
    person(
      520,
      590,
      330,
      { ...white },
      { hip: [0, -22], feet: [26, -8, 30, -6], hands: [24, -40, 28, -38], lean: -6 },
      true,
    ) +
    line([450, 470, 250, 640], '#e2bb86', 10) +
    path('M262 624L226 668L212 654L246 614Z', '#e2bb86') +
    person(
      690,
      590,
      260,
      { ...red, child: true },
      { hip: [0, -22], feet: [-24, -8, -20, -6], hands: [14, -30, 18, -28] },
      true,
    ) +
    veil(arc('M300 640q120 30 240 0M560 660q140 30 260 -6', '#ffffff', 5), 0.8),

  mokkilaituri: (w, h) =>
    lake(w, h, 'night-sun', h * 0.44, 43) +
    sun(860, 300, 34, '#fff1c9', '#ffc77a') +
    path('M0 420Q260 380 470 432Q300 470 0 480Z', '#5d6a5c') +
    hut(200, 430, 1.5, '#8f3a2c', '#4a3f3c') +
    pine(360, 440, 360, '#4d5a4c') +
    poly([260, 640, 760, 560, 800, 590, 320, 690], '#8d6236') +
    times(9, (i) => line([290 + i * 54, 650 - i * 8.4, 330 + i * 52, 680 - i * 10], '#6d4a30', 3)) +
    times(3, (i) => line([360 + i * 180, 680 - i * 36, 360 + i * 180, 740 - i * 36], '#6d4a30', 12)) +
    person(
      560,
      620,
      250,
      { ...red, shawl: '#f2c95c' },
      { ...poses.sit, hip: [0, -14], feet: [24, 18, 30, 16], hands: [20, -24, 24, -22] },
    ) +
    mug(640, 574, 0.9, '#ffffff') +
    dog(450, 642, 0.9, '#5b4333'),

  juhannuskokko: (w, h) =>
    lake(w, h, 'night-sun', h * 0.5, 47) +
    path('M0 900Q600 820 1200 910L1200 1200L0 1200Z', '#6d7a4c') +
    glow(640, 700, 460, '#ffb84d', 0.55) +
    times(7, (i) =>
      line([640 + (i - 3) * 70, 900, 640 + (i - 3) * 16, 680], i % 2 ? '#5b4333' : '#6d4a30', 26),
    ) +
    group(
      640,
      880,
      path(
        'M-130 0Q-190 -160 -60 -290Q-60 -190 0 -240Q-20 -380 60 -480Q60 -330 120 -260Q190 -130 130 0Z',
        '#ee6a1f',
      ) +
        path('M-80 0Q-110 -110 -30 -190Q0 -130 30 -260Q110 -130 80 0Z', '#f9b233') +
        path('M-36 0Q-50 -70 4 -120Q50 -70 36 0Z', '#ffe9a8'),
    ) +
    smoke(700, 400, 1.8, '#e8dccb') +
    times(5, (i) =>
      person(
        170 + i * 70 + (i > 2 ? 480 : 0),
        1080 - (i % 2) * 20,
        300 - (i % 3) * 40,
        [
          { ...red },
          { ...sky, child: true },
          { ...leaf },
          { ...white },
          { coat: '#86194a', cut: 'long', child: true },
        ][i] as never,
        poses.away,
      ),
    ) +
    birch(70, 1060, 640, ['#5f7a45', '#4d6a3c', '#7a8f45'], 5),

  'kalastaja-verkoilla': (w, h) =>
    lake(w, h, 'spring', h * 0.4, 51) +
    glow(260, 260, 260, '#fff3cf', 0.8) +
    boat(620, 640, 2.6, '#3f6b7c') +
    person(
      560,
      610,
      400,
      { coat: '#e39a2a', hat: 'cap', tint: '#27424f', legs: '#3f6b52', beard: '#b4b4b4' },
      { ...poses.work, hands: [-18, -44, -14, -40], lean: 14 },
      true,
    ) +
    times(9, (i) => line([630 + i * 16, 452, 700 + i * 40, 640], '#dfeaef', 2.5)) +
    times(6, (i) => line([640 + i * 8, 470 + i * 26, 780 + i * 30, 470 + i * 30], '#dfeaef', 2.5)) +
    times(5, (i) =>
      path(`M${690 + i * 40} ${540 + (i % 3) * 26}q20 -12 36 0l12 -8v16l-12 -8q-18 12 -36 0Z`, '#b4c8d2'),
    ) +
    rect(420, 580, 100, 70, '#f2f2ee', 6) +
    birds(880, 180, 22, 4),

  frisbeegolf: (w, h) =>
    wood(w, h, 'summer', h * 0.56, 'pine') +
    line([820, 720, 820, 420], '#6b7a86', 12) +
    times(9, (i) => arc(`M820 440Q${760 + i * 15} 520 ${772 + i * 12} 600`, '#b4c2cc', 3)) +
    oval(820, 606, 64, 14, '#6b7a86') +
    rect(784, 424, 72, 24, '#f2c95c', 8) +
    person(
      330,
      800,
      420,
      { ...sky, hat: 'cap', tint: '#c2182f', legs: '#33454f' },
      { hands: [38, -72, -20, -60], lean: 10, feet: [-14, -3, 14, -2] },
    ) +
    oval(610, 520, 36, 9, '#c2182f') +
    person(990, 720, 300, { ...red, legs: '#33454f' }, poses.stand),
}
