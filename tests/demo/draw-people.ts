// People as simple, dignified figures: a skeleton of joints dressed in clothes, no faces, never a joke.
import type { Pt } from './draw-ink.ts'
import { disc, group, line, oval, path, rect, round, shade } from './draw-ink.ts'

type Hat = 'beanie' | 'cap' | 'helmet' | 'scarf' | 'hood' | 'chef'

export type Look = {
  coat: string
  legs?: string
  shoes?: string
  skin?: string
  hair?: string
  cut?: 'short' | 'long' | 'bun' | 'bald'
  hat?: Hat
  tint?: string
  beard?: string
  vest?: string
  apron?: string
  shawl?: string
  gloves?: string
  hem?: number
  skirt?: string
  child?: boolean
}

/** Joints in hundredths of the height, feet at 0, up is negative, the figure looks to the right. */
type Quad = readonly [number, number, number, number]
export type Pose = {
  hip?: Pt
  lean?: number
  nod?: number
  hands?: Quad
  feet?: Quad
  view?: 'side' | 'front' | 'back'
}

const bend = (from: Pt, to: Pt, bone: number, way: number): Pt => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const far = Math.min(Math.hypot(dx, dy), bone * 1.999) || 1
  const rise = Math.sqrt(Math.max(0, bone * bone - (far / 2) ** 2)) * way
  return [from[0] + dx / 2 - (dy / far) * rise, from[1] + dy / 2 + (dx / far) * rise]
}

const turned = ([x, y]: Pt, by: number): Pt => {
  const a = (by * Math.PI) / 180
  return [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)]
}

const pick = (quad: Quad, index: 0 | 1): Pt => (index === 0 ? [quad[0], quad[1]] : [quad[2], quad[3]])

const hatOn = (look: Look, view: string) => {
  const tint = look.tint ?? '#86194a'
  const dome = 'M-10.4 -1.2A10.4 11 0 0 1 10.4 -1.2Z'
  const front = view === 'side' ? 4 : 0
  switch (look.hat) {
    case 'beanie':
      return (
        path(dome, tint) +
        rect(-11, -4.4, 22, 5, shade(tint, 0.22), 2.4) +
        disc(0, -12.6, 2.8, shade(tint, 0.35))
      )
    case 'cap':
      return (
        path(dome, tint) + rect(front - (front ? 2 : 9), -3.6, front ? 14 : 18, 2.6, shade(tint, -0.25), 1.3)
      )
    case 'helmet':
      return (
        path('M-11 -2A11 11.6 0 0 1 11 -2Z', tint) +
        rect(-11.6 + front, -3.6, 23.2, 2.8, shade(tint, -0.12), 1.4)
      )
    case 'scarf':
      return (
        path('M-10.8 2Q-11 -11.4 0 -11.4Q10 -11.4 9.6 -3L-1 -3.6Q-4 4 -7 8Q-10.6 7 -10.8 2Z', tint) +
        path('M-9 4L-15 9L-11 11Z', shade(tint, -0.15))
      )
    case 'chef':
      return oval(0, -12, 10, 5.5, '#ffffff') + rect(-8.6, -10, 17.2, 7.4, '#f2f5f6', 1.5)
    default:
      return ''
  }
}

const profile =
  'M-1.6 -5.4Q4 -8.6 8 -4.6Q9 -2 9.1 -0.4L10.8 2.2L8.9 3.2Q8.6 8.6 3.4 9.2Q-2.2 9.2 -3.6 3.6Q-5 -2.6 -1.6 -5.4Z'

const head = (look: Look, view: string) => {
  const skin = look.skin ?? '#e3b18c'
  const hair = look.hair ?? '#5b4333'
  const side = view === 'side'
  const under = look.hat === 'hood' ? disc(-0.6, 0, 12.2, look.coat) : ''
  const long = look.cut === 'long' ? path('M-9.8 -2Q-13 12 -9 17L3 15Q4 6 6 -2Z', hair) : ''
  const bun = look.cut === 'bun' ? disc(side ? -9.6 : 0, side ? -6 : -11, 4.6, hair) : ''
  const bald = look.cut === 'bald'
  const skull = bald ? disc(0, 0, 9, skin) : disc(-0.3, -0.4, 9.7, hair)
  const face =
    view === 'back'
      ? ''
      : side
        ? path(profile, skin)
        : path('M-7.6 -1Q-3 -6.4 0 -6.2Q4 -6.4 7.6 -1Q8.2 9.2 0 9.4Q-8.2 9.2 -7.6 -1Z', skin)
  const beard =
    look.beard && view !== 'back'
      ? path(
          side
            ? 'M-3 3Q3 4.4 8.6 3.4Q9 11 3 11.4Q-3.4 10 -3 3Z'
            : 'M-7.7 1Q0 5 7.7 1Q8 11.6 0 12Q-8 11.6 -7.7 1Z',
          look.beard,
        )
      : ''
  return under + long + bun + skull + face + beard + hatOn(look, view)
}

const torso = (look: Look, view: string) => {
  const sw = view === 'side' ? 9.6 : 12.4
  const hw = view === 'side' ? 9.8 : 11.4
  const hem = look.hem ?? 6
  const left = `M${-sw + 4} -35Q${-sw} -34 ${-sw} -27L${-hw} ${hem}`
  const top = `${left}Q0 ${hem + 2} ${hw} ${hem}L${sw} -27Q${sw} -34 ${sw - 4} -35Z`
  const skirt = look.skirt
    ? path(`M${-hw + 1} -4L${-hw - 5} 26Q0 29 ${hw + 5} 26L${hw - 1} -4Z`, look.skirt)
    : ''
  const vest = look.vest
    ? path(
        `M${-sw + 3} -34L${-hw} 3Q0 5 ${hw} 3L${sw - 3} -34L${sw * 0.25} -24L${-sw * 0.25} -24Z`,
        look.vest,
      ) +
      rect(-hw, -12, hw * 2, 3.4, '#f6f3c9') +
      rect(-hw + 0.5, -3, hw * 2 - 1, 3.4, '#f6f3c9')
    : ''
  const apron = look.apron
    ? path(
        `M${-sw * 0.45} -26L${-hw * 0.85} ${hem + 8}Q0 ${hem + 10} ${hw * 0.95} ${hem + 8}L${sw * 0.62} -26Z`,
        look.apron,
      )
    : ''
  const shawl = look.shawl
    ? rect(-7.6, -38.6, 15.2, 6.4, look.shawl, 3.2) + rect(1.6, -35, 5, 14, look.shawl, 2.4)
    : ''
  return skirt + path(top, look.coat) + vest + apron + shawl
}

export const person = (x: number, y: number, h: number, look: Look, pose: Pose = {}, flip = false) => {
  const view = pose.view ?? 'side'
  const hip = pose.hip ?? ([0, -46] as Pt)
  const lean = pose.lean ?? 0
  const spread = view === 'side' ? 1.5 : 11
  const spine = turned([0, -31], lean)
  const shoulder = (side: number): Pt => [hip[0] + spine[0] + side * spread, hip[1] + spine[1] + 1]
  const hands = pose.hands ?? (view === 'side' ? [-5, -42, 7, -42] : [-15, -44, 15, -44])
  const feet = pose.feet ?? (view === 'side' ? [-5, -2, 5, -2] : [-6, -2, 6, -2])
  const legs = look.legs ?? '#27424f'
  const shoes = look.shoes ?? '#2c2018'
  const leg = (index: 0 | 1, tint: string) => {
    const start: Pt = [hip[0] + (view === 'side' ? 0 : index === 0 ? -5 : 5), hip[1] + 2]
    const foot = pick(feet, index)
    const knee = bend(start, foot, 22.2, view === 'side' ? -1 : 0)
    const toe = view === 'side' ? 5.4 : index === 0 ? -1.5 : 1.5
    return (
      line([...start, ...knee, foot[0], foot[1] - 2], tint, 11.4) +
      line([foot[0] - 1.4, foot[1], foot[0] + toe, foot[1]], shoes, 6.4)
    )
  }
  const arm = (index: 0 | 1, tint: string) => {
    const start = shoulder(index === 0 ? -1 : 1)
    const hand = pick(hands, index)
    const way = view === 'side' || index === 0 ? 1 : -1
    const elbow = bend(start, hand, 17.5, way)
    return (
      disc(hand[0], hand[1], 4.4, look.gloves ?? look.skin ?? '#e3b18c') +
      line([...start, ...elbow, ...hand], tint, 8.6)
    )
  }
  const hold = (index: 0 | 1) => disc(...pick(hands, index), 4.2, look.gloves ?? look.skin ?? '#e3b18c')
  const size = look.child ? 1.32 : 1.06
  const crown = turned([0, look.child ? -49 : -47.5], lean)
  const sleeve = shade(look.coat, -0.13)
  const top =
    group(
      hip[0],
      hip[1],
      rect(-3.4, -40, 6.8, 8, shade(look.skin ?? '#e3b18c', -0.12)) + torso(look, view),
      1,
      false,
      lean,
    ) +
    group(hip[0] + crown[0], hip[1] + crown[1], head(look, view), size, false, lean * 0.5 + (pose.nod ?? 0))
  const inner =
    arm(0, view === 'side' ? sleeve : look.coat) +
    hold(0) +
    leg(0, view === 'side' ? shade(legs, -0.16) : legs) +
    leg(1, legs) +
    top +
    arm(1, view === 'side' ? shade(look.coat, -0.07) : look.coat) +
    hold(1)
  return (
    oval(x + (hip[0] * h) / 100, y, h * 0.2, h * 0.028, '#0c1b26', 'opacity="0.16"') +
    group(x, y, inner, Number(round(h)) / 100, flip)
  )
}

/** Poses that many scenes share. */
export const poses = {
  stand: { view: 'front' } as Pose,
  away: { view: 'back' } as Pose,
  walk: { feet: [-13, -3, 12, -2], hands: [11, -46, -9, -45] } as Pose,
  sit: { hip: [0, -28], feet: [18, -2, 22, -2], hands: [16, -34, 19, -33], lean: 3 } as Pose,
  reach: { hands: [16, -56, 20, -60], lean: 6 } as Pose,
  work: { hands: [19, -52, 22, -50], lean: 12, nod: 10 } as Pose,
  stoop: { hip: [-6, -44], lean: 58, nod: 8, hands: [22, -14, 26, -12], feet: [-8, -2, 4, -2] } as Pose,
  kneel: { hip: [-4, -26], lean: 16, feet: [-22, -2, 8, -2], hands: [18, -20, 22, -18], nod: 10 } as Pose,
  wave: { view: 'front', hands: [-15, -44, 20, -92] } as Pose,
  ski: { lean: 20, hip: [0, -44], feet: [-10, -2, 11, -2], hands: [18, -50, -8, -46] } as Pose,
}
