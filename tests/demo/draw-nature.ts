// Sky, fells, water and snow of the north in four seasons.
import type { Pt } from './draw-ink.ts'
import {
  arc,
  chance,
  disc,
  glow,
  line,
  oval,
  path,
  round,
  shade,
  smooth,
  soft,
  times,
  veil,
} from './draw-ink.ts'

export const sun = (x: number, y: number, r: number, colour = '#fff3cf', halo = '#ffdf9e') =>
  glow(x, y, r * 6, halo, 0.75) + disc(x, y, r, colour)

export const stars = (w: number, h: number, seed = 3, count = 70) => {
  const dice = chance(seed)
  return times(count, () => {
    const big = dice() > 0.85
    return disc(dice() * w, dice() * h, big ? 2.2 : 1.2, '#e8f4f6', `opacity="${round(0.3 + dice() * 0.6)}"`)
  })
}

export const clouds = (x: number, y: number, size: number, colour = '#ffffff', opacity = 0.75) =>
  veil(
    oval(x, y, size, size * 0.2, colour) +
      oval(x - size * 0.3, y - size * 0.12, size * 0.42, size * 0.2, colour) +
      oval(x + size * 0.25, y - size * 0.17, size * 0.5, size * 0.26, colour),
    opacity,
  )

export const hills = (w: number, base: number, tall: number, colour: string, seed: number, floor = 2000) => {
  const dice = chance(seed)
  const [a, b, c] = [dice() * 6, dice() * 6, dice() * 6]
  const points = Array.from({ length: 14 }, (_, i): Pt => {
    const x = (w / 13) * i
    const t = (x / w) * Math.PI * 2
    const wave = Math.sin(t * 0.9 + a) * 0.5 + Math.sin(t * 1.7 + b) * 0.32 + Math.sin(t * 3.1 + c) * 0.13
    return [x, base - tall * (0.55 + wave * 0.5)]
  })
  return path(`${smooth(points)}L${w} ${floor}L0 ${floor}Z`, colour)
}

export const fell = (x: number, base: number, wide: number, tall: number, colour: string, top?: string) => {
  const ridge = (s: number): Pt[] => [
    [x - wide * s, base],
    [x - wide * 0.55 * s, base - tall * (1 - s * 0.72)],
    [x - wide * 0.2 * s, base - tall * (1 - s * 0.13)],
    [x, base - tall],
    [x + wide * 0.22 * s, base - tall * (1 - s * 0.1)],
    [x + wide * 0.6 * s, base - tall * (1 - s * 0.68)],
    [x + wide * s, base],
  ]
  const cap: Pt[] = [
    [x - wide * 0.36, base - tall * 0.66],
    [x - wide * 0.18, base - tall * 0.9],
    [x, base - tall],
    [x + wide * 0.2, base - tall * 0.92],
    [x + wide * 0.38, base - tall * 0.66],
    [x + wide * 0.24, base - tall * 0.74],
    [x + wide * 0.12, base - tall * 0.62],
    [x - wide * 0.04, base - tall * 0.76],
    [x - wide * 0.2, base - tall * 0.64],
  ]
  return path(`${smooth(ridge(1))}Z`, colour) + (top ? path(`${smooth(cap)}Z`, top) : '')
}

export const treeline = (w: number, base: number, tall: number, colour: string, seed: number, from = 0) => {
  const dice = chance(seed)
  let d = `M${from} ${base}`
  for (let x = from; x < w; ) {
    const step = tall * (0.26 + dice() * 0.3)
    const top = base - tall * (0.45 + dice() * 0.55)
    d += `L${round(x + step * 0.5)} ${round(top)}L${round(x + step)} ${round(base - tall * 0.22)}`
    x += step
  }
  return path(`${d}L${w} ${base + 2}L${from} ${base + 2}Z`, colour)
}

export const glints = (w: number, y: number, h: number, colour: string, seed = 2, count = 16) => {
  const dice = chance(seed)
  return times(count, () => {
    const t = dice()
    const long = 18 + t * 110
    const x = dice() * w
    return line(
      [x, y + t * h, x + long, y + t * h],
      colour,
      2 + t * 3,
      `opacity="${round(0.25 + dice() * 0.45)}"`,
    )
  })
}

export const aurora = (w: number, y: number, tall: number, seed = 4, tint = '#5fd3a0') => {
  const dice = chance(seed)
  const band = (lift: number, colour: string, opacity: number) => {
    const points = Array.from({ length: 8 }, (_, i): Pt => {
      return [(w / 7) * i - 20, y + lift + Math.sin(i * 1.15 + dice() * 1.6) * tall * 0.26]
    })
    const rays = times(34, (i) => {
      const t = i / 33
      const p = points[Math.min(7, Math.round(t * 7))] ?? ([0, y] as Pt)
      const x = w * t + (dice() - 0.5) * 20
      const high = tall * (0.35 + dice() * 0.65)
      return oval(
        x,
        p[1] - high * 0.45,
        w * 0.022,
        high * 0.62,
        colour,
        `opacity="${round(0.2 + dice() * 0.5)}"`,
      )
    })
    return veil(soft(rays + arc(smooth(points), colour, tall * 0.1), true), opacity)
  }
  return band(0, tint, 0.75) + band(tall * 0.45, shade(tint, 0.1), 0.45) + band(-tall * 0.4, '#4fa8b8', 0.3)
}

export const drifts = (w: number, y: number, colour: string, seed = 6, count = 5) => {
  const dice = chance(seed)
  return times(count, (i) => {
    const x = dice() * w
    const wide = 160 + dice() * 260
    const top = y + i * 34
    return arc(
      `M${round(x - wide / 2)} ${round(top)}q${round(wide / 2)} ${round(-16 - dice() * 14)} ${round(wide)} 4`,
      colour,
      3,
      'opacity="0.55"',
    )
  })
}

export const speckle = (
  w: number,
  y: number,
  h: number,
  tints: readonly string[],
  count: number,
  size = 4,
  seed = 8,
) => {
  const dice = chance(seed)
  return times(count, () => {
    const t = dice()
    const tint = tints[Math.floor(dice() * tints.length)] ?? '#fff'
    return oval(dice() * w, y + t * h, size * (0.5 + t), size * (0.35 + t * 0.6), tint)
  })
}

export const birds = (x: number, y: number, size: number, count = 3, colour = '#4a6373') =>
  times(count, (i) => {
    const [bx, by] = [x + i * size * 2.6, y + ((i * 37) % 3) * size * 0.7]
    const s = round(size)
    const half = round(size / 2)
    const start = `M${round(bx - size)} ${round(by - size * 0.3)}`
    const down = `${start}q${half} -${round(size * 0.4)} ${s} ${round(size * 0.3)}`
    return arc(`${down}q${round(size / 2)} -${round(size * 0.7)} ${s} -${round(size * 0.3)}`, colour, 2.4)
  })
