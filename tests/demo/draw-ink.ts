// The pen: small functions that each return one piece of SVG, and a seeded chance so that every run draws the same.
export type Pt = readonly [number, number]

export const round = (value: number) => String(Math.round(value * 10) / 10)

export const chance = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

export const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0, more = '') =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${r}" fill="${fill}" ${more}/>`

export const disc = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${more}/>`

export const oval = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${more}/>`

export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`

/** Flat lists of x, y, x, y: short to write, and the formatter keeps them on one line. */
export type Flat = readonly number[]

const list = (flat: Flat) =>
  flat.map((value, index) => (index % 2 ? ' ' : index ? 'L' : '') + round(value)).join('')

export const poly = (points: Flat, fill: string, more = '') => path(`M${list(points)}Z`, fill, more)

export const line = (points: Flat, colour: string, width: number, more = '') =>
  `<path d="M${list(points)}" fill="none" stroke="${colour}" stroke-width="${round(width)}" ` +
  `stroke-linecap="round" stroke-linejoin="round" ${more}/>`

export const arc = (d: string, colour: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" ${more}/>`

export const smooth = (points: readonly Pt[]) => {
  const get = (index: number) => points[Math.max(0, Math.min(points.length - 1, index))] ?? ([0, 0] as Pt)
  let d = `M${round(get(0)[0])} ${round(get(0)[1])}`
  for (let i = 0; i < points.length - 1; i += 1) {
    const [a, b, c, e] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    const first: Pt = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6]
    const second: Pt = [c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6]
    d += `C${[first, second, c].map(([x, y]) => `${round(x)} ${round(y)}`).join(' ')}`
  }
  return d
}

export const group = (x: number, y: number, inner: string, scale = 1, flip = false, turn = 0) =>
  `<g transform="translate(${round(x)} ${round(y)}) rotate(${turn}) scale(${flip ? -scale : scale} ${scale})">` +
  `${inner}</g>`

const name = (text: string) => {
  let sum = 7
  for (const letter of text) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0
  return `g${sum.toString(36)}`
}

const stops = (colours: readonly string[]) =>
  colours
    .map((colour, index) => {
      const [tint = colour, where = String(index / Math.max(1, colours.length - 1))] = colour.split('@')
      return `<stop offset="${where}" stop-color="${tint}"/>`
    })
    .join('')

export const wash = (x: number, y: number, w: number, h: number, ...colours: string[]) => {
  const inner = stops(colours)
  const id = name(inner)
  return (
    `<linearGradient id="${id}" x1="0" x2="0" y1="0" y2="1">${inner}</linearGradient>` +
    rect(x, y, w, h, `url(#${id})`)
  )
}

export const glow = (x: number, y: number, r: number, colour: string, strength = 0.8) => {
  const inner =
    `<stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/>` +
    `<stop offset="1" stop-color="${colour}" stop-opacity="0"/>`
  const id = name(inner)
  return `<radialGradient id="${id}">${inner}</radialGradient>${disc(x, y, r, `url(#${id})`)}`
}

export const frame = (x: number, y: number, w: number, h: number, inner: string) =>
  `<svg x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" ` +
  `viewBox="0 0 ${round(w)} ${round(h)}" overflow="hidden">${inner}</svg>`

export const veil = (inner: string, opacity: number) => `<g opacity="${opacity}">${inner}</g>`

export const soft = (inner: string, much = false) =>
  `<g filter="url(#${much ? 'softer' : 'soft'})">${inner}</g>`

export const sheet = (w: number, h: number, inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><defs>` +
  '<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>' +
  '<filter id="softer" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="26"/></filter>' +
  `</defs>${inner}</svg>`

export const shade = (colour: string, by: number) => {
  const value = Number.parseInt(colour.slice(1), 16)
  const part = (shift: number) => {
    const old = (value >> shift) & 255
    const next = by < 0 ? old * (1 + by) : old + (255 - old) * by
    return Math.round(next).toString(16).padStart(2, '0')
  }
  return `#${part(16)}${part(8)}${part(0)}`
}
