// One sample picture as a row: its file, season, tone, size and the description a person wrote.
export type Season = 'winter' | 'spring' | 'summer' | 'autumn' | 'any'
export type Picture = {
  file: string
  season: Season
  alt: { fi: string; en: string }
  tone: 'light' | 'dark'
  width: number
  height: number
}

const shapes = {
  long: [1200, 675],
  wide: [1200, 800],
  four: [1200, 900],
  square: [1200, 1200],
  tall: [900, 1200],
} as const
type Shape = keyof typeof shapes

const row =
  (tone: Picture['tone']) =>
  (name: string, season: Season, shape: Shape, fi: string, en: string): Picture => {
    const [width, height] = shapes[shape]
    return { file: `${name}.webp`, season, alt: { fi, en }, tone, width, height }
  }

export const light = row('light')
export const dark = row('dark')
