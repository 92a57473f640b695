// The animals that live in the pictures: a dog, reindeer, a swan, a cow, a hen.
import { arc, disc, group, line, oval, path, poly, shade, times } from './draw-ink.ts'

export const dog = (x: number, y: number, s: number, tint = '#5b4333', flip = false, light = '#e8dccb') =>
  group(
    x,
    y,
    oval(0, 0, 46, 5, '#0c1b26', 'opacity="0.16"') +
      times(4, (i) =>
        line([-30 + i * 20, -30, -32 + i * 20 + (i % 2) * 6, -3], i % 2 ? tint : shade(tint, -0.2), 9),
      ) +
      path('M-42 -52Q-44 -28 -28 -26L26 -26Q42 -28 40 -58L24 -58Q0 -50 -42 -52Z', tint) +
      path('M-40 -50Q-66 -60 -56 -84Q-46 -92 -40 -80Q-52 -72 -34 -54Z', tint) +
      oval(40, -66, 19, 15, tint) +
      path('M50 -72L68 -62Q68 -54 54 -54Z', light) +
      poly([28, -76, 32, -94, 42, -80], tint) +
      oval(34, -40, 9, 13, light),
    s,
    flip,
  )

export const reindeer = (x: number, y: number, s: number, tint = '#8a7362', flip = false, horns = true) =>
  group(
    x,
    y,
    oval(0, 0, 90, 8, '#0c1b26', 'opacity="0.15"') +
      times(4, (i) =>
        line(
          [-58 + i * 34 + (i > 1 ? 8 : 0), -70, -60 + i * 36 + (i > 1 ? 6 : 0), -4],
          shade(tint, i % 2 ? -0.28 : -0.4),
          11,
        ),
      ) +
      path('M-84 -96Q-92 -56 -54 -54L44 -54Q78 -56 74 -98Q40 -122 -10 -116Q-70 -118 -84 -96Z', tint) +
      path('M44 -104Q74 -132 86 -152L110 -132Q92 -100 72 -78Z', '#d9cdbf') +
      path('M80 -160Q100 -172 122 -148L146 -130Q146 -118 132 -118Q104 -124 84 -138Z', tint) +
      oval(140, -124, 7, 6, '#3a2f2a') +
      poly([84, -154, 66, -164, 78, -144], shade(tint, -0.2)) +
      oval(-84, -92, 9, 14, '#eee4d8') +
      (horns
        ? arc(
            'M98 -160Q84 -214 40 -226M70 -210Q60 -236 66 -252M88 -190Q104 -226 126 -236M52 -222Q40 -236 22 -240',
            '#7a6048',
            6,
          )
        : ''),
    s,
    flip,
  )

export const swan = (x: number, y: number, s: number, flip = false) =>
  group(
    x,
    y,
    path('M-60 -6Q-72 -36 -90 -44Q-40 -62 4 -44Q40 -34 44 -8Q30 8 -30 6Q-52 6 -60 -6Z', '#ffffff') +
      path('M-50 -34Q-6 -50 24 -24Q-14 -18 -50 -34Z', '#dfe9ef') +
      arc('M34 -14Q66 -40 50 -72Q42 -96 58 -106', '#ffffff', 15) +
      path('M56 -114Q74 -116 84 -100Q70 -98 56 -98Z', '#f2c95c') +
      poly([78, -103, 90, -98, 74, -97], '#1b2730'),
    s,
    flip,
  )

export const cow = (x: number, y: number, s: number, tint = '#8a4b2c', flip = false) =>
  group(
    x,
    y,
    oval(0, 0, 110, 8, '#0c1b26', 'opacity="0.16"') +
      times(4, (i) => line([-70 + i * 42, -60, -72 + i * 43, -4], shade(tint, i % 2 ? -0.1 : -0.3), 17)) +
      path('M-98 -136Q-108 -60 -80 -52L66 -52Q92 -60 90 -136Q0 -150 -98 -136Z', tint) +
      path('M-30 -142Q-50 -90 -10 -70Q30 -80 26 -142Z', '#f3efe8') +
      arc('M-98 -128Q-116 -100 -110 -56', shade(tint, -0.25), 6) +
      path('M78 -132Q100 -176 128 -174Q150 -160 158 -124Q156 -108 140 -108Q112 -112 78 -92Z', tint) +
      path('M138 -140Q152 -140 158 -122Q154 -108 140 -108Q132 -120 138 -140Z', '#e8c9b2') +
      path('M108 -172Q84 -180 84 -162Q96 -154 110 -160Z', shade(tint, -0.2)),
    s,
    flip,
  )

export const duck = (x: number, y: number, s: number) =>
  group(
    x,
    y,
    path('M-30 -4Q-34 -18 -42 -22Q-8 -30 14 -18Q26 -12 22 0Q0 6 -30 -4Z', '#8a7362') +
      disc(22, -24, 10, '#2f6b57') +
      path('M30 -26L42 -22L31 -19Z', '#e8a72c'),
    s,
  )
