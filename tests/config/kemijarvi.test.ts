// Kemijärvi's place file: every hashtag of the town's model, each spelling by itself, and nothing switched on.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type PlaceFile, readPlace } from '../../config/place.ts'
import { tagKey } from '../../config/tag.ts'
import { findTags, matchFamilies } from '../../services/domain/tags.ts'

const path = new URL('../../config/places/kemijarvi.yaml', import.meta.url)
const read = readPlace(readFileSync(path, 'utf8'), 'kemijarvi.yaml')
if ('complaints' in read) throw new Error(read.complaints.join('\n'))
const file: PlaceFile = read.place
const families = file.families.map((one) => ({
  id: one.id,
  keys: new Set(one.tags.map(tagKey)),
  onlyWith: one.only_with,
}))
const matched = (text: string) =>
  matchFamilies(
    findTags(text).map((tag) => tag.key),
    families,
  )

/** As the town's model of communication lists them, the misprint included, and the campaign without dots too. */
const own: [tag: string, family: string][] = [
  ['#kemijärvi', 'kemijarvi'],
  ['#kemijarvi', 'kemijarvi'],
  ['#kemijarvipotos', 'kuvat'],
  ['#kemijarviphotos', 'kuvat'],
  ['#kemijärvilapinjärvimailla', 'lapin-jarvimailla'],
  ['#lapinjarvimailla', 'lapin-jarvimailla'],
  ['#visitkemijärvi', 'visit-kemijarvi'],
  ['#visitkemijarvi', 'visit-kemijarvi'],
  ['#ulkonaperillä', 'ulkona-perilla'],
  ['#tuhannenjayhdentyöntarinat', 'tarinat'],
  ['#tuhannenjayhdentyontarinat', 'tarinat'],
  ['#tuhannenjayhdentyönmatkatoimisto', 'matkatoimisto'],
  ['#tuhannenjayhdentyonmatkatoimisto', 'matkatoimisto'],
]
const shared: [tag: string, family: string][] = [
  ['#visitlapland', 'visit-lapland'],
  ['#osallisuus', 'osallisuus'],
  ['#yhteisöllisyys', 'yhteisollisyys'],
  ['#syrjimättömyys', 'syrjimattomyys'],
]

describe('the hashtags', () => {
  test.each(own)('%s counts under %s', (tag, family) => {
    expect(matched(`Lumi tuli. ${tag}`)).toEqual([family])
  })

  test.each(shared)('%s counts under %s only beside one of the town’s own', (tag, family) => {
    expect(matched(`Lumi tuli. ${tag}`)).toEqual([])
    for (const [mine, other] of own) expect(matched(`${tag} ${mine}`).sort()).toEqual([family, other].sort())
    expect(matched('#visitlapland #osallisuus #yhteisöllisyys')).toEqual([])
  })

  test('are these and no others, each spelling counted by itself', () => {
    const keys = file.families.flatMap((one) => one.tags.map(tagKey))
    expect(keys.sort()).toEqual([...own, ...shared].map(([tag]) => tagKey(tag)).sort())
    expect(new Set(keys).size).toBe(17)
  })
})

describe('the file', () => {
  test('switches nothing on: that is for a person', () => {
    expect([...file.sources, ...file.meters].filter((one) => one.active)).toEqual([])
    expect(file.sources.map((one) => one.channel)).toEqual([
      'feed',
      'feed',
      'mastodon',
      'mastodon',
      'bluesky',
      'story',
    ])
  })

  test('asks hashtag timelines only for the town’s own tags, never for those of all Lapland', () => {
    for (const source of file.sources.filter(({ channel }) => !['feed', 'story'].includes(channel))) {
      expect(source.mode).toBe('resident')
      expect(source.families).toEqual([...new Set(own.map(([, family]) => family))])
    }
  })

  test('has the front page with its three newest work stories on top, and the wall of stories', () => {
    expect(file.walls.map((one) => one.id)).toEqual(['etusivu', 'tarinat'])
    expect(file.walls[0]?.lead).toEqual({ families: ['tarinat', 'matkatoimisto'], count: 3 })
    expect(file.walls[1]?.families).toEqual(['tarinat', 'matkatoimisto'])
    expect(file.walls.map((one) => one.moderation)).toEqual(['review', 'review'])
  })

  test('leads a reader on: a meeting in person or remote, a question', () => {
    const labels = file.walls[0]?.actions.map((one) => one.label.fi)
    expect(labels).toEqual(
      expect.arrayContaining(['Varaa aika live-tapaamiseen', 'Varaa aika etätapaamiseen', 'Kysy viestillä']),
    )
    for (const action of file.walls.flatMap((one) => one.actions)) expect(action.url).toMatch(/^https:/)
  })

  test('names everything that a visitor sees in Finnish, Swedish and English', () => {
    const labels = [
      file.place.name,
      ...file.families.map((one) => one.label),
      ...file.walls.map((one) => one.label),
    ]
    for (const label of [
      ...labels,
      ...file.walls.flatMap((one) => one.actions.map((action) => action.label)),
    ])
      expect(Object.keys(label).sort()).toEqual(['en', 'fi', 'sv'])
  })
})

test('the town’s lists: the sixteen themes and eight audiences of its model, and what its team keeps in view', () => {
  expect([file.themes.length, file.audiences.length]).toEqual([16, 8])
  for (const { label } of [...file.themes, ...file.audiences, ...file.areas])
    expect(Object.keys(label).sort()).toEqual(['en', 'fi', 'sv'])
  const { rules, slogans, priorities } = file.place.guidance
  expect(rules?.some((one) => one.fi?.startsWith('Syrjivää'))).toBe(true)
  expect([slogans?.length, priorities?.length]).toEqual([3, 4])
})
