// What the parts of a place file say about one another: every id named exists, and nothing stands there twice.
import type { PlaceFile, WallSettings } from './place.ts'
import { tagKey } from './tag.ts'

/** Where in the file, and what is wrong there. */
export type Complaint = [path: PropertyKey[], message: string]

/** Complaints about what each part says by itself rightly, but not together with the rest. */
export function crossCheck(file: PlaceFile): Complaint[] {
  const found: Complaint[] = []
  const families = new Set(file.families.map((one) => one.id))
  const known = (ids: string[], path: PropertyKey[]) => void found.push(...unknown(ids, families, path))
  for (const kind of ['families', 'sources', 'meters', 'walls', 'themes', 'audiences', 'areas'] as const) {
    // Sources and meters share their ids: both are visited by the same clock and shown on the same page.
    const seen = new Set<string>(kind === 'meters' ? file.sources.map((one) => one.id) : [])
    file[kind].forEach((one, at) => {
      if (seen.has(one.id)) found.push([[kind, at, 'id'], `${one.id} is here twice`])
      seen.add(one.id)
    })
  }
  const twice = (values: readonly string[], path: PropertyKey[]) => void found.push(...repeated(values, path))
  twice(file.place.languages, ['place', 'languages'])
  twice(file.place.members, ['place', 'members'])
  if (file.place.members.includes(file.place.id))
    found.push([['place', 'members'], 'a place is not a member of itself'])
  twice(
    file.accounts.map((one) => `${one.channel} ${one.handle.replace(/^@/, '').toLowerCase()}`),
    ['accounts'],
  )
  const owner = new Map<string, string>()
  file.families.forEach((one, at) => {
    known(one.only_with, ['families', at, 'only_with'])
    if (one.only_with.includes(one.id))
      found.push([['families', at, 'only_with'], 'a family does not wait for itself'])
    one.tags.forEach((written, nth) => {
      const key = tagKey(written)
      const other = owner.get(key)
      if (other) found.push([['families', at, 'tags', nth], `#${written} already belongs to ${other}`])
      owner.set(key, one.id)
    })
  })
  file.sources.forEach((one, at) => {
    known(one.families, ['sources', at, 'families'])
  })
  file.walls.forEach((one, at) => {
    for (const [path, message] of checkWall(one, families)) found.push([['walls', at, ...path], message])
  })
  if (file.place.members.length && file.sources.length)
    found.push([['sources'], 'a joint place has no sources of its own; its members have them'])
  return found
}

/** The same about one wall. */
export function checkWall(wall: WallSettings, families: ReadonlySet<string>): Complaint[] {
  const actions = wall.actions.map((one) => one.id)
  return [
    ...unknown(wall.families, families, ['families']),
    ...unknown(wall.lead?.families ?? [], families, ['lead', 'families']),
    ...repeated(actions, ['actions']),
  ]
}

function unknown(ids: readonly string[], families: ReadonlySet<string>, path: PropertyKey[]): Complaint[] {
  return ids.flatMap((one, at) =>
    families.has(one) ? [] : [[[...path, at], `no family has the id ${one}`] satisfies Complaint],
  )
}

function repeated(values: readonly string[], path: PropertyKey[]): Complaint[] {
  return values.flatMap((one, at) =>
    values.indexOf(one) < at ? [[[...path, at], `${one} is here twice`] satisfies Complaint] : [],
  )
}
