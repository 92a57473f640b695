// Draws the sample pictures, all of them or those named as arguments; the same code always gives the same file.
import { mkdirSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { autumn } from './draw-autumn.ts'
import { care } from './draw-care.ts'
import { craft } from './draw-craft.ts'
import { food } from './draw-food.ts'
import { home } from './draw-home.ts'
import { sheet } from './draw-ink.ts'
import type { Scenes } from './draw-scenes.ts'
import { spring } from './draw-spring.ts'
import { summer } from './draw-summer.ts'
import { summerWork } from './draw-summer-work.ts'
import { together } from './draw-together.ts'
import { winter } from './draw-winter.ts'
import { winterDark } from './draw-winter-dark.ts'
import { pictures } from './pictures.ts'

const folder = new URL('./pictures/', import.meta.url).pathname
const outdoors = { ...winter, ...winterDark, ...spring, ...summer, ...summerWork, ...autumn }
const scenes: Scenes = { ...outdoors, ...craft, ...food, ...care, ...home, ...together }
const wanted = process.argv.slice(2)

mkdirSync(folder, { recursive: true })
for (const { file, width, height } of pictures) {
  const key = file.replace('.webp', '')
  const draw = scenes[key]
  if (!draw) throw new Error(`No scene is drawn for ${file}`)
  if (wanted.length > 0 && !wanted.includes(key)) continue
  const svg = Buffer.from(sheet(width, height, draw(width, height)))
  let quality = 82
  let webp = await sharp(svg).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
  while (webp.length > 36_000 && quality > 52) {
    quality -= 6
    webp = await sharp(svg).webp({ quality, effort: 6 }).toBuffer()
  }
  writeFileSync(`${folder}${file}`, webp)
  console.log(`${file} ${Math.round(webp.length / 1024)} kB, quality ${quality}`)
}
