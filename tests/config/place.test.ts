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
      },
      families: [],
      accounts: [],
      sources: [],
      meters: [],
      walls: [],
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

const family = 'families:\n  - { id: posio, label: { fi: Posio }, tags: ["#posio"] }\n'
const bad: [what: string, yaml: string, complaints: string[]][] = [
  ['empty', '', ['posio.yaml:1 file: must be a group of keys']],
  ['only text', 'Posio', ['posio.yaml:1 file: must be a group of keys']],
  ['without a place', 'walls: []', ['posio.yaml:1 place: is missing']],
  ['without an id', 'place:\n  name: { fi: Posio }\n', ['posio.yaml:1 place.id: is missing']],
  [
    'with a bad id',
    small.replace('id: posio', 'id: Posio!'),
    ['posio.yaml:2 place.id: must be 2 to 40 of a-z, 0-9 and -'],
  ],
  [
    'with a name that has no language',
    small.replace('{ fi: Posio }', 'Posio'),
    ['posio.yaml:3 place.name: must be a group of keys'],
  ],
  [
    'with an empty name',
    small.replace('{ fi: Posio }', '{}'),
    ['posio.yaml:3 place.name: needs a name in at least one language'],
  ],
  [
    'in an unknown language',
    `${small}  languages: [fi, se]\n`,
    ['posio.yaml:4 place.languages.1: must be one of fi, sv, en'],
  ],
  [
    'in no time zone',
    `${small}  time_zone: Helsinki\n`,
    ['posio.yaml:4 place.time_zone: is not a time zone, for example Europe/Helsinki'],
  ],
  [
    'with an offset for a time zone',
    `${small}  time_zone: "+02:00"\n`,
    ['posio.yaml:4 place.time_zone: is not a time zone, for example Europe/Helsinki'],
  ],
  [
    'with a bare number for a code',
    `${small}  municipality_code: 614\n`,
    ['posio.yaml:4 place.municipality_code: must be text (in quotes, if it is a number or begins with #)'],
  ],
  ['with an unknown key', `${small}  languges: [fi]\n`, ['posio.yaml:4 place.languges: unknown key']],
  [
    'with an unknown key that holds a group',
    `${small}wals:\n  - id: etusivu\n`,
    ['posio.yaml:4 wals: unknown key'],
  ],
  ['with a key twice', `${small}  id: posio\n`, ['posio.yaml:4 Map keys must be unique']],
  [
    'that is not YAML',
    `${small}walls: [\n`,
    [expect.stringMatching(/^posio\.yaml:[45] .*flow/i) as unknown as string],
  ],
  [
    'with a hashtag outside quotes',
    `${small}families:\n  - id: posio\n    label: { fi: Posio }\n    tags:\n      - #posio\n`,
    ['posio.yaml:8 families.0.tags.0: must be text (in quotes, if it is a number or begins with #)'],
  ],
  [
    'with what is no hashtag',
    `${small}families:\n  - { id: posio, label: { fi: a }, tags: ["#po sio", "#2026"] }\n`,
    ['posio.yaml:5 families.0.tags.0: is not a hashtag', 'posio.yaml:5 families.0.tags.1: is not a hashtag'],
  ],
  [
    'with a family of no hashtags',
    `${small}families:\n  - { id: posio, label: { fi: a }, tags: [] }\n`,
    ['posio.yaml:5 families.0.tags: needs at least one hashtag'],
  ],
  [
    'with a spelling twice',
    `${small}${family}  - { id: toinen, label: { fi: a }, tags: ["#POSIO"] }\n`,
    ['posio.yaml:6 families.1.tags.0: #POSIO already belongs to posio'],
  ],
  [
    'with a family twice',
    `${small}${family}  - { id: posio, label: { fi: a }, tags: ["#b"] }\n`,
    ['posio.yaml:6 families.1.id: posio is here twice'],
  ],
  [
    'with a family that waits for itself',
    `${small}families:\n  - { id: posio, label: { fi: a }, tags: ["#a"], only_with: [posio] }\n`,
    ['posio.yaml:5 families.0.only_with: a family does not wait for itself'],
  ],
  [
    'with an unknown channel',
    `${small}sources:\n  - { id: uutiset, channel: myspace, mode: own }\n`,
    [
      expect.stringMatching(
        /^posio\.yaml:5 sources\.0\.channel: must be one of feed, mastodon/,
      ) as unknown as string,
    ],
  ],
  [
    'with too short a pace',
    `${small}sources:\n  - { id: uutiset, channel: feed, mode: own, every: 1m }\n`,
    ['posio.yaml:5 sources.0.every: must be between 5m and 7d'],
  ],
  [
    'with a pace in words',
    `${small}sources:\n  - { id: uutiset, channel: feed, mode: own, every: daily }\n`,
    ['posio.yaml:5 sources.0.every: must be a number and m, h or d, for example 15m'],
  ],
  [
    'with a source and a meter of one id',
    `${small}sources:\n  - { id: luvut, channel: feed, mode: own }\nmeters:\n  - { id: luvut, meter: matomo }\n`,
    ['posio.yaml:7 meters.0.id: luvut is here twice'],
  ],
  [
    'with an account twice',
    `${small}accounts:\n  - { channel: x, handle: "@posio", kind: own }\n  - { channel: x, handle: Posio, kind: own }\n`,
    ['posio.yaml:6 accounts.1: x posio is here twice'],
  ],
  [
    'with families nobody knows',
    `${small}walls:\n  - id: etusivu\n    label: { fi: a }\n    families: [posio]\n    lead: { families: [tarinat] }\n`,
    [
      'posio.yaml:7 walls.0.families.0: no family has the id posio',
      'posio.yaml:8 walls.0.lead.families.0: no family has the id tarinat',
    ],
  ],
  [
    'with an action to nowhere',
    `${small}walls:\n  - { id: etusivu, label: { fi: a }, actions: [ { id: aa, label: { fi: a }, url: "javascript:alert(1)" } ] }\n`,
    ['posio.yaml:5 walls.0.actions.0.url: must be an http or https address'],
  ],
  [
    'with an action twice',
    `${small}walls:\n  - id: etusivu\n    label: { fi: a }\n    actions:\n      - { id: aa, label: { fi: a }, url: "https://a.fi" }\n      - { id: aa, label: { fi: a }, url: "https://b.fi" }\n`,
    ['posio.yaml:9 walls.0.actions.1: aa is here twice'],
  ],
  [
    'with a wall of too many',
    `${small}walls:\n  - { id: etusivu, label: { fi: a }, show: 51 }\n`,
    ['posio.yaml:5 walls.0.show: must be at most 50'],
  ],
  [
    'of a place that is its own member',
    `${small}  members: [posio]\n`,
    ['posio.yaml:4 place.members: a place is not a member of itself'],
  ],
  [
    'of a joint place with sources',
    `${small}  members: [kemijarvi]\nsources:\n  - { id: uutiset, channel: feed, mode: own }\n`,
    ['posio.yaml:5 sources: a joint place has no sources of its own; its members have them'],
  ],
]

describe('a place file is refused', () => {
  test.each(bad)('%s', (_, yaml, complaints) => {
    expect(complain(yaml)).toEqual(complaints)
  })

  test('with every complaint at once, in the order of the file', () => {
    const found = complain(
      `place:\n  id: P\n  name: { fi: "" }\n  time_zone: Mars\nwalls:\n  - { id: etusivu, label: { fi: a }, show: many }\n`,
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
