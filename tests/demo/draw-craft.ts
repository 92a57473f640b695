// Work with the hands, indoors: bench, garage, forge, salon, sewing and painting.
import { arc, disc, glow, group, line, oval, path, poly, rect, times, veil, wash } from './draw-ink.ts'
import { person, poses } from './draw-people.ts'
import { boards, pane, room, summerView, winterView } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { car, lamp, plant, shelf, table } from './draw-things.ts'
import { spruces } from './draw-trees.ts'

const clay = { coat: '#a3392b', legs: '#27424f' } as const
const tools = (x: number, y: number) =>
  rect(x, y, 330, 10, '#6d4a30') +
  times(
    6,
    (i) =>
      line([x + 30 + i * 54, y + 8, x + 30 + i * 54, y + 60], '#8d6236', 8) +
      rect(
        x + 18 + i * 54,
        y + 56,
        24,
        30 + (i % 3) * 18,
        ['#b4c2cc', '#6b7a86', '#8fa3b0'][i % 3] ?? '#fff',
        4,
      ),
  )

export const craft: Scenes = {
  puuverstas: (w) =>
    boards(w, 660, '#a97a4c', '#7d5732') +
    rect(0, 656, w, 260, '#8d6236') +
    pane(110, 150, 300, 260, winterView(300, 260)) +
    tools(720, 150) +
    lamp(640, 0, 120, '#3f6b52') +
    table(420, 560, 660, 250, '#d6a870') +
    rect(560, 530, 380, 32, '#e8c695', 4) +
    times(9, (i) => arc(`M${540 + ((i * 97) % 520)} ${836 + (i % 3) * 16}q16 -22 30 2`, '#f1dcb8', 7)) +
    person(
      500,
      830,
      520,
      { ...clay, apron: '#e8c695', hat: 'cap', tint: '#27424f', beard: '#d8d4cb' },
      { ...poses.work, hands: [34, -62, 42, -60] },
    ) +
    rect(690, 490, 90, 36, '#8d6236', 6) +
    rect(730, 470, 16, 30, '#6d4a30', 4),

  autokorjaamo: (w, h) =>
    room(w, h, '#b9c6ce', '#8d979d', '#6b7a86', 590) +
    rect(60, 90, 400, 500, '#dfeaef') +
    times(7, (i) => rect(60, 90 + i * 72, 400, 5, '#b4c2cc')) +
    tools(820, 120) +
    rect(640, 300, 24, 340, '#c2182f') +
    rect(1010, 300, 24, 340, '#c2182f') +
    rect(600, 400, 470, 22, '#33454f') +
    car(836, 400, 1.7, '#e39a2a') +
    lamp(836, 0, 40, '#33454f') +
    person(
      760,
      720,
      300,
      { coat: '#0b5876', legs: '#0b5876', cut: 'bun', hair: '#3a2f2a', gloves: '#33454f' },
      { hands: [10, -98, 26, -96] },
    ) +
    rect(240, 600, 150, 120, '#c2182f', 6) +
    times(3, (i) => rect(256, 616 + i * 34, 118, 22, '#8f1224', 3)) +
    times(3, (i) => oval(500, 712 - i * 30, 58, 20, '#27323a') + oval(500, 706 - i * 30, 28, 9, '#6b7a86')),

  hitsaaja: (w, h) =>
    wash(0, 0, w, h, '#16242e', '#24343f') +
    times(5, (i) => rect(60 + i * 180, 0, 26, 760, '#1c2c37')) +
    rect(0, 900, w, 300, '#1b2730') +
    glow(610, 690, 420, '#9fd8ff', 0.8) +
    rect(420, 760, 480, 36, '#4a5a66') +
    rect(470, 790, 30, 260, '#33454f') +
    rect(820, 790, 30, 260, '#33454f') +
    person(
      330,
      1060,
      620,
      {
        coat: '#6d5a45',
        legs: '#33454f',
        hat: 'helmet',
        tint: '#33454f',
        gloves: '#c4582c',
        skin: '#33454f',
        hair: '#27323a',
      },
      { ...poses.work, hands: [34, -60, 40, -58] },
    ) +
    line([570, 690, 610, 740], '#b4c2cc', 10) +
    disc(614, 746, 16, '#ffffff') +
    times(26, (i) => {
      const [a, r] = [i * 2.1, 50 + ((i * 53) % 170)]
      return disc(
        614 + Math.cos(a) * r,
        740 - Math.abs(Math.sin(a)) * r * 0.9 + ((i * 31) % 60),
        3 + (i % 3),
        i % 2 ? '#ffd88a' : '#fff6da',
      )
    }),

  kampaamo: (w, h) =>
    room(w, h, '#e6d6d6', '#c9b9a6', '#b89a94', 900) +
    rect(420, 180, 380, 520, '#8d6236', 16) +
    rect(440, 200, 340, 480, '#cfe0e6', 10) +
    veil(poly([480, 200, 600, 200, 500, 680, 440, 680, 440, 360], '#ffffff'), 0.5) +
    rect(400, 700, 440, 24, '#d6a870') +
    plant(770, 700, 1.2, '#0b5876') +
    times(3, (i) =>
      rect(
        440 + i * 50,
        650 - (i % 2) * 20,
        30,
        50 + (i % 2) * 20,
        ['#c4582c', '#f2c95c', '#3c8f8c'][i] ?? '#fff',
        6,
      ),
    ) +
    rect(500, 940, 40, 130, '#33454f') +
    oval(520, 1076, 110, 18, '#33454f') +
    rect(400, 900, 230, 50, '#27424f', 18) +
    rect(390, 720, 40, 220, '#27424f', 16) +
    person(
      500,
      1080,
      560,
      { coat: '#5d8199', legs: '#5d8199', cut: 'long', hair: '#c19b68', hem: 20 },
      { hip: [0, -30], feet: [26, -2, 30, -2], hands: [20, -34, 24, -32] },
    ) +
    person(
      300,
      1110,
      640,
      { coat: '#3a2f3f', cut: 'bun', hair: '#86194a', apron: '#5b4a5e' },
      { hands: [24, -84, 32, -80], lean: 4 },
    ) +
    line([494, 600, 530, 570], '#b4c2cc', 8) +
    lamp(200, 0, 200, '#86194a'),

  ompelimo: (w, h) =>
    room(w, h, '#dde6e0', '#c9b08a', '#a9bba9', 600) +
    shelf(
      60,
      80,
      300,
      500,
      4,
      ['#86194a', '#3c8f8c', '#f0bd45', '#c4582c', '#5d8199', '#f2f2ee'],
      '#b98a58',
    ) +
    pane(760, 100, 340, 270, summerView(340, 270)) +
    table(430, 560, 620, 220, '#d6a870') +
    rect(700, 520, 200, 42, '#27424f', 8) +
    path(
      'M720 520L720 430Q722 400 760 400L880 400Q900 400 900 430L900 520L860 520L860 450L766 450L766 520Z',
      '#27424f',
    ) +
    disc(890, 436, 26, '#5d8199') +
    path('M560 560Q700 500 740 560L760 700Q640 740 540 690Z', '#86194a') +
    person(
      560,
      780,
      420,
      { coat: '#3c8f8c', cut: 'bun', hair: '#b4b4b4', legs: '#5b4333' },
      { ...poses.sit, hands: [34, -56, 40, -56], lean: 10 },
    ) +
    rect(500, 670, 120, 110, '#8d6236', 6) +
    group(
      1100,
      780,
      rect(-50, -330, 100, 220, '#c4582c', 44) +
        rect(-6, -120, 12, 120, '#6d4a30') +
        rect(-50, -6, 100, 8, '#6d4a30'),
    ),

  ateljee: (w, h) =>
    room(w, h, '#eef0ec', '#c9b596', '#c3cfc9', 620) +
    pane(700, 80, 400, 330, summerView(400, 330)) +
    line([300, 780, 420, 240], '#8d6236', 14) +
    line([540, 780, 430, 240], '#8d6236', 14) +
    rect(270, 300, 320, 260, '#ffffff', 3) +
    veil(wash(280, 310, 300, 240, '#86a5bb', '#f3c9a0@.55', '#5f8ca0'), 1) +
    spruces(290, 400, 520, 110, 4, '#2f5f4f') +
    disc(500, 420, 20, '#fff1c9') +
    rect(260, 560, 340, 16, '#8d6236') +
    person(
      760,
      780,
      470,
      { coat: '#f2f2ee', hat: 'scarf', tint: '#c4582c', apron: '#5d8199', legs: '#5b4333' },
      { hands: [36, -74, 20, -52], lean: 4 },
      true,
    ) +
    line([592, 430, 556, 410], '#8d6236', 7) +
    oval(650, 560, 46, 22, '#c19b68') +
    times(4, (i) =>
      disc(624 + i * 18, 556 + (i % 2) * 8, 7, ['#c2182f', '#f0bd45', '#0b5876', '#f7f9fa'][i] ?? '#fff'),
    ) +
    table(930, 620, 210, 160, '#b98a58') +
    times(3, (i) => rect(960 + i * 56, 570, 40, 52, ['#c4582c', '#3c8f8c', '#f0bd45'][i] ?? '#fff', 6)),
}
