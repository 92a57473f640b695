// Things with a roof, wheels or legs of wood: houses, vehicles, furniture, lights and fire.
import type { Pt } from './draw-ink.ts'
import {
  arc,
  disc,
  frame,
  glow,
  group,
  line,
  oval,
  path,
  poly,
  rect,
  shade,
  soft,
  times,
  veil,
} from './draw-ink.ts'

export const house = (x: number, y: number, s: number, wall = '#a3392b', roof = '#f2f7f9', lit = '#ffd88a') =>
  group(
    x,
    y,
    rect(-100, -92, 200, 92, wall) +
      times(9, (i) => rect(-98 + i * 22, -92, 2, 92, '#000000', 0, 'opacity="0.1"')) +
      poly([-100, -92, 0, -158, 100, -92], wall) +
      poly([-122, -84, 0, -168, 122, -84, 112, -74, 0, -150, -112, -74], roof) +
      rect(42, -176, 22, 46, '#6d4a3c') +
      rect(40, -182, 26, 10, roof) +
      times(2, (i) => rect(-76 + i * 66, -72, 40, 40, '#f7f9fa') + rect(-72 + i * 66, -68, 32, 32, lit)) +
      times(2, (i) => rect(-57 + i * 66, -68, 2.5, 32, '#f7f9fa')) +
      rect(56, -64, 32, 64, shade(wall, -0.35)),
    s,
  )

export const hut = (x: number, y: number, s: number, log = '#7d5732', roof = '#eaf2f6', lit = '#ffd88a') =>
  group(
    x,
    y,
    rect(-90, -80, 180, 80, log) +
      times(5, (i) => rect(-94, -80 + i * 16, 188, 3, shade(log, -0.3))) +
      poly([-90, -80, 0, -136, 90, -80], shade(log, -0.1)) +
      poly([-116, -68, 0, -148, 116, -68, 106, -58, 0, -130, -106, -58], roof) +
      rect(-66, -58, 44, 34, '#e8c695') +
      rect(-62, -54, 36, 26, lit) +
      rect(22, -62, 36, 62, shade(log, -0.4)),
    s,
  )

export const smoke = (x: number, y: number, s: number, colour = '#ffffff') =>
  veil(
    soft(
      oval(x, y - 20 * s, 12 * s, 18 * s, colour) +
        oval(x + 10 * s, y - 56 * s, 18 * s, 22 * s, colour) +
        oval(x + 32 * s, y - 98 * s, 26 * s, 26 * s, colour) +
        oval(x + 62 * s, y - 140 * s, 34 * s, 26 * s, colour),
    ),
    0.6,
  )

export const fire = (x: number, y: number, s: number) =>
  glow(x, y - 40 * s, 230 * s, '#ffb84d', 0.5) +
  line([x - 44 * s, y, x + 40 * s, y - 12 * s], '#5b4333', 13 * s) +
  line([x + 44 * s, y, x - 40 * s, y - 12 * s], '#4a3628', 13 * s) +
  group(
    x,
    y - 8 * s,
    path('M-34 0Q-44 -40 -14 -66Q-12 -46 0 -58Q2 -92 18 -108Q18 -74 32 -54Q44 -30 32 0Z', '#ee6a1f') +
      path('M-20 0Q-26 -26 -6 -44Q0 -30 8 -58Q26 -30 18 0Z', '#f9b233') +
      path('M-9 0Q-12 -16 1 -28Q12 -14 8 0Z', '#ffe9a8'),
    s,
  )

export const car = (x: number, y: number, s: number, tint = '#a3392b', flip = false) =>
  group(
    x,
    y,
    oval(0, 0, 108, 8, '#0c1b26', 'opacity="0.18"') +
      path(
        'M-104 -18Q-108 -52 -76 -56L-44 -92Q-38 -98 -20 -98L28 -98Q42 -98 52 -88L76 -58Q106 -54 106 -36L106 -18Z',
        tint,
      ) +
      path('M-58 -58L-36 -84Q-32 -88 -24 -88L-8 -88L-8 -58Z', '#cfe4f0') +
      path('M2 -58L2 -88L26 -88Q36 -88 42 -82L60 -58Z', '#cfe4f0') +
      rect(92, -46, 14, 10, '#ffe9a8', 4) +
      times(2, (i) => disc(-60 + i * 120, -16, 20, '#1b2730') + disc(-60 + i * 120, -16, 9, '#b4c2cc')),
    s,
    flip,
  )

export const bus = (x: number, y: number, s: number, tint = '#0b5876') =>
  group(
    x,
    y,
    oval(0, 0, 240, 12, '#0c1b26', 'opacity="0.18"') +
      rect(-230, -176, 460, 158, tint, 20) +
      rect(-230, -66, 460, 14, '#f2c95c') +
      rect(-212, -156, 330, 74, '#cfe4f0', 8) +
      times(4, (i) => rect(-150 + i * 66, -156, 6, 74, tint)) +
      rect(134, -156, 82, 120, '#dfeaef', 8) +
      rect(172, -156, 5, 120, tint) +
      rect(-90, -206 + 34, 160, 0.1, tint) +
      times(2, (i) => disc(-140 + i * 270, -18, 34, '#1b2730') + disc(-140 + i * 270, -18, 15, '#b4c2cc')),
    s,
  )

export const boat = (x: number, y: number, s: number, tint = '#b0693f', flip = false) =>
  group(
    x,
    y,
    path('M-150 -46Q-96 -30 0 -30Q96 -30 156 -58Q128 4 86 8L-84 8Q-132 2 -150 -46Z', tint) +
      arc('M-140 -30Q-60 -14 20 -16Q100 -18 144 -42', shade(tint, -0.25), 4) +
      arc('M-124 -12Q-40 2 30 0Q90 -2 130 -24', shade(tint, -0.25), 3),
    s,
    flip,
  )

export const table = (x: number, y: number, w: number, h: number, tint = '#b98a58') =>
  rect(x + 14, y + 10, 16, h - 10, shade(tint, -0.22)) +
  rect(x + w - 30, y + 10, 16, h - 10, shade(tint, -0.22)) +
  rect(x, y, w, 20, tint, 4) +
  rect(x, y + 18, w, 8, shade(tint, -0.28))

export const chair = (x: number, y: number, s: number, tint = '#8d6236', flip = false) =>
  group(
    x,
    y,
    line([-30, 0, -26, -140], tint, 10) + line([30, 0, 26, -66], tint, 10) + rect(-34, -76, 68, 14, tint, 4),
    s,
    flip,
  )

export const mug = (x: number, y: number, s: number, tint = '#ffffff') =>
  rect(x - 14 * s, y - 30 * s, 28 * s, 30 * s, tint, 5) +
  arc(`M${x + 13 * s} ${y - 24 * s}q${15 * s} 2 0 ${17 * s}`, tint, 5 * s) +
  veil(
    arc(
      [-5, 6].map((dx) => `M${x + dx * s} ${y - 38 * s}q${7 * s} ${-9 * s} 0 ${-18 * s}`).join(''),
      '#ffffff',
      3,
    ),
    0.7,
  )

export const lamp = (x: number, y: number, drop: number, tint = '#27424f', light = '#ffe2a6') =>
  line([x, y, x, y + drop], '#27323a', 4) +
  glow(x, y + drop + 40, 210, light, 0.5) +
  poly([x - 20, y + drop, x + 20, y + drop, x + 62, y + drop + 46, x - 62, y + drop + 46], tint) +
  oval(x, y + drop + 46, 50, 9, '#fff6da')

export const streetLamp = (x: number, y: number, h: number, lit = true) =>
  line([x, y, x, y - h, x + h * 0.14, y - h - 8], '#33454f', h * 0.022) +
  oval(x + h * 0.17, y - h - 4, h * 0.05, h * 0.016, lit ? '#fff6da' : '#c3d5e1') +
  (lit ? glow(x + h * 0.17, y - h, h * 0.55, '#ffe2a6', 0.6) : '')

export const plant = (x: number, y: number, s: number, pot = '#c4582c') =>
  group(
    x,
    y,
    times(7, (i) =>
      arc(
        `M0 -36Q${(i - 3) * 12} ${-84 - (i % 2) * 22} ${(i - 3) * 24} ${-104 + Math.abs(i - 3) * 15}`,
        i % 2 ? '#577f3f' : '#3f6b3c',
        9,
      ),
    ) + poly([-26, -40, 26, -40, 18, 0, -18, 0], pot),
    s,
  )

export const shelf = (
  x: number,
  y: number,
  w: number,
  h: number,
  rows: number,
  tints: readonly string[],
  wood = '#b98a58',
) => {
  const gap = h / rows
  const spines = times(rows, (r) => {
    let across = x + 14
    let out = ''
    for (let i = 0; across < x + w - 30; i += 1) {
      const wide = 13 + ((i * 7 + r * 5) % 4) * 5
      const tall = gap * (0.55 + ((i * 3 + r) % 4) * 0.08)
      if ((i + r * 3) % 9 !== 8)
        out += rect(
          across,
          y + gap * (r + 1) - 10 - tall,
          wide,
          tall,
          tints[(i * 5 + r * 2) % tints.length] ?? '#fff',
          2,
        )
      across += wide + 2
    }
    return out + rect(x, y + gap * (r + 1) - 10, w, 10, wood)
  })
  return (
    rect(x, y, w, h, shade(wood, -0.35)) +
    spines +
    rect(x, y, 10, h, wood) +
    rect(x + w - 10, y, 10, h, wood) +
    rect(x, y, w, 10, wood)
  )
}

export const crate = (x: number, y: number, w: number, h: number, tint = '#c19b68') =>
  rect(x, y, w, h, tint, 3) +
  rect(x, y, w, h * 0.18, shade(tint, 0.12), 3) +
  rect(x + w * 0.42, y, w * 0.16, h, shade(tint, 0.22))

export const skis = (x: number, y: number, long: number, tint = '#c4582c') =>
  times(2, (i) => {
    const dx = i * 14 - 7
    return path(
      `M${x + dx - long * 0.5} ${y + i * 5}L${x + dx + long * 0.44} ${y + i * 5}q12 -1 18 -9`,
      'none',
      `stroke="${tint}" stroke-width="5" stroke-linecap="round"`,
    )
  })

export const bunting = (from: Pt, to: Pt, tints: readonly string[], count = 9) => {
  const sag = (t: number): Pt => [
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t + Math.sin(t * Math.PI) * 44,
  ]
  const string = line(Array.from({ length: 13 }, (_, i) => sag(i / 12)).flat(), '#6b7a86', 2.5)
  return (
    string +
    times(count, (i) => {
      const [x, y] = sag((i + 0.5) / count)
      return poly([x - 13, y, x + 13, y, x, y + 28], tints[i % tints.length] ?? '#fff')
    })
  )
}

export const bulbs = (from: Pt, to: Pt, count = 9) =>
  times(count, (i) => {
    const t = (i + 0.5) / count
    const [x, y] = [
      from[0] + (to[0] - from[0]) * t,
      from[1] + (to[1] - from[1]) * t + Math.sin(t * Math.PI) * 40,
    ]
    return glow(x, y, 34, '#ffe2a6', 0.8) + disc(x, y, 6, '#fff6da')
  })

export const picture = (x: number, y: number, w: number, h: number, view: string) =>
  rect(x - 8, y - 8, w + 16, h + 16, '#8d6236', 2) + frame(x, y, w, h, view)
