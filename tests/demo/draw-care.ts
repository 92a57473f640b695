// Work with people, indoors: school, day care, health centre, library and the service desk.
import { arc, disc, line, oval, path, poly, rect, times } from './draw-ink.ts'
import { person, poses } from './draw-people.ts'
import { autumnView, pane, room, rug, summerView, winterView } from './draw-places.ts'
import type { Scenes } from './draw-scenes.ts'
import { chair, plant, shelf, table } from './draw-things.ts'

const spines = ['#c2182f', '#0b5876', '#f0bd45', '#3f6b52', '#86194a', '#c4582c', '#8fadc0'] as const
const teacher = { coat: '#86194a', cut: 'long', hair: '#3a2f2a', legs: '#27424f' } as const
const pupil = (coat: string, hair = '#8d6236', skin = '#e3b18c') => ({
  coat,
  hair,
  skin,
  child: true,
  legs: '#5d8199',
})

export const care: Scenes = {
  kirjasto: (w, h) =>
    room(w, h, '#efe6d6', '#b98a58', '#c9b08a', 620) +
    shelf(50, 60, 380, 550, 5, spines) +
    shelf(460, 60, 330, 550, 5, spines) +
    pane(880, 90, 260, 280, autumnView(260, 280)) +
    rug(860, 730, 560, '#3f6b52', '#5d8a6c') +
    path('M900 720L900 520Q900 470 960 470L1090 470Q1150 470 1150 530L1150 720Z', '#0b5876') +
    person(
      960,
      740,
      380,
      { coat: '#e39a2a', hair: '#b4b4b4', legs: '#5b4333' },
      { ...poses.sit, hip: [4, -30], hands: [28, -52, 34, -52] },
    ) +
    path('M1056 560L1110 530L1120 560L1066 592Z', '#f7f9fa') +
    person(330, 760, 400, { ...teacher, cut: 'bun' }, { ...poses.reach, hands: [30, -84, 24, -58] }) +
    person(560, 760, 250, pupil('#3c8f8c', '#2c2018', '#8d5a3c'), { hands: [12, -60, 18, -58] }, true) +
    rect(506, 604, 60, 44, '#c2182f', 3),

  luokkahuone: (w, h) =>
    room(w, h, '#e9efe6', '#c9b08a', '#a9bba9', 580) +
    rect(90, 80, 620, 300, '#8d6236', 6) +
    rect(104, 94, 592, 272, '#2f5f4f') +
    arc('M160 300Q260 180 340 240T520 190T640 210', '#dfeaef', 6) +
    times(3, (i) => line([160, 140 + i * 26, 300 + i * 40, 140 + i * 26], '#b9d2c6', 5)) +
    disc(590, 150, 24, '#f2c95c') +
    pane(850, 90, 270, 260, winterView(270, 260)) +
    person(270, 640, 400, teacher, { hands: [34, -84, -6, -46], lean: -2 }) +
    times(
      3,
      (i) =>
        person(
          560 + i * 210,
          760 + (i % 2) * 16,
          280,
          pupil(
            ['#c4582c', '#0b5876', '#f0bd45'][i] ?? '#fff',
            ['#8d6236', '#2c2018', '#c19b68'][i],
            ['#e3b18c', '#b97f57', '#efc7a9'][i],
          ),
          { view: 'back', hands: i === 1 ? [-15, -46, 22, -100] : [-15, -46, 15, -46] },
        ) +
        rect(470 + i * 210, 660 + (i % 2) * 16, 180, 18, '#d6a870', 4) +
        rect(486 + i * 210, 676, 12, 124, '#6b7a86') +
        rect(622 + i * 210, 676, 12, 124, '#6b7a86'),
    ),

  paivakoti: (w, h) =>
    room(w, h, '#f4e6c4', '#d6b98c', '#e8cf9c', 600) +
    pane(120, 110, 330, 280, winterView(330, 280)) +
    times(5, (i) => rect(620 + i * 104, 140, 84, 84, spines[i + 1] ?? '#fff', 8)) +
    times(5, (i) => disc(662 + i * 104, 180, 22, '#fff3cf')) +
    rect(610, 236, 540, 14, '#b98a58') +
    rug(600, 780, 1000, '#8fadc0', '#b9d8e6') +
    times(9, (i) =>
      rect(
        520 + (i % 3) * 66 + (Math.floor(i / 3) * 33) / 1,
        730 - Math.floor(i / 3) * 64,
        60,
        60,
        spines[(i * 2) % 7] ?? '#fff',
        4,
      ),
    ) +
    person(330, 830, 520, { coat: '#3c8f8c', cut: 'bun', hair: '#8d6236' }, { ...poses.kneel }) +
    person(860, 830, 300, pupil('#c2182f', '#c19b68'), { ...poses.kneel, hands: [30, -34, 34, -40] }, true) +
    person(
      1030,
      800,
      300,
      pupil('#f0bd45', '#2c2018', '#8d5a3c'),
      { ...poses.sit, hip: [0, -16], feet: [30, -2, 34, -2], hands: [20, -24, 22, -20] },
      true,
    ) +
    disc(200, 820, 40, '#c4582c') +
    arc('M166 808Q200 790 234 808', '#f2c95c', 8),

  terveysasema: (w, h) =>
    room(w, h, '#e3eef0', '#b9c6ca', '#9db8be', 600) +
    pane(780, 100, 320, 280, summerView(320, 280)) +
    rect(120, 110, 200, 270, '#ffffff', 6) +
    times(6, (i) => rect(170 - i * 4, 130 + i * 40, 100 + i * 8, 26 - i * 3, '#8fadc0', 2)) +
    table(470, 560, 250, 200, '#f2f2ee') +
    rect(540, 500, 110, 60, '#27424f', 8) +
    rect(552, 510, 86, 36, '#b9e0d0', 4) +
    line([650, 540, 760, 560], '#27424f', 7) +
    person(
      330,
      760,
      430,
      { coat: '#3c8f8c', legs: '#3c8f8c', cut: 'bun', hair: '#c19b68', shoes: '#f7f9fa' },
      { ...poses.sit, hands: [36, -50, 40, -46], lean: 8 },
    ) +
    rect(326, 660, 12, 100, '#6b7a86') +
    oval(332, 762, 70, 10, '#6b7a86') +
    rect(286, 644, 96, 22, '#27424f', 10) +
    person(
      880,
      760,
      430,
      { coat: '#c19b68', hair: '#b4b4b4', beard: '#d8d4cb', legs: '#5b4333' },
      { ...poses.sit, hands: [34, -48, 22, -36] },
      true,
    ) +
    chair(890, 760, 1.4, '#6b7a86', true) +
    rect(776, 520, 66, 34, '#0b5876', 8),

  asiakaspalvelu: (w, h) =>
    room(w, h, '#e3ecef', '#c9b08a', '#b4c8cf', 600) +
    pane(110, 100, 330, 270, winterView(330, 270)) +
    rect(620, 110, 440, 180, '#0b5876', 10) +
    path('M760 240Q820 130 880 240Z', '#ffffff') +
    arc('M740 262q20 -14 40 0t40 0t40 0t40 0', '#8fd3e6', 8) +
    plant(1130, 760, 1.8, '#c4582c') +
    person(
      820,
      720,
      400,
      { coat: '#86194a', cut: 'long', hair: '#c19b68' },
      { hands: [26, -60, 30, -56] },
      true,
    ) +
    rect(560, 520, 440, 260, '#b98a58', 6) +
    rect(540, 506, 480, 24, '#e2bb86', 4) +
    rect(860, 440, 110, 68, '#27424f', 6) +
    person(
      400,
      780,
      430,
      { coat: '#5b6a4c', hat: 'cap', tint: '#5d8199', beard: '#8c8580' },
      { ...poses.reach, hands: [32, -62, 36, -64] },
    ) +
    poly([566, 500, 640, 492, 650, 508, 574, 510], '#f7f9fa') +
    line([0, 798, 1200, 798], '#a58a60', 3) +
    times(3, (i) => rect(1046, 470 - i * 14, 60, 10, '#f7f9fa', 2)),
}
