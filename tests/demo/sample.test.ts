// The demo's sample material is whole: pictures as described, posts by known authors, a page in two languages.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { landingApp } from './landing-app.ts'
import { orderTiles, tiles } from './landing-tiles.ts'
import { findPicture, pictureFolder, pictures } from './pictures.ts'
import { fillSlots, stories } from './stories.ts'

test('every picture is as large as it says and is described in both languages', async () => {
  for (const { file, width, height, alt } of pictures) {
    const found = await sharp(readFileSync(new URL(file, pictureFolder))).metadata()
    expect([file, found.width, found.height]).toEqual([file, width, height])
    expect(alt.fi.length, file).toBeGreaterThan(30)
    expect(alt.en.length, file).toBeGreaterThan(30)
  }
})

test('every post has a month and a tag, its picture exists, and its slots can be filled', () => {
  for (const story of stories) {
    expect(story.months.length, story.text).toBeGreaterThan(0)
    expect(
      story.tags.every((tag) => tag.startsWith('#')),
      story.text,
    ).toBe(true)
    if (story.picture) expect(findPicture(story.picture), story.picture).toBeDefined()
    for (const round of [0, 1, 2, 3]) expect(fillSlots(story, round)).not.toMatch(/[{}]/)
    if (['feed', 'wordpress', 'youtube'].includes(story.channel)) expect(story.title, story.text).toBeTruthy()
  }
  expect(new Set(stories.map((story) => story.text)).size).toBe(stories.length)
})

test('there are stories about work for every month', () => {
  const work = stories.filter((story) => story.tags.some((tag) => tag.startsWith('#tuhannenjayhdentyön')))
  expect(work.length).toBeGreaterThanOrEqual(25)
  for (let month = 1; month <= 12; month += 1) {
    expect(
      work.some((story) => story.months.includes(month)),
      `month ${month}`,
    ).toBe(true)
  }
})

test('a town may lift services to the front and loses none of the eighteen', () => {
  const ordered = orderTiles(['vapaat-tyopaikat', 'peruskoulu']).map((tile) => tile.id)
  expect(ordered.slice(0, 3)).toEqual(['vapaat-tyopaikat', 'peruskoulu', 'myytavat-asunnot'])
  expect(new Set(ordered).size).toBe(18)
  expect(tiles).toHaveLength(18)
})

const app = landingApp({
  service: 'https://seina.example',
  place: 'kemijarvi',
  wall: 'etusivu',
  fragment: () => '<p>Fragment</p>',
})

test('the landing page speaks the visitor’s language and carries the wall with its fallback', async () => {
  const finnish = await (await app.request('/')).text()
  expect(finnish).toContain('lang="fi"')
  expect(finnish).toMatch(
    /<some-wall src="https:\/\/seina\.example" place="kemijarvi" wall="etusivu"[^>]*><p>Fragment/,
  )
  expect(finnish).toContain('Esimerkkisivu.')
  const english = await app.request('/', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
  expect(await english.text()).toContain('<h1>Move to Kemijärvi</h1>')
  expect(await (await app.request('/?lang=fi', { headers: { 'accept-language': 'en' } })).text()).toContain(
    'lang="fi"',
  )
})

test('every link of the page that stays on it leads somewhere, under a strict policy', async () => {
  for (const lang of ['fi', 'en']) {
    const page = await (await app.request(`/${lang}`)).text()
    const paths = [...page.matchAll(/(?:href|src|srcset)="(\/[^"#]*)/g)].map((match) => match[1] ?? '/')
    expect(paths.length).toBeGreaterThan(tiles.length + 10)
    for (const path of new Set(paths)) {
      const answer = await app.request(path)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect(page).not.toMatch(/ style="| on[a-z]+="|<style|<script>/)
  }
})
