// Place files: what is read, and complaints with line and key, all at once.
import { describe, expect, test } from 'vitest'
import { readPlace } from '../../config/place.ts'

const small = `place:
  id: posio
  name: { fi: Posio }
`

function read(yaml: string) {
  const found = readPlace(yaml, 'posio.yaml')
  if ('complaints' in found) throw new Error(found.complaints.join('\n'))
  return found.place
}

function complain(yaml: string): string[] {
  const found = readPlace(yaml, 'posio.yaml')
  return 'complaints' in found ? found.complaints : []
}

describe('a place file', () => {
  test('needs no more than an id and a name', () => {
    expect(read(small)).toEqual({
      place: {
        id: 'posio',
        name: { fi: 'Posio' },
        languages: ['fi'],
        time_zone: 'Europe/Helsinki',
        members: [],
        contact: {},
        guidance: {},
      },
      families: [],
      accounts: [],
      sources: [],
      meters: [],
      walls: [],
      themes: [],
      audiences: [],
      areas: [],
    })
  })

  test('may say everything, and what it leaves out has a default', () => {
    const place = read(`${small}  languages: [fi, sv, en]
  municipality_code: "614"
families:
  - { id: posio, label: { fi: Posio }, tags: ["#posio", "＃Posiö"] }
  - { id: lappi, label: { fi: Lappi }, tags: ["#visitlapland"], only_with: [posio] }
accounts:
  - { channel: mastodon, handle: "@posio@example.social", kind: own }
sources:
  - { id: uutiset, channel: feed, mode: own, every: 2h, settings: { url: "https://posio.example/feed/" } }
meters:
  - { id: kavijat, meter: matomo, settings: { url: "https://matomo.example" } }
walls:
  - id: etusivu
    label: { fi: Posio somessa }
    lead: { families: [posio] }
    actions: [ { id: varaa, label: { fi: Varaa aika }, url: "https://posio.example/varaa" } ]
`)
    expect(place.families[0]?.tags).toEqual(['posio', 'Posiö'])
    expect(place.sources[0]).toMatchObject({ active: false, every: 120, families: [] })
    expect(place.meters[0]?.active).toBe(false)
    expect(place.walls[0]).toMatchObject({ show: 12, moderation: 'review', lead: { count: 3 }, channels: [] })
  })

  test.each([
    ['15m', 15],
    ['5m', 5],
    ['1h', 60],
    ['7d', 10080],
  ])('every %s is %i minutes', (every, minutes) => {
    const source = `sources: [ { id: uutiset, channel: feed, mode: own, every: ${every} } ]`
    expect(read(`${small}${source}`).sources[0]?.every).toBe(minutes)
  })

  test('a decomposed hashtag is the composed one', () => {
    const tags = `families: [ { id: posio, label: { fi: a }, tags: ["#kemija\u0308rvi"] } ]`
    expect(read(`${small}${tags}`).families[0]?.tags).toEqual(['kemijärvi'])
  })
})

const familyOf = (more: string) => `families:\n  - { id: posio, label: { fi: a }, ${more} }\n`
const family = familyOf('tags: ["#posio"]')
const feed = (more = '') => `sources:\n  - { id: uutiset, channel: feed, mode: own${more} }\n`
const wall = (more: string) => `walls:\n  - id: etusivu\n    label: { fi: a }\n    ${more}\n`
const quotes = 'must be text (in quotes, if it is a number or begins with #)'
const noZone = 'is not a time zone, for example Europe/Helsinki'

/** After the three lines of a sound place: more text, and the complaints as `line key: what`. */
const bad: [what: string, more: string, ...complaints: (string | RegExp)[]][] = [
  ['in an unknown language', '  languages: [fi, se]', '4 place.languages.1: must be one of fi, sv, en'],
  ['in no time zone', '  time_zone: Helsinki', `4 place.time_zone: ${noZone}`],
  ['with an offset for a zone', '  time_zone: "+02:00"', `4 place.time_zone: ${noZone}`],
  ['with a bare number for a code', '  municipality_code: 614', `4 place.municipality_code: ${quotes}`],
  ['with an unknown key', '  languges: [fi]', '4 place.languges: unknown key'],
  ['with an unknown group', 'wals:\n  - id: etusivu', '4 wals: unknown key'],
  ['with a key twice', '  id: posio', '4 Map keys must be unique'],
  ['that is not YAML', 'walls: [', /^[45] .*flow/i],
  [
    'with a bare hashtag',
    'families:\n  - id: posio\n    label: { fi: a }\n    tags:\n      - #posio',
    `8 families.0.tags.0: ${quotes}`,
  ],
  [
    'with what is no hashtag',
    familyOf('tags: ["#po sio", "#2026"]'),
    '5 families.0.tags.0: is not a hashtag',
    '5 families.0.tags.1: is not a hashtag',
  ],
  ['with a family of none', familyOf('tags: []'), '5 families.0.tags: needs at least one hashtag'],
  [
    'with a spelling twice',
    `${family}  - { id: toinen, label: { fi: a }, tags: ["#POSIO"] }`,
    '6 families.1.tags.0: #POSIO already belongs to posio',
  ],
  [
    'with a family twice',
    `${family}  - { id: posio, label: { fi: a }, tags: ["#b"] }`,
    '6 families.1.id: posio is here twice',
  ],
  [
    'with a family that waits for itself',
    familyOf('tags: ["#a"], only_with: [posio]'),
    '5 families.0.only_with: a family does not wait for itself',
  ],
  [
    'with an unknown channel',
    feed().replace('feed', 'myspace'),
    /^5 sources\.0\.channel: must be one of feed, mastodon/,
  ],
  ['with too short a pace', feed(', every: 1m'), '5 sources.0.every: must be between 5m and 7d'],
  [
    'with a pace in words',
    feed(', every: daily'),
    '5 sources.0.every: must be a number and m, h or d, for example 15m',
  ],
  [
    'with a source and a meter of one id',
    `${feed()}meters:\n  - { id: uutiset, meter: matomo }`,
    '7 meters.0.id: uutiset is here twice',
  ],
  [
    'with an account twice',
    'accounts:\n  - { channel: x, handle: "@posio", kind: own }\n  - { channel: x, handle: Posio, kind: own }',
    '6 accounts.1: x posio is here twice',
  ],
  [
    'with families nobody knows',
    wall('families: [posio]\n    lead: { families: [tarinat] }'),
    '7 walls.0.families.0: no family has the id posio',
    '8 walls.0.lead.families.0: no family has the id tarinat',
  ],
  [
    'with an action to nowhere',
    wall('actions: [ { id: aa, label: { fi: a }, url: "javascript:alert(1)" } ]'),
    '7 walls.0.actions.0.url: must be an http or https address',
  ],
  [
    'with an action twice',
    wall(`actions:${'\n      - { id: aa, label: { fi: a }, url: "https://a.fi" }'.repeat(2)}`),
    '9 walls.0.actions.1: aa is here twice',
  ],
  ['with a wall of too many', wall('show: 51'), '7 walls.0.show: must be at most 50'],
  ['of its own member', '  members: [posio]', '4 place.members: a place is not a member of itself'],
  [
    'of a joint place with sources',
    `  members: [kemijarvi]\n${feed()}`,
    '5 sources: a joint place has no sources of its own; its members have them',
  ],
]

const broken: [what: string, yaml: string, complaint: string][] = [
  ['empty', '', '1 file: must be a group of keys'],
  ['only text', 'Posio', '1 file: must be a group of keys'],
  ['without a place', 'walls: []', '1 place: is missing'],
  ['without an id', 'place:\n  name: { fi: Posio }', '1 place.id: is missing'],
  [
    'with a bad id',
    small.replace('id: posio', 'id: Posio!'),
    '2 place.id: must be 2 to 40 of a-z, 0-9 and -',
  ],
  ['with a bare name', small.replace('{ fi: Posio }', 'Posio'), '3 place.name: must be a group of keys'],
  [
    'with an empty name',
    small.replace('{ fi: Posio }', '{}'),
    '3 place.name: needs a name in at least one language',
  ],
]

describe('a place file is refused', () => {
  test.each(bad)('%s', (_, more, ...complaints) => {
    const found = complain(`${small}${more}\n`).map((one) => one.replace(/^posio\.yaml:/, ''))
    expect(found).toEqual(
      complaints.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    )
  })

  test.each(broken)('%s', (_, yaml, complaint) => {
    expect(complain(yaml)).toEqual([`posio.yaml:${complaint}`])
  })

  test('with every complaint at once, in the order of the file', () => {
    const found = complain(
      `place:\n  id: P\n  name: { fi: "" }\n  time_zone: Mars\nwalls:\n  - { id: aa, label: { fi: a }, show: many }\n`,
    )
    expect(found).toEqual([
      'posio.yaml:2 place.id: must be 2 to 40 of a-z, 0-9 and -',
      'posio.yaml:3 place.name.fi: must not be empty',
      'posio.yaml:4 place.time_zone: is not a time zone, for example Europe/Helsinki',
      'posio.yaml:6 walls.0.show: must be a number',
    ])
  })

  test('when its aliases unfold to a bomb, at once', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (const [nth, name] of [...'bcdefghi'].entries())
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[nth]}`).join()}]`)
    const start = performance.now()
    expect(complain(bomb.join('\n'))).toEqual([expect.stringMatching(/^posio\.yaml .*alias/i)])
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test('without leaving a mark on objects when it names __proto__', () => {
    expect(complain(`${small}__proto__: { polluted: true }\n`)).toHaveLength(1)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
