// Trees of the north: spruce, birch and pine, one by one or in a row.
import type { Pt } from './draw-ink.ts'
import { arc, chance, line, oval, path, poly, round, shade, times } from './draw-ink.ts'

/** A tall narrow northern spruce; `snow` lays light along every branch. */
export const spruce = (x: number, y: number, h: number, colour = '#1f4a52', snow?: string, seed = 1) => {
  const dice = chance(seed + Math.round(x))
  const tiers = Math.max(6, Math.round(h / 26))
  const left: Pt[] = []
  const right: Pt[] = []
  let lights = ''
  for (let i = 0; i < tiers; i += 1) {
    const t = (i + 1) / tiers
    const level = y - h + h * 0.95 * t
    const reach = h * (0.035 + 0.15 * t) * (0.85 + dice() * 0.3)
    const drop = (h / tiers) * 0.35
    left.push([x - reach, level + drop * dice()], [x - reach * 0.42, level - drop * 0.1])
    right.push([x + reach, level + drop * dice()], [x + reach * 0.42, level - drop * 0.1])
    if (!snow) continue
    const lift = (h / tiers) * 0.62
    lights += poly(
      [
        x - reach * 0.92,
        level + drop * 0.25,
        x - reach * 0.2,
        level - lift,
        x - reach * 0.28,
        level - drop * 0.4,
      ],
      snow,
    )
    lights += poly(
      [
        x + reach * 0.85,
        level + drop * 0.2,
        x + reach * 0.12,
        level - lift * 0.9,
        x + reach * 0.3,
        level - drop * 0.3,
      ],
      snow,
      'opacity="0.8"',
    )
  }
  const trunk = line([x, y, x, y - h * 0.12], '#3a2f2a', h * 0.03)
  const outline = [x, y - h, ...right.flat(), x, y - h * 0.045, ...left.reverse().flat()]
  return trunk + poly(outline, colour) + lights
}

export const spruces = (
  from: number,
  to: number,
  y: number,
  h: number,
  count: number,
  colour: string,
  snow?: string,
) => {
  const dice = chance(Math.round(from * 3 + y * 7 + count))
  return times(count, (i) => {
    const x = from + ((to - from) * (i + 0.5)) / count + (dice() - 0.5) * 22
    return spruce(x, y + dice() * h * 0.08, h * (0.62 + dice() * 0.5), colour, snow, i + 5)
  })
}

/** A birch with a loose crown; leaves is a list of tints, empty for a bare tree. */
export const birch = (x: number, y: number, h: number, leaves: readonly string[], seed = 1) => {
  const dice = chance(seed * 97 + Math.round(x))
  const bend = (dice() - 0.5) * h * 0.08
  const at = (across: number, up: number) => `${round(x + across)} ${round(y - h * up)}`
  const trunk = `M${at(-h * 0.018, 0)}Q${at(bend, 0.5)} ${at(bend * 0.6, 0.96)}`
  const back = `L${at(bend * 0.6 + 2, 0.96)}Q${at(bend + h * 0.03, 0.5)} ${at(h * 0.02, 0)}Z`
  const marks = times(7, (i) =>
    line(
      [
        x - h * 0.01 + bend * (i / 9),
        y - h * (0.06 + i * 0.085),
        x + h * (0.002 + dice() * 0.008) + bend * (i / 9),
        y - h * (0.06 + i * 0.085),
      ],
      '#4b4a48',
      h * 0.008,
    ),
  )
  const twigs = times(6, (i) => {
    const side = i % 2 === 0 ? 1 : -1
    const from = y - h * (0.42 + i * 0.085)
    const tip = `${round(side * h * (0.17 - i * 0.014))} ${round(-h * 0.12)}`
    return arc(
      `M${round(x + bend * 0.8)} ${round(from)}q${round(side * h * 0.07)} ${round(-h * 0.08)} ${tip}`,
      leaves.length > 0 ? '#d8d4cb' : '#8c8580',
      Math.max(1.4, h * 0.007),
    )
  })
  const crown = times(leaves.length > 0 ? 110 : 0, () => {
    const a = dice() * Math.PI * 2
    const r = Math.sqrt(dice())
    const cx = x + bend * 0.7 + Math.cos(a) * r * h * 0.2
    const cy = y - h * 0.68 + Math.sin(a) * r * h * 0.31
    const tint = leaves[Math.floor(dice() * leaves.length)] ?? '#6f9a4a'
    return oval(cx, cy, h * (0.014 + dice() * 0.02), h * (0.011 + dice() * 0.016), tint, 'opacity="0.9"')
  })
  return twigs + path(trunk + back, '#f3f1ec') + marks + crown
}

export const pine = (x: number, y: number, h: number, colour = '#2f5f4f', trunk = '#b0693f') => {
  const dice = chance(Math.round(x * 5 + h))
  const crown = times(9, (i) => {
    const cy = y - h * (0.62 + i * 0.042)
    const wide = h * (0.15 - i * 0.011)
    const tint = i % 2 === 0 ? colour : shade(colour, 0.1)
    return oval(x + (dice() - 0.5) * h * 0.14, cy, wide, h * 0.042, tint)
  })
  return (
    poly([x - h * 0.022, y, x - h * 0.01, y - h * 0.9, x + h * 0.01, y - h * 0.9, x + h * 0.022, y], trunk) +
    crown
  )
}
