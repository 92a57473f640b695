// What the parts of a place file say about one another: every id named exists, and nothing stands there twice.
import type { PlaceFile } from './place.ts'
import { tagKey } from './tag.ts'

/** Where in the file, and what is wrong there. */
export type Complaint = [path: PropertyKey[], message: string]

/** Complaints about what each part says by itself rightly, but not together with the rest. */
export function crossCheck(file: PlaceFile): Complaint[] {
  const found: Complaint[] = []
  const families = new Set(file.families.map((one) => one.id))
  const known = (ids: string[], path: PropertyKey[]) => {
    ids.forEach(
      (one, at) => void (families.has(one) || found.push([[...path, at], `no family has the id ${one}`])),
    )
  }
  for (const kind of ['families', 'sources', 'meters', 'walls'] as const) {
    // Sources and meters share their ids: both are visited by the same clock and shown on the same page.
    const seen = new Set<string>(kind === 'meters' ? file.sources.map((one) => one.id) : [])
    file[kind].forEach((one, at) => {
      if (seen.has(one.id)) found.push([[kind, at, 'id'], `${one.id} is here twice`])
      seen.add(one.id)
    })
  }
  const twice = (values: readonly string[], path: PropertyKey[]) => {
    values.forEach((one, at) => {
      if (values.indexOf(one) < at) found.push([[...path, at], `${one} is here twice`])
    })
  }
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
    known(one.families, ['walls', at, 'families'])
    known(one.lead?.families ?? [], ['walls', at, 'lead', 'families'])
    twice(
      one.actions.map((action) => action.id),
      ['walls', at, 'actions'],
    )
  })
  if (file.place.members.length && file.sources.length)
    found.push([['sources'], 'a joint place has no sources of its own; its members have them'])
  return found
}
