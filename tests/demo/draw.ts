// Draws the sample pictures, all of them or those named as arguments; the same code always gives the same file.
import { mkdirSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { autumn } from './draw-autumn.ts'
import { care } from './draw-care.ts'
import { craft } from './draw-craft.ts'
import { food } from './draw-food.ts'
import { heroes } from './draw-hero.ts'
import { home } from './draw-home.ts'
import { sheet } from './draw-ink.ts'
import type { Scenes } from './draw-scenes.ts'
import { spring } from './draw-spring.ts'
import { summer } from './draw-summer.ts'
import { summerWork } from './draw-summer-work.ts'
import { together } from './draw-together.ts'
import { winter } from './draw-winter.ts'
import { winterDark } from './draw-winter-dark.ts'
import { pictureFolder, pictures } from './pictures.ts'

const outdoors = { ...winter, ...winterDark, ...spring, ...summer, ...summerWork, ...autumn }
const scenes: Scenes = { ...outdoors, ...craft, ...food, ...care, ...home, ...together }
const wanted = process.argv.slice(2)

const render = async (svg: string, file: URL, limit: number) => {
  let quality = 82
  let webp = await sharp(Buffer.from(svg)).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
  while (webp.length > limit && quality > 52) {
    quality -= 6
    webp = await sharp(Buffer.from(svg)).webp({ quality, effort: 6 }).toBuffer()
  }
  writeFileSync(file, webp)
  console.log(`${file.pathname.split('/').at(-1)} ${Math.round(webp.length / 1024)} kB, quality ${quality}`)
}

mkdirSync(pictureFolder, { recursive: true })
for (const { file, width, height } of pictures) {
  const key = file.replace('.webp', '')
  const draw = scenes[key]
  if (!draw) throw new Error(`No scene is drawn for ${file}`)
  if (wanted.length > 0 && !wanted.includes(key)) continue
  await render(sheet(width, height, draw(width, height)), new URL(file, pictureFolder), 36_000)
}
for (const [key, draw] of Object.entries(heroes)) {
  if (wanted.length > 0 && !wanted.includes(key)) continue
  await render(sheet(1920, 820, draw(1920, 820)), new URL(`./landing/${key}.webp`, import.meta.url), 60_000)
}
